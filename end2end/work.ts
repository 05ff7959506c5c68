import { expect } from "@playwright/test";
import { County } from "./county.ts";
import type { Huiyin } from "./server.ts";

/** The plain-named handler gets something to sign for and to verify, whatever the demonstration left. */
export async function giveWork(huiyin: Huiyin): Promise<void> {
  const [dispatcher, handler] = await Promise.all(["dispatcher", "handler"].map((name) => County.as(huiyin, name)));
  for (const signed of [false, true]) {
    const { case: one } = await dispatcher!.first("accepted", "dispatch", (_, unmet) => unmet.length === 0);
    const dispatch = { lead_unit: "ecology", handler: handler!.me.id, co_units: [], words: "请生态环境局办理。" };
    expect(await dispatcher!.ask(one.number, { dispatch })).toMatchObject({ outcome: "applied" });
    if (signed) {
      expect(await handler!.ask(one.number, { sign_for: { handler: handler!.me.id } })).toMatchObject({ outcome: "applied" });
    }
  }
  await Promise.all([dispatcher, handler].map((one) => one!.leave()));
}

/** The sign-in name of somebody who is to recheck a case of the demonstration. */
export async function rechecker(huiyin: Huiyin): Promise<string> {
  const dispatcher = await County.as(huiyin, "dispatcher");
  for (const { number } of await dispatcher.cases("awaiting_recheck")) {
    const { case: one } = await dispatcher.case(number);
    const township = one.division.slice(6);
    for (const name of ["patroller", "patroller2", `patroller-${township}`, `patroller2-${township}`]) {
      const person = await County.as(huiyin, name).catch(() => undefined);
      await person?.leave();
      if (one.rechecker && person?.me.id === one.rechecker) {
        await dispatcher.leave();
        return name;
      }
    }
  }
  throw new Error("nobody is to recheck anything");
}

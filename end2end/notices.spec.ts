import { chromium, expect, test, type Locator } from "@playwright/test";
import { randomUUID } from "node:crypto";
import { LAUNCH } from "./browsers.ts";
import { Desk } from "./desk/desk.page.ts";
import { Huiyin } from "./server.ts";

type Row = { id: string; number: string };
type View = { case: { id: string; seq: number } };

/** The entry of the bar, with the number of unread notices beside it. */
function bell(desk: Desk): Locator {
  return desk.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: /^提醒/ });
}

test("whoever is given a case hears of it without reloading, and the number goes down when it is read", async () => {
  const huiyin = await Huiyin.start();
  const browser = await chromium.launch(LAUNCH);
  try {
    const handler = await Desk.signIn(browser, huiyin.url, "handler");
    const dispatcher = await Desk.signIn(browser, huiyin.url, "dispatcher");
    await handler.page.goto("/desk/notices");
    await expect(handler.page.getByRole("heading", { level: 1, name: "提醒" })).toBeVisible();
    const all = handler.page.getByRole("button", { name: "全部标为已读" });
    if (await all.isVisible()) {
      await all.click();
    }
    await expect(all).toBeHidden();
    await expect(bell(handler).locator(".n")).toHaveCount(0);

    const number = await give(dispatcher, handler);

    await expect(bell(handler).locator(".n")).toContainText("1 条未读提醒");
    await bell(handler).click();
    const line = handler.page.getByRole("list", { name: "提醒列表" }).getByRole("listitem").first();
    await expect(line).toContainText(number);
    await expect(line).toContainText("未读");
    await line.getByRole("link").click();
    await expect(handler.page).toHaveURL(new RegExp(`/desk/cases/${number}$`));
    await expect(bell(handler).locator(".n")).toHaveCount(0);
    await handler.page.goto("/desk/notices");
    await expect(handler.page.getByRole("list", { name: "提醒列表" }).getByRole("listitem").first()).not.toContainText("未读");
  } finally {
    await browser.close();
    await huiyin.remove();
  }
});

/** The dispatcher gives a case to the handler, through the interface that programs use. */
async function give(dispatcher: Desk, handler: Desk): Promise<string> {
  const { person } = await (await handler.context.request.get("/api/v1/session")).json();
  const { rows } = (await (await dispatcher.context.request.get("/api/v1/cases?state=accepted")).json()) as { rows: Row[] };
  for (const row of rows) {
    const view = (await (await dispatcher.context.request.get(`/api/v1/cases/${row.number}`)).json()) as View;
    const ask = { dispatch: { lead_unit: person.unit, handler: person.id, words: "请尽快办理，由本单位牵头" } };
    const deed = { command: randomUUID(), case: view.case.id, base: view.case.seq, ask };
    const answer = await dispatcher.context.request.post(`/api/v1/cases/${row.number}/commands`, { data: deed });
    if ((await answer.json()).outcome === "applied") {
      return row.number;
    }
  }
  throw new Error("no accepted case can be given to the handler");
}

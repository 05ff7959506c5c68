import { expect, test, type Page } from "@playwright/test";
import { Phone } from "./browsers.ts";
import { County } from "./county.ts";
import { allThereOnce, DITCH, file, filed, filledIn, PUSH, signedIn } from "./field/evidence.ts";
import { Field } from "./field/field.page.ts";
import { Huiyin } from "./server.ts";

// What the phone does with its browser: it opens its memory again when the browser closed it, listens to the browser's hints
// without needing them, works where newer features are missing, and carries along what a recheck is compared with.

/** The department that the demonstration's liaison speaks for. */
const UNIT = "ecology";

let huiyin: Huiyin;
let phone: Phone;

test.beforeEach(async () => {
  huiyin = await Huiyin.start();
  phone = new Phone(DITCH);
});

test.afterEach(async () => {
  await phone.remove();
  await huiyin.remove();
});

type Watched = { opened: IDBDatabase[]; persisted: number; hints: string[] };

test("a memory that the browser closed is opened again at the next keystroke, and nothing of the form is lost", async () => {
  const context = await phone.start("online");
  await context.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.opened = [];
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...asked) {
      const request = open.apply(this, asked);
      request.addEventListener("success", () => watched.opened.push(request.result));
      return request;
    };
  });
  const field = await Field.open(context, huiyin.url);
  await field.signIn("patroller");
  await field.readyForOffline();
  await phone.context.setOffline(true);
  await filledIn(field, "浏览器收回内存以前。");
  const open = () => field.page.evaluate(() => (window as unknown as Watched).opened.length);
  const close = () => field.page.evaluate(() => (window as unknown as Watched).opened.splice(0).forEach((database) => database.close()));
  expect(await open()).toBeGreaterThan(0);
  await close();
  await field.write("看到了什么？", "浏览器收回内存以后。");
  await expect.poll(open).toBeGreaterThan(0);
  await close();
  await file(field);
  await phone.context.setOffline(false);
  await allThereOnce(field, huiyin, 1);
});

test("a complaint about a unit is filed as one, and that unit does not learn of it", async () => {
  const field = await signedIn(phone, huiyin, "offline");
  await filledIn(field, "反映生态环境局来看过，说不归他们管。");
  await field.page.getByText("反映的是单位或工作人员？").click();
  await field.page.getByLabel("哪个单位").selectOption(UNIT);
  await field.draftKept();
  await file(field);
  await phone.context.setOffline(false);
  await allThereOnce(field, huiyin, 1);

  const [dispatcher, liaison] = [await County.as(huiyin, "dispatcher"), await County.as(huiyin, "liaison")];
  const numbers: string[] = [];
  for (const { number } of await dispatcher.cases("pending_acceptance")) {
    if ((await dispatcher.case(number)).case.about_unit === UNIT) {
      numbers.push(number);
    }
  }
  expect(numbers).toHaveLength(1);
  expect((await liaison.get(`/api/v1/cases/${numbers[0]}`)).status).toBe(404);
  await dispatcher.leave();
  await liaison.leave();
});

test("the browser's hint that a network is back makes the phone try at once", async () => {
  const context = await phone.start("online");
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  const registered = new Promise<string>((done) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      registrations.forEach((one) => done(one.registrationId));
    });
  });
  await session.send("ServiceWorker.enable");
  // Without pokes: what asks below is the hint.
  await context.route("**/api/v1/sync/live", (route) => route.abort());
  await context.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.hints = [];
    const manager = (window as unknown as { SyncManager: { prototype: { register(tag: string): Promise<void> } } }).SyncManager;
    const register = manager.prototype.register;
    manager.prototype.register = function (tag) {
      watched.hints.push(tag);
      return register.call(this, tag);
    };
  });
  const field = await Field.open(context, huiyin.url);
  await field.signIn("patroller");
  await field.readyForOffline();
  await phone.context.setOffline(true);
  await filed(field, "等浏览器说有网了再传。");
  await expect.poll(() => field.page.evaluate(() => (window as unknown as Watched).hints)).toEqual(["outbox"]);
  await phone.context.setOffline(false);
  await allThereOnce(field, huiyin, 1);
  await field.page.waitForLoadState("networkidle");
  const asks = field.page.waitForRequest("**/api/v1/sync/pull*");
  await session.send("ServiceWorker.dispatchSyncEvent", {
    origin: huiyin.url,
    registrationId: await registered,
    tag: "outbox",
    lastChance: false,
  });
  await asks;
});

test("a browser of the oldest kind that is supported does everything, only with less comfort", async () => {
  const context = await phone.start("online");
  await context.addInitScript(() => {
    // What Chromium 113, Safari 16.4 or Firefox 126 may lack, and what a person may have forbidden.
    const without = (of: object | undefined, names: string[]) => {
      names.forEach((name) => of && Object.defineProperty(of, name, { value: undefined, configurable: true }));
    };
    without(window, ["CompressionStream", "BroadcastChannel", "SyncManager"]);
    without(Navigator.prototype, ["locks", "storage"]);
    without(ServiceWorkerRegistration.prototype, ["sync"]);
    const known = SubtleCrypto.prototype.importKey;
    SubtleCrypto.prototype.importKey = function (this: SubtleCrypto, ...asked: Parameters<typeof known>) {
      const [, , algorithm] = asked;
      return algorithm === "Ed25519" ? Promise.reject(new DOMException("unknown", "NotSupportedError")) : known.apply(this, asked);
    } as typeof known;
  });
  const field = await Field.open(context, huiyin.url);
  const complaints: string[] = [];
  field.page.on("pageerror", (error) => complaints.push(String(error)));
  await field.signIn("patroller");
  await field.readyForOffline();
  await phone.context.setOffline(true);
  await filed(field, `旧手机上存的，${"写得长一点，".repeat(150)}`);
  await phone.context.setOffline(false);
  await allThereOnce(field, huiyin, 1);
  await field.go("/field/settings");
  await expect(field.page.getByText("手机没有告诉我们").first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("after the first filing the browser is asked once not to delete by itself", async () => {
  const context = await phone.start("online");
  await context.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.persisted = 0;
    StorageManager.prototype.persisted = () => Promise.resolve(false);
    StorageManager.prototype.persist = () => {
      watched.persisted += 1;
      return Promise.resolve(false);
    };
  });
  const asked = (field: Field) => field.page.evaluate(() => (window as unknown as Watched).persisted);
  const field = await Field.open(context, huiyin.url);
  await field.signIn("patroller");
  await field.readyForOffline();
  await filledIn(field, "第一次存东西。");
  expect(await asked(field)).toBe(0);
  await file(field);
  await expect.poll(() => asked(field)).toBe(1);
  await filed(field, "第二次存东西。");
  await expect(field.pill).toHaveText("都已送达", { timeout: 60_000 });
  expect(await asked(field)).toBe(1);
});

test("a network's own sign-in page stops nothing: its 401 is not the county's", async () => {
  const field = await signedIn(phone, huiyin, "offline");
  await filed(field, "连上了要登录的公共网络。");
  let asked = 0;
  await phone.context.route(PUSH, async (route) => {
    asked += 1;
    return asked === 1 ? route.fulfill({ status: 401, contentType: "text/html", body: "<h1>Wi-Fi</h1>" }) : route.continue();
  });
  await phone.context.setOffline(false);
  await allThereOnce(field, huiyin, 1);
  expect(asked).toBeGreaterThan(1);
});

test("what a recheck is compared with is on the phone before its person leaves", async () => {
  const [name, number] = await recheckAssigned();
  let field = await Field.open(await phone.start("online"), huiyin.url);
  await field.signIn(name);
  await field.readyForOffline();
  const task = (of: Field) => of.task(new RegExp(`^复查：.*${number}`));
  await expect(task(field)).toBeVisible();
  const due = await beforePhotosToCompare(field, number);
  expect(due.length).toBeGreaterThan(0);
  await expect.poll(() => carriedAlong(field.page)).toEqual(expect.arrayContaining(due));
  await phone.close();

  field = await Field.open(await phone.start("offline"), huiyin.url);
  await task(field).click();
  await field.act("提交复查结果");
  const picture = field.page.getByRole("img", { name: "整改前" }).first();
  await expect(picture).toHaveAttribute("src", /^blob:/);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

/** The dispatcher sends a patroller of the township to recheck; who it is, and what. */
async function recheckAssigned(): Promise<[string, string]> {
  const dispatcher = await County.as(huiyin, "dispatcher");
  for (const { number, division } of await dispatcher.cases("awaiting_recheck")) {
    const candidates = await dispatcher.candidates(number, "assign_recheck");
    const name = `patroller-${division?.slice(6)}`;
    const person = await huiyin.nameOf(name).catch(() => undefined);
    const rechecker = candidates.find((one) => one.name === person);
    if (rechecker) {
      expect((await dispatcher.ask(number, { assign_recheck: { rechecker: rechecker.id } })).outcome).toBe("applied");
      return [name, number];
    }
  }
  throw new Error("no case waits for a recheck by a patroller of its township");
}

type ToRecheck = { put: { case: { number: string; reports: { photos: Named[] }[]; evidence: Named[] } }[] };
type Named = { hash: string; purpose: string };

/** Photos of how it was found. */
async function beforePhotosToCompare(field: Field, number: string): Promise<string[]> {
  const answer = await field.page.context().request.get(`${huiyin.url}/api/v1/sync/pull`);
  const news = (await answer.json()) as ToRecheck;
  const cases = news.put.map((one) => one.case).filter((one) => one.number === number);
  const photos = cases.flatMap((one) => [...one.reports.flatMap((report) => report.photos), ...one.evidence]);
  return photos.filter((one) => one.purpose === "before").map((one) => one.hash);
}

/** Pictures that the phone fetched ahead. */
function carriedAlong(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("huiyin-replica-2", 1);
    const database = await new Promise<IDBDatabase>((done, failed) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const keys = database.transaction("pictures").objectStore("pictures").getAllKeys();
    await new Promise((done) => (keys.onsuccess = done));
    database.close();
    return keys.result.map((key) => String(key).split("/").at(-1) ?? "");
  });
}

import { expect, test, type Page, type Route } from "@playwright/test";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Phone, type Position } from "./browsers.ts";
import { Field } from "./field/field.page.ts";
import { photo } from "./photos/make-photos.ts";
import { Huiyin } from "./server.ts";

// What the phone promises, with a real browser and the real program: nothing is lost or doubled whatever is killed,
// expires, fills up, is updated or carried away in a file.

const DITCH: Position = { latitude: 26.0613, longitude: 117.9027, accuracy: 9 };
const PUSH = "**/api/v1/sync/push";
const PASSPHRASE = "石桥下的水2026";

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

async function signedIn(network: "online" | "offline" = "online"): Promise<Field> {
  const field = await Field.open(await phone.start("online"), huiyin.url);
  await field.signIn("patroller");
  await field.readyForOffline();
  await phone.context.setOffline(network === "offline");
  return field;
}

/** A form that is ready to be filed. */
async function filledIn(field: Field, words: string): Promise<void> {
  await field.tab("上报");
  await expect(field.title("上报问题")).toBeVisible();
  await field.takePhotos(photo("before-1"));
  await field.choose("畜禽粪污");
  await expect(field.page.getByText("在白石镇")).toBeVisible();
  await field.write("看到了什么？", words);
  await field.draftKept();
}

async function filed(field: Field, words: string): Promise<void> {
  await filledIn(field, words);
  await file(field);
}

/** Files the open form; the next screen comes only when it is stored. */
async function file(field: Field): Promise<void> {
  await field.page.getByRole("button", { name: /^(提交|放进发件箱)$/ }).click();
  await expect(field.page).toHaveURL(/\/field\/filed\//);
}

type Kept = { command: string; text: string; acknowledged: boolean };

/** What the phone's memory holds, read past the program. */
async function kept(page: Page): Promise<{ commands: Kept[]; photos: Record<string, string> }> {
  const rows = await page.evaluate(async () => {
    const opening = indexedDB.open("huiyin-outbox", 1);
    const database = await new Promise<IDBDatabase>((done, failed) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const all = async (store: string): Promise<[string, number[]][]> => {
      const box = database.transaction(store).objectStore(store);
      const [keys, values] = [box.getAllKeys(), box.getAll()];
      await new Promise((done) => (values.onsuccess = done));
      return keys.result.map((key, n) => [String(key), [...(values.result[n] as { bytes: Uint8Array }).bytes]]);
    };
    const found = { commands: await all("commands"), receipts: await all("receipts"), chunks: await all("chunks") };
    database.close();
    return found;
  });
  const fates = new Map(rows.receipts.map(([key, bytes]) => [key, Buffer.from(bytes).toString("utf8")]));
  const commands = rows.commands.map(([key, bytes]) => ({
    command: key.split("/")[1] ?? "",
    text: Buffer.from(bytes).toString("utf8"),
    acknowledged: fates.get(key)?.includes("acknowledged") ?? false,
  }));
  const whole = new Map<string, Buffer[]>();
  for (const [key, bytes] of rows.chunks.sort(([a], [b]) => a.localeCompare(b))) {
    const hash = key.split("/")[1] ?? "";
    whole.set(hash, [...(whole.get(hash) ?? []), Buffer.from(bytes)]);
  }
  const photos = Object.fromEntries([...whole].map(([hash, parts]) => [hash, sha256(Buffer.concat(parts))]));
  return { commands, photos };
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Every command of the phone is at the county exactly once, and every photo byte for byte. */
async function allThereOnce(field: Field, reports: number): Promise<void> {
  await expect(field.pill).toHaveText("都已送达", { timeout: 60_000 });
  const { commands, photos } = await kept(field.page);
  expect(commands.length).toBe(reports);
  expect(commands.every((one) => one.acknowledged)).toBe(true);
  await field.go("/field/outbox");
  await expect(field.received.getByText(/^CX\d\d-\d{4,}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toHaveCount(reports);
  for (const { text } of commands) {
    const { photos: named } = (JSON.parse(text) as { ask: { submit: { photos: { hash: string }[] } } }).ask.submit;
    for (const { hash } of named) {
      expect(photos[hash] ?? hash).toBe(hash);
      const stored = readFileSync(join(huiyin.data, "photos/original", hash.slice(0, 2), hash.slice(2)));
      expect(sha256(stored)).toBe(hash);
    }
  }
}

/** The tab is gone at once, as when the system takes its memory back. */
async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  session.send("Page.crash").catch(() => {});
  await gone;
  await page.close();
}

test("a tab killed in the middle of saving has either the form or the item, never neither or both", async () => {
  let field = await signedIn("offline");
  await filledIn(field, "保存到一半时页面被系统关掉。");
  const press = field.page.getByRole("button", { name: "放进发件箱", exact: true }).evaluate((button: HTMLElement) => button.click());
  await Promise.all([press.catch(() => {}), crash(field.page)]);

  field = await Field.open(phone.context, huiyin.url);
  await expect(field.title("今日")).toBeVisible();
  const { commands } = await kept(field.page);
  expect(commands.length).toBeLessThanOrEqual(1);
  if (commands.length === 0) {
    await field.task(/畜禽粪污/).click();
    await expect(field.keptPhotos).toHaveCount(1);
    await file(field);
  }
  await phone.context.setOffline(false);
  await field.go("/field");
  await expect(field.task(/^继续/)).toHaveCount(0);
  await allThereOnce(field, 1);
});

test("a tab killed between the server's commit and its answer sends again, and nothing is doubled", async () => {
  let field = await signedIn("offline");
  await filed(field, "回执在路上丢了，第一件。");
  await phone.context.setOffline(false);
  const taken = new Promise<Route>((done) => {
    void phone.context.route(PUSH, async (route) => {
      // The county takes it; the answer never arrives.
      await route.fetch();
      done(route);
    });
  });
  await field.go("/field/outbox");
  const unanswered = await taken;
  await crash(field.page);
  await unanswered.abort().catch(() => {});
  await phone.close();
  field = await Field.open(await phone.start("online"), huiyin.url, "/field/outbox");
  await allThereOnce(field, 1);
});

test("of two tabs one sends, and what is saved in the other is sent too", async () => {
  const first = await signedIn();
  const second = await Field.open(phone.context, huiyin.url);
  await expect(second.title("今日")).toBeVisible();
  const sent: Page[] = [];
  phone.context.on("request", (request) => {
    if (request.url().endsWith("/api/v1/sync/push")) {
      sent.push(request.frame().page());
    }
  });
  await filed(second, "在第二个页面里存的。");
  await expect(second.pill).toHaveText("都已送达", { timeout: 60_000 });
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.every((page) => page === first.page)).toBe(true);
  // The leading tab goes: the other one takes over.
  await first.page.close();
  await filed(second, "带头的页面关掉以后存的。");
  await allThereOnce(second, 2);
});

test("a sign-in that ended pauses sending, never capturing", async () => {
  const field = await signedIn("offline");
  await filed(field, "登录过期以前存的。");
  await phone.context.clearCookies();
  await phone.context.setOffline(false);
  await field.go("/field/outbox");
  await expect(field.pill).toHaveText("要重新登录");
  await filed(field, "登录过期以后存的，照样存得下。");
  expect((await kept(field.page)).commands.map((one) => one.acknowledged)).toEqual([false, false]);
  await field.go("/field/sign-in");
  await field.signIn("patroller");
  await allThereOnce(field, 2);
});

// Where the browser draws the line depends on what its caches hold at that moment: the quota must be set another way.
test.fixme("a nearly full phone says so, keeps the form, and goes on when there is room", async () => {
  await signedIn();
  await phone.close();
  // From the browser's start there is room for one photo and not for two.
  const field = await Field.open(await phone.start("online"), huiyin.url);
  await expect(field.title("今日")).toBeVisible();
  const used = await field.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const session = await phone.context.newCDPSession(field.page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: huiyin.url, quotaSize: used + 450_000 });
  await filledIn(field, "空间不够的时候。");
  await field.page.getByLabel("拍照").setInputFiles(photo("before-2-turned"));
  await expect(field.page.getByText("照片没存上，没有加进来")).toBeVisible();
  await expect(field.keptPhotos).toHaveCount(1);
  await session.send("Storage.overrideQuotaForOrigin", { origin: huiyin.url });
  await file(field);
  await allThereOnce(field, 1);
});

test("a receipt that the county did not sign does not count, and a large push goes out compressed", async () => {
  const field = await signedIn("offline");
  await filed(field, `回执签名不对的时候。${"再写长一点，".repeat(150)}`);
  let asked: Record<string, string> = {};
  let honest = false;
  await phone.context.route(PUSH, async (route) => {
    if (honest) {
      return route.continue();
    }
    asked = await route.request().allHeaders();
    const answer = await route.fetch();
    const told = (await answer.json()) as { receipt: { body: string } };
    told.receipt.body = told.receipt.body.replace(/"at":"\d{4}/, '"at":"2031');
    await route.fulfill({ response: answer, json: told });
  });
  await phone.context.setOffline(false);
  await field.go("/field/outbox");
  await expect(field.page.getByText("收到的回执签名不对")).toBeVisible();
  expect((await kept(field.page)).commands.map((one) => one.acknowledged)).toEqual([false]);
  expect(asked["content-encoding"]).toBe("gzip");
  honest = true;
  await field.go("/field/outbox");
  await allThereOnce(field, 1);
});

test("unsent work leaves in a locked file and is sent from another phone, once", async () => {
  test.setTimeout(180_000);
  const field = await signedIn("offline");
  await filed(field, "这部手机要送修，一直没有网络。");
  await field.go("/field/settings");
  await expect(field.page.getByText("发件箱还有 1 件没传完")).toBeVisible();
  await field.write("文件口令", PASSPHRASE);
  const downloading = field.page.waitForEvent("download");
  await field.press("导出没传完的内容");
  const folder = mkdtempSync(join(tmpdir(), "huiyin-pack-"));
  const pack = join(folder, "work.fieldpack");
  await (await downloading).saveAs(pack);
  await expect(field.page.getByText("已导出 1 件")).toBeVisible();
  expect(readFileSync(pack).includes(Buffer.from("送修"))).toBe(false);
  const before = await kept(field.page);

  // The same phone knows it all already.
  await importing(field, pack, PASSPHRASE);
  await expect(field.page.getByText("没有重复导入")).toBeVisible();

  // Signed out without network; another person sees nothing of it and cannot open it.
  await field.press("退出登录");
  await expect(field.title("登录")).toBeVisible();
  await phone.context.setOffline(false);
  await field.signIn("handler");
  await field.go("/field/outbox");
  await expect(field.waiting("畜禽粪污")).toHaveCount(0);
  await field.go("/field/settings");
  await importing(field, pack, PASSPHRASE);
  await expect(field.page.getByText("这个文件是别人的")).toBeVisible();

  const other = new Phone(DITCH);
  try {
    const there = await Field.open(await other.start("online"), huiyin.url);
    await there.signIn("patroller");
    await there.readyForOffline();
    await there.go("/field/settings");
    await importing(there, pack, "不是这个口令，差得远");
    await expect(there.page.getByText("打不开：口令不对")).toBeVisible();
    const cut = join(folder, "cut.fieldpack");
    writeFileSync(cut, readFileSync(pack).subarray(0, -100));
    await importing(there, cut, PASSPHRASE);
    await expect(there.page.getByText("文件不完整")).toBeVisible();
    expect((await kept(there.page)).commands).toEqual([]);
    await importing(there, pack, PASSPHRASE);
    await expect(there.page.getByText("已导入 1 件")).toBeVisible();
    await allThereOnce(there, 1);
    const after = await kept(there.page);
    expect(after.commands.map((one) => one.text)).toEqual(before.commands.map((one) => one.text));
    expect(after.photos).toEqual(before.photos);
  } finally {
    await other.remove();
    rmSync(folder, { recursive: true, force: true });
  }

  // The first phone comes back from repair and its person signs in again: the county knows it already.
  await phone.context.clearCookies();
  await field.go("/field/settings");
  await field.press("换一个人用");
  await field.signIn("patroller");
  await allThereOnce(field, 1);
});

async function importing(field: Field, path: string, passphrase: string): Promise<void> {
  await field.write("文件口令", passphrase);
  await field.page.getByLabel("选择应急文件").setInputFiles(path);
  await field.press("导入");
}

test("an update waits for a cold start and never takes a form away", async () => {
  test.setTimeout(240_000);
  const site = mkdtempSync(join(tmpdir(), "huiyin-site-"));
  cpSync(resolve(import.meta.dirname, "../target/site"), site, { recursive: true });
  const own = await Huiyin.start({ HUIYIN_SITE: site });
  try {
    const field = await Field.open(await phone.start("online"), own.url);
    await field.signIn("patroller");
    await field.readyForOffline();
    await filledIn(field, "正在写的时候来了新版本。");
    const worker = readFileSync(join(site, "sw.js"), "utf8");
    const version = /const VERSION = "([0-9a-f]{16})"/.exec(worker)?.[1] ?? "";
    for (const ending of ["", ".br", ".gz"]) {
      rmSync(join(site, `sw.js${ending}`));
    }
    writeFileSync(join(site, "sw.js"), worker.replace(version, "0123456789abcdef"));
    await own.kill();
    await own.start();
    await field.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise<ServiceWorker>((done) => {
        registration.addEventListener("updatefound", () => registration.installing && done(registration.installing));
      });
      await registration.update();
      const next = await found;
      if (next.state === "installing") {
        await new Promise((done) => next.addEventListener("statechange", done, { once: true }));
      }
    });
    await expect(field.page.getByLabel("看到了什么？")).toHaveValue("正在写的时候来了新版本。");
    await expect(field.keptPhotos).toHaveCount(1);
    expect(await caches(field.page)).toContain(`field-${version}`);
    await file(field);
    // A cold start: the browser has ended, so no old worker is left that it might let rest for minutes.
    await phone.close();
    const next = await Field.open(await phone.start("online"), own.url);
    await expect(next.title("今日")).toBeVisible();
    await expect.poll(() => caches(next.page), { timeout: 60_000 }).toEqual(["field-0123456789abcdef"]);
    await expect(next.pill).toHaveText("都已送达", { timeout: 60_000 });
    expect((await kept(next.page)).commands.map((one) => one.acknowledged)).toEqual([true]);
  } finally {
    await phone.close();
    await own.remove();
    rmSync(site, { recursive: true, force: true });
  }
});

function caches(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await window.caches.keys()).filter((name) => name.startsWith("field-")));
}

import { expect, test, type Page, type Route } from "@playwright/test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Phone } from "./browsers.ts";
import { allThereOnce, crash, DITCH, file, filed, filledIn, kept, PUSH, signedIn } from "./field/evidence.ts";
import { Field } from "./field/field.page.ts";
import { Huiyin } from "./server.ts";

// What the phone promises, with a real browser and the real program: nothing is lost or doubled whatever is killed, expires
// or is carried away in a file. room.spec.ts is about a full phone, update.spec.ts about a new version.

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

test("a tab killed in the middle of saving has either the form or the item, never neither or both", async () => {
  let field = await signedIn(phone, huiyin, "offline");
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
  await allThereOnce(field, huiyin, 1);
});

test("a tab killed between the server's commit and its answer sends again, and nothing is doubled", async () => {
  let field = await signedIn(phone, huiyin, "offline");
  await filed(field, "回执在路上丢了，第一件。");
  let told: (route: Route) => void = () => {};
  const taken = new Promise<Route>((done) => (told = done));
  // Before the network is back: the phone sends at once.
  await phone.context.route(PUSH, async (route) => {
    // The county takes it; the answer never arrives.
    await route.fetch();
    told(route);
  });
  await phone.context.setOffline(false);
  await field.go("/field/outbox");
  const unanswered = await taken;
  await crash(field.page);
  await unanswered.abort().catch(() => {});
  await phone.close();
  field = await Field.open(await phone.start("online"), huiyin.url, "/field/outbox");
  await allThereOnce(field, huiyin, 1);
});

test("of two tabs one sends, and what is saved in the other is sent too", async () => {
  const first = await signedIn(phone, huiyin);
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
  await allThereOnce(second, huiyin, 2);
});

test("a sign-in that ended pauses sending, never capturing", async () => {
  const field = await signedIn(phone, huiyin, "offline");
  await filed(field, "登录过期以前存的。");
  await phone.context.clearCookies();
  await phone.context.setOffline(false);
  await field.go("/field/outbox");
  await expect(field.pill).toHaveText("要重新登录");
  await filed(field, "登录过期以后存的，照样存得下。");
  expect((await kept(field.page)).commands.map((one) => one.acknowledged)).toEqual([false, false]);
  await field.go("/field/sign-in");
  await field.signIn("patroller");
  await allThereOnce(field, huiyin, 2);
});

test("a receipt that the county did not sign does not count, and a large push goes out compressed", async () => {
  const field = await signedIn(phone, huiyin, "offline");
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
  await allThereOnce(field, huiyin, 1);
});

test("unsent work leaves in a locked file and is sent from another phone, once", async () => {
  test.setTimeout(180_000);
  const field = await signedIn(phone, huiyin, "offline");
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
    await allThereOnce(there, huiyin, 1);
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
  await allThereOnce(field, huiyin, 1);
});

async function importing(field: Field, path: string, passphrase: string): Promise<void> {
  await field.write("文件口令", passphrase);
  await field.page.getByLabel("选择应急文件").setInputFiles(path);
  await field.press("导入");
}

import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import { LAUNCH } from "./browsers.ts";
import { Desk } from "./desk/desk.page.ts";
import { Huiyin, PASSWORD } from "./server.ts";

let huiyin: Huiyin;
let browser: Browser;

test.beforeAll(async () => {
  huiyin = await Huiyin.start();
  browser = await chromium.launch(LAUNCH);
});

test.afterAll(async () => {
  await browser?.close();
  await huiyin?.remove();
});

test("two Chinese characters are found, and a view of them is kept and opened first", async () => {
  await file([{ words: "河滩上有人夜里采砂，声音很大", north: 0 }]);
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  await desk.search("采砂");
  await expect(desk.page).toHaveURL(/search=/);
  await expect(line(desk.page, "河滩上有人夜里采砂")).toHaveCount(1);
  await expect(line(desk.page, "河滩上有人夜里采砂")).toContainText("有变化");

  await arrange(desk.page);
  await desk.page.getByLabel("视图名称").fill("采砂的");
  await desk.page.getByRole("button", { name: "保存现在的筛选" }).click();
  const views = desk.page.getByRole("navigation", { name: "我的视图" });
  await expect(views.getByRole("link", { name: "采砂的" })).toHaveAttribute("aria-current", "page");
  // The same name again is refused in words, and nothing typed is lost.
  await arrange(desk.page);
  await desk.page.getByLabel("视图名称").fill("采砂的");
  await desk.page.getByRole("button", { name: "保存现在的筛选" }).click();
  await expect(desk.page.getByText("已经有同名的视图")).toBeVisible();
  await expect(desk.page.getByLabel("视图名称")).toHaveValue("采砂的");
  await desk.page.getByRole("button", { name: "打开时先看这个：采砂的" }).click();
  await expect(views.getByRole("link", { name: "采砂的（默认）" })).toBeVisible();

  await desk.page.goto("/desk");
  await expect(desk.page.getByLabel("搜索案件")).toHaveValue("采砂");
  await desk.page.getByRole("link", { name: /^全部/ }).click();
  await expect(desk.page).toHaveURL(/search=/);
  await desk.page.getByRole("link", { name: "清除筛选" }).click();
  await expect(desk.page.getByLabel("搜索案件")).toHaveValue("");

  // Opened, it is no longer marked.
  await desk.search("采砂");
  await line(desk.page, "河滩上有人夜里采砂").getByRole("link").first().click();
  await expect(desk.next).toBeVisible();
  await desk.page.goto("/desk");
  await expect(line(desk.page, "河滩上有人夜里采砂")).not.toContainText("有变化");
  await arrange(desk.page);
  await desk.page.getByRole("button", { name: "删除：采砂的" }).click();
  await expect(views).toHaveCount(0);
  await desk.close();
});

test("the list by keyboard, and a map beside it", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const titles = desk.page.locator("#cases a.title");
  await expect(titles.first()).toBeVisible();
  await expect(desk.page.getByRole("button", { name: "键盘操作" })).toBeEnabled();
  await desk.page.keyboard.press("j");
  await expect(titles.nth(0)).toBeFocused();
  await desk.page.keyboard.press("j");
  await desk.page.keyboard.press("ArrowDown");
  await expect(titles.nth(2)).toBeFocused();
  await desk.page.keyboard.press("k");
  await expect(titles.nth(1)).toBeFocused();
  await desk.page.keyboard.press("x");
  await expect(desk.page.getByRole("region", { name: "批量操作" })).toContainText("已选 1 件");
  await desk.page.keyboard.press("x");
  await expect(desk.page.getByRole("region", { name: "批量操作" })).toBeHidden();
  await desk.page.keyboard.press("?");
  await expect(desk.page.locator("#keys")).toBeVisible();

  // Whoever types is left alone.
  await desk.page.getByLabel("搜索案件").fill("");
  await desk.page.getByLabel("搜索案件").pressSequentially("jx?");
  await expect(desk.page.getByLabel("搜索案件")).toHaveValue("jx?");
  await expect(desk.page.getByLabel("搜索案件")).toBeFocused();
  await desk.page.getByLabel("搜索案件").fill("");

  await desk.page.getByRole("link", { name: "地图", exact: true }).click();
  const spots = desk.page.locator(".map a.spot");
  await expect(spots.first()).toBeVisible();
  const href = await spots.first().getAttribute("href");
  await expect(desk.page.locator(`#cases a.title[href="${href}"]`)).toHaveCount(1);
  await desk.page.keyboard.press("j");
  await titles.first().focus();
  await desk.page.keyboard.press("Enter");
  await expect(desk.next).toBeVisible();
  await desk.close();
});

test("many are accepted at once; the one that is refused says why and stays chosen", async () => {
  const [lonely, one, other] = await file([
    { words: "甲地夜里音响太吵", north: 0.5 },
    { words: "乙地夜里音响太吵", north: 1 },
    { words: "乙地旁边也很吵闹", north: 1 },
  ]);
  const desk = await Desk.signIn(browser, huiyin.url, "coordinator");
  await desk.search("太吵");
  // The list as it was stays until the new one is here.
  await expect(desk.page.getByRole("checkbox", { name: `选择 ${other}` })).toHaveCount(0);
  for (const number of [lonely, one]) {
    await desk.page.getByRole("checkbox", { name: `选择 ${number}` }).check({ force: true });
  }
  const bulk = desk.page.getByRole("region", { name: "批量操作" });
  await expect(bulk).toContainText("已选 2 件");
  await bulk.getByRole("button", { name: "受理", exact: true }).click();
  await bulk.getByRole("button", { name: "全部办理" }).click();
  const results = desk.page.locator("#bulk-results");
  await expect(results).toContainText("1 件办成");
  await expect(results.getByRole("listitem").filter({ hasText: lonely! })).toContainText("办好了");
  await expect(results.getByRole("listitem").filter({ hasText: one! })).toContainText("相似");
  await expect(bulk).toContainText("已选 1 件");
  await expect(desk.page.getByRole("checkbox", { name: `选择 ${one}` })).toBeChecked();
  await expect(desk.page.getByRole("row").filter({ hasText: lonely! })).toContainText("已受理");
  await desk.close();
});

test("two coordinators on one case: the page says that somebody acted, and no typed word is lost", async () => {
  const [number] = await file([{ words: "丙地有人焚烧秸秆烟很大", north: 1.5 }]);
  const one = await Desk.signIn(browser, huiyin.url, "coordinator");
  const other = await Desk.signIn(browser, huiyin.url, "dispatcher");
  await one.open(number!);
  await other.open(number!);
  const note = await one.begin("记事");
  await note.getByLabel("记事").fill("我刚和村干部通过电话。");

  const accept = await other.begin("受理");
  await other.finish(accept, "受理这件", "已受理");
  await expect(one.page.getByText("有人刚办了这件")).toBeVisible();
  await expect(note.getByLabel("记事")).toHaveValue("我刚和村干部通过电话。");
  await one.page.getByRole("button", { name: "显示最新情况" }).click();
  await expect(one.page.getByText("有人刚办了这件")).toBeHidden();
  await expect(one.page.getByRole("heading", { level: 2, name: /已受理/ })).toBeVisible();
  await expect(note.getByLabel("记事")).toHaveValue("我刚和村干部通过电话。");

  // Both want to change its category: the second hears who was first and what they wrote, and keeps the own words.
  const mine = await one.begin("改类别");
  await mine.getByLabel("理由").fill("像是露天焚烧");
  const theirs = await other.begin("改类别");
  await theirs.getByLabel("类别").selectOption({ index: 3 });
  await theirs.getByLabel("理由").fill("调度台先看过了");
  await other.finish(theirs, "改类别", "改了类别");
  await expect(one.page.getByText("有人刚办了这件")).toBeVisible();
  await mine.getByRole("button", { name: "改类别", exact: true }).click();
  const told = one.page.locator("#outcome");
  await expect(told).toContainText("别人先办了一步");
  await expect(told).toContainText(await huiyin.nameOf("dispatcher"));
  await expect(told).toContainText("调度台先看过了");
  await expect(one.page.getByLabel("理由")).toHaveValue("像是露天焚烧");
  await one.close();
  await other.close();
});

test("two cases side by side become one, and can be parted again", async () => {
  const [first, second] = await file([
    { words: "丁地采石场的噪声很大", north: 2 },
    { words: "丁地采石场太吵睡不着", north: 2.01 },
  ]);
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  await desk.page.goto(`/desk/cases/${second}/merge`);
  await desk.page.getByRole("link", { name: new RegExp(first!) }).click();
  await expect(desk.page.getByText("丁地采石场的噪声很大").first()).toBeVisible();
  await expect(desk.page.getByText("丁地采石场太吵睡不着").first()).toBeVisible();
  await expect(desk.page.getByRole("heading", { level: 2, name: /相距 \d+ 米/ })).toBeVisible();
  await desk.page.getByRole("button", { name: /并/ }).click();
  await expect(desk.page.locator("#merge-outcome")).toContainText("文字说明");
  await desk.page.getByLabel("为什么是同一件").fill("同一家采石场");
  await desk.page.getByRole("button", { name: /并/ }).click();
  await expect(desk.page.locator("#merge-outcome")).toContainText("7 天内可以撤销");
  await desk.page.getByRole("link", { name: "撤销并案" }).click();
  const undo = desk.page.getByRole("region").filter({ has: desk.page.locator("h2#form-title") });
  await undo.getByLabel("理由").fill("再看是两处");
  await desk.finish(undo, "撤销并案", "并案已撤销");
  await desk.close();
});

/** Opens what arranges saved views, if it is not open. */
async function arrange(page: Page): Promise<void> {
  const fold = page.locator("details").filter({ hasText: "保存和整理视图" });
  if ((await fold.getAttribute("open")) === null) {
    await fold.locator("summary").click();
  }
}

function line(page: Page, words: string) {
  return page.getByRole("row").filter({ hasText: words });
}

/** Files reports of noise from a phone of the patroller, so many hundredths of a degree to the north; their numbers. */
async function file(reports: { words: string; north: number }[]): Promise<string[]> {
  const headers = { "content-type": "application/json", origin: huiyin.url };
  const session = await fetch(`${huiyin.url}/api/v1/session`, {
    method: "POST",
    headers,
    body: JSON.stringify({ name: "patroller", password: PASSWORD, label: "inbox" }),
  });
  const { device, have } = (await session.json()) as { device: string; have: number };
  const cookie = (session.headers.get("set-cookie") ?? "").split(";")[0]!;
  const now = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  const commands = reports.map(({ words, north }, n) => {
    const id = uuid7();
    const point = { lat_deg: 26.0513 + north / 100, lon_deg: 117.9027 };
    const report = { category: "C18", place: { measured: { point, accuracy_m: 9, at: now } }, words, severity: "ordinary" };
    return {
      id,
      salt: uuid7().replaceAll("-", ""),
      device,
      number: have + 1 + n,
      schema: 1,
      rulebook: 1,
      base: 0,
      made_at: now,
      zone_min: 480,
      clock_offset_ms: 0,
      case: id,
      ask: { submit: { report, photos: [] } },
    };
  });
  const pushed = await fetch(`${huiyin.url}/api/v1/sync/push`, {
    method: "POST",
    headers: { ...headers, cookie },
    body: JSON.stringify({ device, commands }),
  });
  const text = await pushed.text();
  expect(pushed.status, text).toBe(200);
  const answer = JSON.parse(text) as { numbers: { number: string }[] };
  expect(answer.numbers, text).toHaveLength(reports.length);
  return answer.numbers.map((line) => line.number.split("-").slice(0, 2).join("-"));
}

/** A time-ordered id, as phones mint them. */
function uuid7(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = BigInt(Date.now());
  for (let n = 0; n < 6; n += 1) {
    bytes[n] = Number((now >> BigInt(8 * (5 - n))) & 255n);
  }
  bytes[6] = (bytes[6]! & 15) | 112;
  bytes[8] = (bytes[8]! & 63) | 128;
  const hex = Buffer.from(bytes).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { accessible } from "./accessible.ts";
import { CHINESE, LAUNCH } from "./browsers.ts";
import { Desk } from "./desk/desk.page.ts";
import { Huiyin } from "./server.ts";

// The page of a case: its map, steps that are not possible yet, who reported it, papers and the whole file.

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

type Told = { report: { place: { measured?: unknown } } };
type View = { case: { number: string; place: unknown; reports: Told[] }; may_unmask: boolean; nearby: unknown[]; zones: { name: string }[] };

/** The first case of the list for which this holds. */
async function found(desk: Desk, query: string, fits: (view: View) => boolean): Promise<View> {
  type List = { rows: { number: string }[]; next: string | null };
  for (let after: string | null = ""; after !== null; ) {
    const list: List = await (await desk.context.request.get(`/api/v1/cases?${query}${after && `&after=${encodeURIComponent(after)}`}`)).json();
    for (const { number } of list.rows) {
      const view = (await (await desk.context.request.get(`/api/v1/cases/${number}`)).json()) as View;
      if (fits(view)) {
        return view;
      }
    }
    after = list.next;
  }
  throw new Error(`no such case in ?${query}`);
}

/** Everything that the browser complained about on this page. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("hydration") || message.text().includes("stays a picture")) {
      heard.push(message.text());
    }
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  return heard;
}

test("the map shows zones, the circle and what is near by; without script it is a picture, and the words are there anyway", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const heard = complaints(desk.page);
  const view = await found(desk, "group=closed", (one) => one.case.reports[0]?.report.place.measured !== undefined && one.zones.length > 0 && one.nearby.length > 0);
  await desk.open(view.case.number);
  const map = desk.page.locator("case-map");
  await map.scrollIntoViewIfNeeded();
  await expect(map).toHaveAttribute("data-ready", "");
  await expect(map.locator("path.l-zone.l-holds")).not.toHaveCount(0);
  await expect(map.locator("path.l-county")).toHaveCount(1);
  await expect(map.locator("path.l-fix")).toBeVisible();
  await expect(map.getByRole("img", { name: "本案位置" })).toBeVisible();
  await expect(map.getByRole("link", { name: /^CX/ }).first()).toBeVisible();
  await expect(map.getByText("Leaflet")).toBeVisible();
  // Keys move and zoom it; the same in words stands beside it.
  await map.getByRole("region").focus();
  await desk.page.keyboard.press("+");
  await expect(desk.page.getByText(view.zones[0]!.name).first()).toBeVisible();
  await expect(desk.page.getByRole("region", { name: "同一场所和附近的案件" }).getByRole("link").first()).toBeVisible();
  await accessible(desk.page);
  expect(heard).toEqual([]);

  const plain = await browser.newContext({ ...CHINESE, baseURL: huiyin.url, javaScriptEnabled: false, storageState: await desk.context.storageState() });
  const page = await plain.newPage();
  await page.goto(`/desk/cases/${view.case.number}`);
  await expect(page.locator("case-map img")).toBeVisible();
  const picture = await plain.request.get(`/desk/cases/${view.case.number}/map.svg`);
  expect(picture.headers()["content-type"]).toBe("image/svg+xml");
  expect(await picture.text()).toContain('class="zone in"');
  await plain.close();
  await desk.close();
});

test("a step that is not possible yet says everything that stands in its way and leads to what meets it", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const view = await found(desk, "state=rectifying", () => true);
  await desk.open(view.case.number);
  const close = desk.next.getByRole("button", { name: "办结", exact: true });
  await expect(close).toHaveAttribute("aria-disabled", "true");
  await expect(desk.reasons("办结")).toContainText("还没到这一步");
  await expect(desk.reasons("办结")).toContainText("回复");
  await expect(desk.reasons("办结")).toContainText("公开");
  await close.focus();
  await expect(close).toBeFocused();
  await desk.reasons("办结").getByRole("button", { name: "去办回复" }).click();
  await expect(desk.page.locator("h2#form-title")).toHaveText("回复");
  await desk.close();
});

test("who reported it is masked, shown for a reason, and the reason stays on the case", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const view = await found(desk, "group=closed", (one) => one.may_unmask);
  await desk.open(view.case.number);
  const vault = desk.page.getByRole("region", { name: "上报人身份" });
  await expect(vault.getByText("还没有人看过。")).toBeVisible();
  await vault.getByRole("button", { name: "记下理由并查看" }).click();
  await expect(vault.getByText("请写明理由")).toBeVisible();
  await vault.getByLabel("为什么要看").fill("回访核实整改情况");
  await vault.getByRole("button", { name: "记下理由并查看" }).click();
  await expect(vault.getByText("身份已显示，理由已记录")).toBeVisible();
  await expect(vault.getByText(/来电群众\d\d|没有留下身份/).first()).toBeVisible();
  await expect(vault.getByRole("listitem").filter({ hasText: "回访核实整改情况" })).toBeVisible();
  await desk.page.reload();
  await expect(vault.getByText("回访核实整改情况", { exact: true })).toBeVisible();
  await expect(vault.getByText(/来电群众\d\d/)).toHaveCount(0);
  await desk.close();
});

test("papers are printed on A4, and taken as a file; the whole file is one ZIP", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const view = await found(desk, "state=rectifying", () => true);
  await desk.open(view.case.number);
  const papers = desk.page.getByRole("region", { name: "文书" });
  const saved = async (link: string | RegExp): Promise<[string, Buffer]> => {
    const [download] = await Promise.all([desk.page.waitForEvent("download"), papers.getByRole("link", { name: link }).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  const [docx, words] = await saved(/^Word 文件\s*责令限期整改通知书$/);
  expect(docx).toBe(`${view.case.number}-rectification_order.docx`);
  expect(words.subarray(0, 2).toString()).toBe("PK");
  const [zip, file] = await saved("下载案卷");
  expect(zip).toMatch(new RegExp(`^${view.case.number}-\\d{4}-\\d\\d-\\d\\d\\.zip$`));
  // The list at the end of a ZIP names what is in it.
  for (const name of ["index.html", "SHA256SUMS", "ledger.csv", "case.html", "documents/rectification_order.docx"]) {
    expect(file.includes(name), name).toBe(true);
  }

  await papers.getByRole("link", { name: /^打印\s*责令限期整改通知书$/ }).click();
  await expect(desk.page.getByRole("heading", { level: 1, name: "责令限期整改通知书" })).toBeVisible();
  expect(await desk.page.locator("script").count()).toBe(0);
  await desk.page.emulateMedia({ media: "print" });
  await expect(desk.page.getByRole("link", { name: "返回案件" })).toBeHidden();
  await expect(desk.page.locator(".paper-notes")).toBeHidden();
  const pdf = await desk.page.pdf({ preferCSSPageSize: true });
  // A4 in points.
  expect(pdf.toString("latin1")).toMatch(/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  await desk.page.emulateMedia({ media: "screen" });
  await desk.page.getByRole("link", { name: "English" }).click();
  await expect(desk.page.locator("article")).toHaveAttribute("lang", "en");
  await expect(desk.page.getByRole("heading", { level: 1, name: "Order to rectify within a time limit" })).toBeVisible();
  await desk.close();
});

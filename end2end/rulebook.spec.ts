import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import { accessible } from "./accessible.ts";
import { randomUUID } from "node:crypto";
import { LAUNCH } from "./browsers.ts";
import { Desk } from "./desk/desk.page.ts";
import { Huiyin } from "./server.ts";

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

/** The class that is changed: its name in the file, the label of its field, and its length before and after. */
const CLASS = { clock: "general", label: "办结 C 一般：天", before: "15", after: "12" };

type Row = { number: string; category: string; division: string | null };

/** Hears everything that the browser complains about on this page. */
function listen(page: Page, heard: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("hydration")) {
      heard.push(message.text());
    }
  });
  page.on("pageerror", (error) => heard.push(String(error)));
}

/** Numbers of cases that wait to be accepted and whose category is of that class. */
async function waiting(desk: Desk): Promise<string[]> {
  const api = desk.context.request;
  const file = (await (await api.get("/api/v1/rulebook/file")).json()) as { categories: { code: string; clock: string }[] };
  const ofClass = new Set(file.categories.filter((one) => one.clock === CLASS.clock).map((one) => one.code));
  const list = (await (await api.get("/api/v1/cases?state=pending_acceptance")).json()) as { rows: Row[] };
  return list.rows.filter((row) => row.division && ofClass.has(row.category)).map((row) => row.number);
}

/** Accepts a case as it is, as the desk's own form does. */
async function accept(desk: Desk, number: string): Promise<void> {
  const api = desk.context.request;
  const view = await (await api.get(`/api/v1/cases/${number}`)).json();
  const accept = { category: view.case.category, division: view.case.division, not_the_same: view.similar.map((row: { id: string }) => row.id) };
  const deed = { command: randomUUID(), case: view.case.id, base: view.case.seq, ask: { accept } };
  const answer = await (await api.post(`/api/v1/cases/${number}/commands`, { data: deed })).json();
  expect(answer.outcome, JSON.stringify(answer)).toBe("applied");
}

/** Opens the reckoning of a case's promise and expects this length and edition in it. */
async function promised(desk: Desk, number: string, length: string, edition: number): Promise<void> {
  await desk.page.goto(`/desk/cases/${number}`);
  const dues = desk.page.getByRole("region", { name: "期限" });
  const reckoning = dues.locator("details").filter({ hasText: "办结期限" });
  await reckoning.locator("summary").click();
  await expect(reckoning.locator("dl")).toContainText(`${length} 天`);
  await expect(reckoning.locator("dl")).toContainText(`规则库第 ${edition} 版`);
}

test("a deadline is changed in a draft, put in force by a second person, and holds for new cases only", async () => {
  test.setTimeout(300_000);
  const dispatcher = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const admin = await Desk.signIn(browser, huiyin.url, "admin");
  const heard: string[] = [];
  listen(dispatcher.page, heard);
  listen(admin.page, heard);
  const [old, fresh] = await waiting(dispatcher);
  expect(fresh, "two cases of the class wait to be accepted").toBeTruthy();
  await accept(dispatcher, old);

  const page = dispatcher.page;
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "规则库" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "规则库" })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "新建草稿" }).click();
  await expect(page.getByText("写过的人")).toBeVisible();

  // Another tab has the section open before it is changed here.
  const tab = await dispatcher.context.newPage();
  await tab.goto("/desk/rulebook/clocks");
  await expect(tab.getByLabel(CLASS.label)).toBeEnabled();
  await page.getByRole("link", { name: "期限与数值" }).click();
  await expect(page.getByLabel(CLASS.label)).toHaveValue(CLASS.before);
  await page.getByLabel(CLASS.label).fill("0");
  await page.getByLabel(CLASS.label).blur();
  await expect(page.getByText("数字不合适。填 1 到 366。")).toBeVisible();
  await accessible(page);
  await page.getByLabel(CLASS.label).fill(CLASS.after);
  await page.getByLabel(CLASS.label).blur();
  await expect(page.getByText("已存入草稿", { exact: true })).toBeVisible();

  // The other tab is told, and keeps what was typed there.
  await tab.getByLabel("签收：工作日").fill("2");
  await tab.getByLabel("签收：工作日").blur();
  await expect(tab.getByText("没有存：别人刚改过这一部分")).toBeVisible();
  await expect(tab.getByLabel("签收：工作日")).toHaveValue("2");
  await tab.getByRole("button", { name: "用对方写的" }).click();
  await expect(tab.getByLabel(CLASS.label)).toHaveValue(CLASS.after);
  await tab.close();

  await page.getByRole("link", { name: "看改动，准备生效" }).click();
  const change = page.getByRole("region", { name: "草稿的改动" });
  await expect(change.locator("del")).toHaveText(CLASS.before);
  await expect(change.locator("ins")).toHaveText(CLASS.after);
  await expect(page.getByText("写过这份草稿的人不能自己生效")).toBeVisible();
  await expect(page.getByRole("button", { name: "生效为新版本" })).toHaveCount(0);
  await accessible(page);

  await admin.page.goto("/desk/rulebook/preview");
  await expect(admin.page.getByText("它们的期限、承诺日期按受理时的版本，不受影响")).toBeVisible();
  await admin.page.getByRole("button", { name: "生效为新版本" }).click();
  await expect(admin.page.getByText("已生效：第 2 版")).toBeVisible();
  await admin.page.goto("/desk/rulebook");
  await expect(admin.page.getByRole("region", { name: "现行版本" })).toContainText("第 2 版");
  await expect(admin.page.getByRole("region", { name: "记录" }).getByRole("listitem").first()).toContainText("生效 第 2 版");

  await accept(dispatcher, fresh);
  await promised(dispatcher, fresh, CLASS.after, 2);
  await promised(dispatcher, old, CLASS.before, 1);
  await accessible(page);
  expect(heard).toEqual([]);
  await dispatcher.close();
  await admin.close();
});

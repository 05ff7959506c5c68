import { chromium, expect, test, type Browser } from "@playwright/test";
import { accessible } from "./accessible.ts";
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

const HEAD = "工单编号,诉求内容,来电时间,诉求类别,事发地址,来电人,联系电话";
const GOOD = "FJ2026111900871,老渡口旁夜里偷倒油漆桶,2026-11-19 21:40,垃圾乱倒,老渡口,陈某,19900000001";

function table(second: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name: "十一月工单.csv", mimeType: "text/csv", buffer: Buffer.from(`${HEAD}\n${GOOD}\n${second}\n`) };
}

async function upload(desk: Desk, second: string): Promise<void> {
  await desk.page.goto("/desk/imports");
  await desk.page.getByLabel("表格文件").setInputFiles(table(second));
  await desk.page.getByRole("button", { name: "上传并看列名" }).click();
  await expect(desk.page.getByRole("heading", { level: 1, name: "十一月工单.csv" })).toBeVisible();
}

test("a bad row is told before anything happens; mended, it becomes a case that can be found", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const { page } = desk;
  await desk.page.goto("/desk/imports");
  await accessible(desk.page);
  await page.getByRole("button", { name: "上传并看列名" }).click();
  await expect(page.getByText("还没有选文件")).toBeVisible();

  await upload(desk, "FJ2026112000872,五里亭加油站旁污水外流,昨天,,五里亭,林某,19900000002");
  await expect(page.getByLabel("工单编号")).toHaveValue("number");
  await expect(page.getByLabel("联系电话")).toHaveValue("");
  await expect(page.getByText("19900000001")).toHaveCount(0);
  await accessible(desk.page);
  await page.getByRole("button", { name: "试导入，不改变任何数据" }).click();
  const faults = page.getByRole("table", { name: "有问题的行" });
  await expect(faults.getByRole("row").nth(1)).toContainText("来电时间");
  await expect(faults.getByRole("row").nth(1)).toContainText("昨天");
  await expect(faults.getByRole("row").nth(1)).toContainText("写成 2026-11-23");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载全部问题 CSV" }).click()]);
  expect(file.suggestedFilename()).toMatch(/^faults-.*\.csv$/);
  await accessible(desk.page);

  // Mended in the table and uploaded again.
  await upload(desk, "FJ2026112000872,五里亭加油站旁污水外流,2026-11-20,,五里亭,林某,19900000002");
  await page.getByRole("button", { name: "试导入，不改变任何数据" }).click();
  await page.getByRole("button", { name: "导入可以导入的行 (2)" }).click();
  await expect(page.getByText("导入完成: 2 行")).toBeVisible();
  const taken = page.getByRole("table", { name: "逐行结果" });
  await expect(taken.getByRole("row")).toHaveCount(3);
  await accessible(desk.page);
  await taken.getByRole("link").first().click();
  await expect(page.getByText("老渡口旁夜里偷倒油漆桶").first()).toBeVisible();
  await expect(page.getByText("来自 12345 工单 FJ2026111900871")).toBeVisible();
  await page.goto("/desk");
  await desk.search("油漆桶");
  await expect(page.getByRole("main").locator('a[href^="/desk/cases/"]')).toHaveCount(1);

  // The same file once more changes nothing, and says so.
  await upload(desk, "FJ2026112000872,五里亭加油站旁污水外流,2026-11-20,,五里亭,林某,19900000002");
  await page.getByRole("button", { name: "试导入，不改变任何数据" }).click();
  await expect(page.getByText("以前导入过，不变")).toBeVisible();
  await expect(page.getByRole("button", { name: /导入可以导入的行/ })).toHaveCount(0);
  await desk.close();
});

test("a file that is no table is refused in words, and stays chosen", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  await desk.page.goto("/desk/imports");
  await desk.page.getByLabel("表格文件").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("%PDF-1.7\n\0\0") });
  await desk.page.getByRole("button", { name: "上传并看列名" }).click();
  await expect(desk.page.getByText("这不是表格文件")).toBeVisible();
  expect(await desk.page.getByLabel("表格文件").inputValue()).toContain("a.csv");
  await desk.close();
});

test("whom it does not concern sees no way to it", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "liaison");
  await expect(desk.page.getByRole("navigation").getByRole("link", { name: "导入" })).toHaveCount(0);
  const answer = await desk.page.goto("/desk/imports");
  expect(answer?.status()).toBe(403);
  await desk.close();
});

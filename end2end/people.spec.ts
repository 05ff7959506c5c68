import { chromium, expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import jpeg from "jpeg-js";
import decodeQR from "qr/decode.js";
import { CHINESE, LAUNCH, PATIENCE_MS } from "./browsers.ts";
import { Desk } from "./desk/desk.page.ts";
import { Huiyin } from "./server.ts";

/** A sentence that its person remembers. */
const OWN_PASSWORD = "石桥下的水二零二六年清";
const NAME = "新来的";
const SIGN_IN_NAME = "patroller-new";

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

test("an administrator invites a patroller, who sets a password and signs in; closing the account ends it", async () => {
  const admin = await signInAsAdmin();
  const link = await invite(admin);
  const own = await browser.newContext({ ...CHINESE, baseURL: huiyin.url });
  own.setDefaultTimeout(PATIENCE_MS);
  try {
    const page = await setPassword(own, link);
    await signIn(page);
    await closeAccount(admin);
    await test.step("the session is over", async () => {
      await page.goto("/desk");
      await expect(page).toHaveURL(/\/desk\/sign-in/);
      await page.getByLabel("用户名").fill(SIGN_IN_NAME);
      await page.getByLabel("密码").fill(OWN_PASSWORD);
      await page.getByRole("button", { name: "登录" }).click();
      await expect(page.getByRole("alert")).toContainText("用户名或密码不对");
    });
  } finally {
    await own.close();
    await admin.context().close();
  }
});

/** Administrators have no cases: their desk says so, and shows them their rooms. */
async function signInAsAdmin(): Promise<Page> {
  const desk = await Desk.signIn(browser, huiyin.url, "admin");
  await expect(desk.page.getByText("您的角色不看案件")).toBeVisible();
  await desk.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "人员" }).click();
  await expect(desk.page.getByRole("heading", { level: 1, name: "人员" })).toBeVisible();
  return desk.page;
}

async function invite(page: Page): Promise<string> {
  return test.step("the form names what is wrong, keeps what was typed, and gives a link and a code", async () => {
    await page.getByRole("link", { name: "新建账号" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "新建账号" })).toBeVisible();
    await page.getByLabel("姓名").fill(NAME);
    await page.getByLabel("登录名").fill("patroller");
    await page.getByLabel("所在单位").selectOption({ label: "白石镇" });
    await page.getByLabel("角色 1").selectOption({ label: "巡查员" });
    await page.getByLabel("范围 1").selectOption({ label: "白石镇" });
    await page.getByRole("button", { name: "保存并邀请" }).click();
    await expect(page.getByRole("alert")).toContainText("这个登录名已经有人用了");
    await expect(page.getByLabel("登录名")).toBeFocused();
    await expect(page.getByLabel("姓名")).toHaveValue(NAME);
    await expect(page.getByLabel("范围 1").locator("option:checked")).toHaveText("白石镇");

    await page.getByLabel("登录名").fill(SIGN_IN_NAME);
    await page.getByRole("button", { name: "保存并邀请" }).click();
    await expect(page.getByText("账号建好了")).toBeVisible();
    const link = await page.getByLabel("邀请链接", { exact: true }).inputValue();
    const seen = await page.getByRole("img", { name: "邀请链接的二维码" }).screenshot({ type: "jpeg" });
    expect(decodeQR(jpeg.decode(seen, { useTArray: true })), "what a phone's camera reads").toBe(link);
    return link;
  });
}

async function setPassword(context: BrowserContext, link: string): Promise<Page> {
  return test.step("the invited person sets a password, once", async () => {
    const page = await context.newPage();
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${NAME}，您好`);
    await page.getByLabel("密码", { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel("再输一次密码").fill("别的什么密码一二三四");
    await page.getByRole("button", { name: "设置密码" }).click();
    await expect(page.getByRole("alert")).toContainText("两次输入的密码不一样");
    await page.getByLabel("密码", { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel("再输一次密码").fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "设置密码" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "密码设好了" })).toBeVisible();
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: "这个邀请链接已经用过" })).toBeVisible();
    return page;
  });
}

async function signIn(page: Page): Promise<void> {
  await test.step("and signs in", async () => {
    await page.getByRole("link", { name: "登录工作台" }).click();
    await page.getByLabel("用户名").fill(SIGN_IN_NAME);
    await page.getByLabel("密码").fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "登录" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "案件" })).toBeVisible();
    await expect(page.getByText("巡查员 · 澄溪县")).toBeVisible();
  });
}

async function closeAccount(page: Page): Promise<void> {
  await test.step("the administrator closes the account", async () => {
    await page.getByRole("link", { name: "看这个账号" }).click();
    await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
    await page.getByText("停用账号", { exact: true }).click();
    await page.getByRole("button", { name: "停用这个账号" }).click();
    await expect(page.getByText("账号已停用，所有设备都已退出。")).toBeVisible();
    await expect(page.getByText("手上没有开着的案件。")).toBeVisible();
  });
}

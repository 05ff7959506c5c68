import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import { accessible } from "./accessible.ts";
import { LAUNCH, Phone } from "./browsers.ts";
import { Desk } from "./desk/desk.page.ts";
import { Field } from "./field/field.page.ts";
import { day, Huiyin } from "./server.ts";

/** In the township where the demonstration's plain-named people work. */
const HERE = { latitude: 26.0613, longitude: 117.9027, accuracy: 9 };
const TITLE = "白石夜间突查";
const PLANT = "白石新型建材厂";
const SEWAGE = "白石镇污水处理站";

test("a surprise inspection is planned, stays a secret, and is walked on a phone without network", async () => {
  test.setTimeout(300_000);
  const huiyin = await Huiyin.start();
  const browser = await chromium.launch(LAUNCH);
  const phone = new Phone(HERE);
  try {
    const address = await planned(huiyin, browser);
    await isUnknownTo(huiyin, browser, "coordinator", address);

    const context = await phone.start("online");
    const field = await Field.open(context, huiyin.url);
    await field.signIn("patroller");
    await field.readyForOffline();
    await expect(field.task(new RegExp(TITLE))).toContainText("还没公开");

    await context.setOffline(true);
    await field.task(new RegExp(TITLE)).click();
    await expect(field.page.getByText("开始以前别人看不到")).toBeVisible();
    await accessible(field.page);
    const plant = field.page.getByRole("listitem").filter({ hasText: PLANT });
    await plant.getByRole("button", { name: `${PLANT}：没有发现问题` }).click();
    await plant.getByRole("button", { name: "到过这里，没有发现问题" }).click();
    await expect(plant).toContainText("存在这部手机里，还没传");
    await expect(field.page.getByText("到过 1 / 2 个点位")).toBeVisible();

    await field.page.getByRole("link", { name: `${SEWAGE}：上报问题` }).click();
    await expect(field.page.getByRole("note")).toContainText(SEWAGE);
    await field.choose("噪声");
    await expect(field.page.getByText("精度 ±9 米，很准")).toBeVisible();
    await field.write("看到了什么？", "鼓风机整夜响，像拖拉机");
    await field.draftKept();
    await field.press("放进发件箱");
    await expect(field.page.getByText("已存在这部手机，县里还没收到")).toBeVisible();

    // Closed and started again without network, both are still shown as done.
    await phone.close();
    const again = await phone.start("offline");
    const cold = await Field.open(again, huiyin.url);
    await cold.task(new RegExp(TITLE)).click();
    await expect(cold.page.getByText("到过 2 / 2 个点位")).toBeVisible();
    await again.setOffline(false);
    await expect(cold.pill).toHaveText("都已送达", { timeout: 60_000 });
    await expect(cold.page.getByText("存在这部手机里，还没传")).toHaveCount(0);
    await cold.press("结束巡查");
    await cold.press("确实结束了");
    // Once the county has it, it leaves the phone.
    await expect(cold.page.getByText("这部手机里没有这次巡查")).toBeVisible();

    await isKnown(huiyin, browser, address);
  } finally {
    await Promise.all([phone.remove(), browser.close()]);
    await huiyin.remove();
  }
});

/** The dispatcher plans it; answers the address of its page. */
async function planned(huiyin: Huiyin, browser: Browser): Promise<string> {
  return test.step("the dispatcher plans a surprise inspection", async () => {
    const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
    const page = desk.page;
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "巡查" }).click();
    await page.getByRole("link", { name: "安排巡查" }).click();
    await accessible(page);
    await page.getByLabel("种类").selectOption({ label: "突击检查" });
    await expect(page.getByText("开始以前，只有去的人和安排的人看得到。")).toBeVisible();
    // Nothing chosen: every field that is missing is named, and what was typed stays.
    await page.getByLabel("名称").fill(TITLE);
    await page.getByRole("button", { name: "安排下去" }).click();
    const wrong = page.getByRole("alert");
    await expect(wrong).toContainText("点位");
    await expect(wrong).toContainText("去的人");
    await expect(page.getByLabel("名称")).toHaveValue(TITLE);
    const sites = page.getByRole("group", { name: /^点位/ });
    for (const site of [PLANT, SEWAGE]) {
      await sites.getByRole("checkbox", { name: new RegExp(site) }).check();
    }
    const people = page.getByRole("group", { name: /^去的人/ });
    const name = await huiyin.nameOf("patroller");
    await people.getByLabel(/^查找/).fill(name);
    await people.getByRole("checkbox", { name: new RegExp(name) }).check();
    await page.getByRole("button", { name: "安排下去" }).click();
    await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
    await expect(page.getByText("还没公开")).toBeVisible();
    await accessible(page);
    const address = new URL(page.url()).pathname;
    await desk.close();
    return address;
  });
}

async function isUnknownTo(huiyin: Huiyin, browser: Browser, who: string, address: string): Promise<void> {
  await test.step("another coordinator does not know of it", async () => {
    const desk = await Desk.signIn(browser, huiyin.url, who);
    // The demonstration's own are of the weeks around today.
    await desk.page.goto(`/desk/patrols?from=${day(-30)}&to=${day(30)}`);
    await expect(desk.page.getByText("白石镇日常巡查").first()).toBeVisible();
    await expect(desk.page.getByText(TITLE)).toHaveCount(0);
    await desk.page.goto("/desk/patrols");
    await expect(desk.page.getByRole("heading", { level: 1, name: "巡查" })).toBeVisible();
    await expect(desk.page.getByRole("region", { name: "点位覆盖率" })).toBeVisible();
    await expect(desk.page.getByText(TITLE)).toHaveCount(0);
    expect((await desk.page.goto(address))?.status()).toBe(404);
    await desk.close();
  });
}

async function isKnown(huiyin: Huiyin, browser: Browser, address: string): Promise<void> {
  await test.step("its page shows what was found at both places", async () => {
    const desk = await Desk.signIn(browser, huiyin.url, "coordinator");
    const page = desk.page;
    await page.goto(address);
    await expect(page.getByText("已完成", { exact: true })).toBeVisible();
    const visits = page.getByRole("region", { name: /点位和巡查情况 · 2 \/ 2/ });
    await expect(visits.getByRole("listitem").filter({ hasText: PLANT })).toContainText("未发现问题");
    await expect(visits.getByRole("listitem").filter({ hasText: SEWAGE })).toContainText("发现问题");
    const cases = page.getByRole("region", { name: "由此来的上报" });
    await expect(cases.getByRole("link", { name: /鼓风机整夜响/ })).toBeVisible();
    await accessible(page);
    await desk.close();
  });
}

import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import { accessible } from "./accessible.ts";
import { CHINESE, LAUNCH, Phone } from "./browsers.ts";
import { Desk } from "./desk/desk.page.ts";
import { Field } from "./field/field.page.ts";
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

/** Everything that the browser complained about on this page. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("hydration")) {
      heard.push(message.text());
    }
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  return heard;
}

test("the public door is complete without script, and says so in its policy", async () => {
  const context = await browser.newContext({ ...CHINESE, baseURL: huiyin.url });
  const page = await context.newPage();
  const heard = complaints(page);
  for (const path of ["/", "/en/", "/receipt", "/en/receipt"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect(answer?.headers()["content-security-policy"], path).not.toContain("script-src");
    expect(await page.locator("script").count(), path).toBe(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page.locator("html")).toHaveAttribute("lang", path.startsWith("/en") ? /^en/ : "zh-CN");
    await accessible(page);
  }
  expect(heard).toEqual([]);
  await context.close();
});

test("a public case page reads without script, in both languages", async () => {
  const context = await browser.newContext({ ...CHINESE, baseURL: huiyin.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  const first = page.getByRole("main").locator('a[href^="/cases/"]').first();
  const address = (await first.getAttribute("href")) ?? "";
  await first.click();
  await expect(page).toHaveURL(huiyin.url + address);
  await expect(page.getByRole("heading", { name: "查到了什么" })).toBeVisible();
  await page.goto(`/en${address}`);
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
  await expect(page.getByRole("heading", { name: "What was found" })).toBeVisible();
  await context.close();
});

test("what does not exist is a 404 in words, on every door", async () => {
  const context = await browser.newContext({ ...CHINESE, baseURL: huiyin.url });
  const page = await context.newPage();
  for (const path of ["/nothing-here", "/cases/CX99-9999", "/en/cases/CX99-9999"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  const problem = await context.request.get("/api/v1/nothing-here");
  expect(problem.status()).toBe(404);
  expect(problem.headers()["content-type"]).toContain("application/problem+json");
  await context.close();
});

test("every answer forbids framing and guessing, and names its request", async () => {
  const context = await browser.newContext({ baseURL: huiyin.url });
  for (const path of ["/", "/field", "/desk/sign-in", "/healthz"]) {
    const headers = (await context.request.get(path)).headers();
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toBeTruthy();
    if (path !== "/healthz") {
      expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    }
  }
  await context.close();
});

test("built files may be kept for ever and come compressed", async () => {
  const context = await browser.newContext({ baseURL: huiyin.url });
  const shell = await (await context.request.get("/field")).text();
  const boot = /src="(\/assets\/boot-field\.[0-9a-f]{16}\.js)"/.exec(shell)?.[1] ?? "";
  expect(boot).not.toBe("");
  const answer = await context.request.get(boot, { headers: { "accept-encoding": "br" } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-encoding"]).toBe("br");
  expect(answer.headers()["cache-control"]).toContain("immutable");
  const worker = await context.request.get("/sw.js");
  expect(worker.headers()["cache-control"]).not.toContain("immutable");
  await context.close();
});

test("the desk asks who you are, refuses a wrong password in words, and lets the right person in and out", async () => {
  const context = await browser.newContext({ ...CHINESE, baseURL: huiyin.url });
  const page = await context.newPage();
  await page.goto("/desk");
  await expect(page).toHaveURL(/\/desk\/sign-in/);
  await accessible(page);
  await page.getByLabel("用户名").fill("coordinator");
  await page.getByLabel("密码").fill("not the password");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("用户名").fill("coordinator");
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "案件" })).toBeVisible();
  const cookies = await context.cookies();
  expect(cookies.find((cookie) => cookie.name === "huiyin")).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await context.close();
});

test("another site cannot make a signed-in person do something", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const answer = await desk.context.request.delete("/api/v1/session", { headers: { origin: "https://elsewhere.example" } });
  expect(answer.status()).toBe(403);
  expect((await desk.context.request.get("/api/v1/session")).status()).toBe(200);
  await desk.close();
});

test("the desk comes alive without a complaint, and its main screens are accessible", async () => {
  const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
  const heard = complaints(desk.page);
  // A case's page listens for as long as it is open; here the line ends at once, so that the network comes to rest.
  await desk.page.route("**/live?since=*", (route) => route.fulfill({ contentType: "text/event-stream", body: "retry: 3600000\n\n" }));
  await desk.page.goto("/desk");
  await accessible(desk.page);
  await desk.page.getByRole("main").locator('a[href^="/desk/cases/"]').first().click();
  await expect(desk.next).toBeVisible();
  await accessible(desk.page);
  await desk.page.reload();
  await expect(desk.next).toBeVisible();
  await desk.page.waitForLoadState("networkidle");
  for (const [path, title] of [["/desk?map=true", "案件"], ["/desk/on-spot", /当场整改/]] as const) {
    await desk.page.goto(path);
    await expect(desk.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await accessible(desk.page);
  }
  await desk.page.goto("/desk/figures");
  await expect(desk.page.getByRole("heading", { level: 1, name: "数据" })).toBeVisible();
  await accessible(desk.page);
  const received = desk.page.getByRole("link", { name: / · 收到$/ }).first();
  const number = await received.innerText();
  await received.click();
  await expect(desk.page.getByText("只看：收到")).toBeVisible();
  await expect(desk.page.getByRole("link", { name: new RegExp(`^全部\\s*${number}$`) })).toBeVisible();
  expect(heard).toEqual([]);
  await desk.close();
});

test("the field door starts cold without network and server, on any of its addresses", async () => {
  const phone = new Phone({ latitude: 26.06, longitude: 117.9, accuracy: 8 });
  const own = await Huiyin.start();
  try {
    let field = await Field.open(await phone.start("online"), own.url);
    await accessible(field.page);
    await field.signIn("patroller");
    await field.readyForOffline();
    await phone.close();
    await own.kill();
    for (const [path, title] of [["/field", "今日"], ["/field/outbox", "发件箱"], ["/field/settings", "设置"]] as const) {
      const context = await phone.start("offline");
      const page = context.pages()[0]!;
      const heard = complaints(page);
      field = await Field.open(context, own.url, path);
      await expect(field.title(title)).toBeVisible();
      await accessible(field.page);
      expect(heard.filter((text) => !text.includes("net::ERR_"))).toEqual([]);
      await phone.close();
    }
  } finally {
    await phone.remove();
    await own.remove();
  }
});

test("the service worker keeps nothing but the field door's own files", async () => {
  const phone = new Phone({ latitude: 26.06, longitude: 117.9, accuracy: 8 });
  try {
    const field = await Field.open(await phone.start("online"), huiyin.url);
    await field.signIn("patroller2");
    await field.readyForOffline();
    await field.page.goto(`${huiyin.url}/`);
    await field.page.goto(`${huiyin.url}/desk/sign-in`);
    const kept = await field.page.evaluate(async () => {
      const names = await caches.keys();
      const urls = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)));
      return urls.flat();
    });
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter((path) => !["/field", "/manifest.webmanifest"].includes(path) && !path.startsWith("/assets/"))).toEqual([]);
  } finally {
    await phone.remove();
  }
});

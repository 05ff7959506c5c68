import { chromium, expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LAUNCH } from "./browsers.ts";
import { Huiyin, PASSWORD } from "./server.ts";

// Pictures of the main screens to look at beside the mockups, in .out/screens. Each also has to fit its width and to make
// no complaint in the console.

const FOLDER = join(import.meta.dirname, ".out/screens");
const WIDTHS = [360, 768, 1280];
const THEMES = ["light", "dark", "sun"] as const;
const LANGUAGES = ["zh", "en"] as const;

let huiyin: Huiyin;
let browser: Browser;

test.beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  huiyin = await Huiyin.start();
  browser = await chromium.launch(LAUNCH);
});

test.afterAll(async () => {
  await browser?.close();
  await huiyin?.remove();
});

type Screen = { name: string; door: "public" | "desk" | "field"; as?: string; path: (page: Page) => Promise<string> };

const SCREENS: Screen[] = [
  { name: "public-home", door: "public", path: async () => "/" },
  { name: "public-case", door: "public", path: firstPublicCase },
  { name: "public-receipt", door: "public", path: async () => "/receipt" },
  { name: "desk-sign-in", door: "desk", path: async () => "/desk/sign-in" },
  { name: "desk-inbox", door: "desk", as: "dispatcher", path: async () => "/desk" },
  { name: "desk-inbox-map", door: "desk", as: "dispatcher", path: async () => "/desk?map=true" },
  { name: "desk-on-spot", door: "desk", as: "dispatcher", path: async () => "/desk/on-spot" },
  { name: "desk-merge", door: "desk", as: "dispatcher", path: async (page) => `${await firstDeskCase(page)}/merge` },
  { name: "desk-figures", door: "desk", as: "dispatcher", path: async () => "/desk/figures?by=unit" },
  { name: "desk-case", door: "desk", as: "dispatcher", path: firstDeskCase },
  { name: "desk-settings", door: "desk", as: "coordinator", path: async () => "/desk/settings" },
  { name: "field-sign-in", door: "field", path: async () => "/field" },
  { name: "field-today", door: "field", as: "patroller2", path: async () => "/field" },
  { name: "field-new", door: "field", as: "patroller2", path: async () => "/field/new" },
  { name: "field-outbox", door: "field", as: "patroller2", path: async () => "/field/outbox" },
  { name: "field-replies", door: "field", as: "patroller2", path: async () => "/field/replies" },
  { name: "field-settings", door: "field", as: "patroller2", path: async () => "/field/settings" },
];

for (const screen of SCREENS) {
  test(`screen ${screen.name}`, async () => {
    const heard: string[] = [];
    const context = await browser.newContext({
      baseURL: huiyin.url,
      timezoneId: "Asia/Shanghai",
      geolocation: { latitude: 26.06, longitude: 117.9, accuracy: 8 },
      permissions: ["geolocation"],
    });
    const page = await context.newPage();
    // A case's page listens for as long as it is open; here the line ends at once, so that the network comes to rest.
    await page.route("**/live?since=*", (route) => route.fulfill({ contentType: "text/event-stream", body: "retry: 3600000\n\n" }));
    page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(String(error)));
    if (screen.as) {
      await signIn(context, page, screen.door, screen.as);
    }
    const path = await screen.path(page);
    for (const language of LANGUAGES) {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
        await show(context, page, screen.door, path, language);
        for (const theme of THEMES) {
          await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
          await page.screenshot({ path: join(FOLDER, `${screen.name}.${language}.${theme}.${width}.png`), fullPage: true });
        }
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(beyond, `${screen.name} at ${width} in ${language} is wider than the screen`).toBeLessThanOrEqual(0);
      }
    }
    expect(heard).toEqual([]);
    await context.close();
  });
}

async function signIn(context: BrowserContext, page: Page, door: Screen["door"], name: string): Promise<void> {
  await page.goto(door === "field" ? "/field" : "/desk");
  await page.getByLabel(/用户名|User name|Sign-in name/).fill(name);
  await page.getByLabel(/^(密码|Password)$/).fill(PASSWORD);
  await page.getByRole("button", { name: /^(登录|Sign in)$/ }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

async function show(context: BrowserContext, page: Page, door: Screen["door"], path: string, language: "zh" | "en"): Promise<void> {
  if (door === "public") {
    await page.goto((language === "en" ? "/en" : "") + path);
  } else {
    await setLanguage(context, page, door, language);
    await page.goto(path);
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", language === "en" ? /^en/ : "zh-CN");
  await page.waitForLoadState("networkidle");
}

async function setLanguage(context: BrowserContext, page: Page, door: Screen["door"], language: "zh" | "en"): Promise<void> {
  if (door === "desk") {
    await context.addCookies([{ name: "huiyin-lang", value: language === "en" ? "en" : "zh-CN", url: huiyin.url }]);
  } else {
    if (!page.url().startsWith(huiyin.url)) {
      await page.goto("/field");
    }
    await page.evaluate((language) => localStorage.setItem("huiyin.language", language), language === "en" ? "en" : "zh-CN");
  }
}

async function firstPublicCase(page: Page): Promise<string> {
  await page.goto("/");
  return (await page.getByRole("main").locator('a[href^="/cases/"]').first().getAttribute("href")) ?? "/";
}

async function firstDeskCase(page: Page): Promise<string> {
  await page.goto("/desk");
  return (await page.getByRole("main").locator('a[href^="/desk/cases/"]').first().getAttribute("href")) ?? "/desk";
}

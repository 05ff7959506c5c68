import { chromium, expect, test, type Browser } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LAUNCH } from "./browsers.ts";
import { addressOf, LANGUAGES, SCREENS, show, THEMES, visit } from "./screens.ts";
import { Huiyin } from "./server.ts";
import { giveWork } from "./work.ts";

// Pictures of the screens to look at beside the mockups, in .out/screens.

const FOLDER = join(import.meta.dirname, ".out/screens");
const WIDTHS = [360, 768, 1280];

let huiyin: Huiyin;
let browser: Browser;

test.beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  huiyin = await Huiyin.start();
  await giveWork(huiyin);
  browser = await chromium.launch(LAUNCH);
});

test.afterAll(async () => {
  await browser?.close();
  await huiyin?.remove();
});

for (const screen of SCREENS) {
  test(`screen ${screen.name}`, async () => {
    const page = await visit(browser, huiyin, screen);
    const heard: string[] = [];
    page.on("console", (message) => message.type() === "error" && heard.push(message.text()));
    page.on("pageerror", (error) => heard.push(String(error)));
    const address = await addressOf(screen, page);
    for (const language of LANGUAGES) {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
        await show(page, screen, address, language);
        for (const theme of THEMES) {
          await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
          await page.screenshot({ path: join(FOLDER, `${screen.name}.${language}.${theme}.${width}.png`), fullPage: true });
        }
      }
    }
    expect(heard.filter((text) => !text.includes("status of 404"))).toEqual([]);
    await page.context().close();
  });
}

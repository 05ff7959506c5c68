import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import AxeBuilder from "@axe-core/playwright";
import { LAUNCH } from "./browsers.ts";
import { addressOf, caseIn, LANGUAGES, NARROW, SCREENS, show, THEMES, visit, WIDE, type Language, type Screen } from "./screens.ts";
import { Huiyin } from "./server.ts";

// Every screen for everybody: no fault that axe can see, nothing wider than the screen, no code where words belong, no complaint
// of the browser. Narrow and wide in Chinese; the key screens in every theme and language. screens.ts is the table.

let huiyin: Huiyin;
let browser: Browser;
const open = new Map<string, Promise<Page>>();

test.beforeAll(async () => {
  huiyin = await Huiyin.start();
  browser = await chromium.launch(LAUNCH);
});

test.afterAll(async () => {
  open.clear();
  await browser?.close();
  await huiyin?.remove();
});

/** One browser for each person at each door. */
function pageOf(door: Screen["door"], as?: string): Promise<Page> {
  const who = `${door}/${as ?? "nobody"}`;
  const known = open.get(who) ?? visit(browser, huiyin.url, door, as);
  open.set(who, known);
  return known;
}

async function theme(page: Page, name: (typeof THEMES)[number]): Promise<void> {
  await page.evaluate((name) => (document.documentElement.dataset.theme = name), name);
}

async function isForEverybody(page: Page, language: Language, where: string): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  const faults = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect.soft(faults, where).toEqual([]);
  await fits(page, where);
  expect.soft(await codes(page), `${where}: codes instead of words`).toEqual([]);
  if (language === "en") {
    expect.soft(await untranslated(page), `${where}: not translated`).toEqual([]);
  }
}

async function fits(page: Page, where: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(beyond, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** What looks like a name in the program. */
function codes(page: Page): Promise<string[]> {
  return page.evaluate(() => document.body.innerText.match(/\b[a-z]+(?:_[a-z]+)+\b|\bundefined\b|\bNaN\b/g) ?? []);
}

/** Buttons, labels and headings of tables are the program's own words; what people wrote and names of places stay as they are. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = document.querySelectorAll("button, label, legend, th, dt, nav a, h1 + p");
    const words = [...own].filter((one) => !one.closest("[lang^=zh]") && (one as HTMLElement).checkVisibility()).map((one) => (one as HTMLElement).innerText.trim());
    return words.filter((text) => /^\p{Script=Han}{2,}/u.test(text));
  });
}

for (const screen of SCREENS) {
  test(`${screen.name} is for everybody`, async () => {
    const page = await pageOf(screen.door, screen.as);
    const heard: string[] = [];
    const hear = (error: Error) => heard.push(String(error));
    page.on("pageerror", hear);
    const address = await addressOf(screen, page);
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size);
      await show(page, screen, address, "zh");
      await theme(page, "light");
      await isForEverybody(page, "zh", `${screen.name} at ${size.width}`);
    }
    await page.setViewportSize(NARROW);
    for (const language of screen.key ? LANGUAGES : []) {
      await show(page, screen, address, language);
      for (const name of THEMES) {
        await theme(page, name);
        await isForEverybody(page, language, `${screen.name}, ${language}, ${name}`);
      }
    }
    page.off("pageerror", hear);
    expect(heard).toEqual([]);
  });
}

const STATES = [
  "pending_acceptance",
  "accepted",
  "dispatched",
  "in_progress",
  "rectifying",
  "awaiting_recheck",
  "awaiting_approval",
  "stage_closed",
  "suspended",
  "reopen_requested",
  "closed",
];

test("every form of the desk that the demonstration's cases offer is for everybody", async () => {
  test.setTimeout(300_000);
  const page = await pageOf("desk", "dispatcher");
  await page.setViewportSize(NARROW);
  const seen = new Set<string>();
  for (const state of STATES) {
    const address = await caseIn(state)(page);
    const number = address.split("/").at(-1);
    const view = (await (await page.context().request.get(`/api/v1/cases/${number}`)).json()) as { offers: { verb: string; unmet: unknown[] }[] };
    for (const { verb } of view.offers.filter((offer) => offer.unmet.length === 0 && !seen.has(offer.verb))) {
      seen.add(verb);
      await show(page, { name: verb, door: "desk", path: address }, `${address}?do=${verb}`, "zh");
      await expect(page.locator("h2#form-title")).toBeVisible();
      await isForEverybody(page, "zh", `form ${verb}`);
    }
  }
  expect(seen.size).toBeGreaterThan(15);
});

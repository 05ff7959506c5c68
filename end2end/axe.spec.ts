import { chromium, expect, test, type Browser, type Page } from "@playwright/test";
import { faults } from "./accessible.ts";
import { LAUNCH } from "./browsers.ts";
import { addressOf, caseIn, LANGUAGES, NARROW, SCREENS, show, THEMES, visit, WIDE, type Language, type Screen } from "./screens.ts";
import { Huiyin } from "./server.ts";
import { giveWork } from "./work.ts";

// Every screen for everybody: no fault that axe can see on a narrow phone, nothing wider than the screen there and on a wide one,
// no code where words belong, no complaint of the browser. The key screens in every theme and language. screens.ts is the table.

let huiyin: Huiyin;
let browser: Browser;
const open = new Map<unknown, Promise<Page>>();

test.beforeAll(async () => {
  huiyin = await Huiyin.start();
  await giveWork(huiyin);
  browser = await chromium.launch(LAUNCH);
});

test.afterAll(async () => {
  open.clear();
  await browser?.close();
  await huiyin?.remove();
});

/** One browser for each person at each door. */
function pageOf(screen: Screen): Promise<Page> {
  const who = typeof screen.as === "function" ? screen.as : `${screen.door}/${screen.as ?? "nobody"}`;
  const known = open.get(who) ?? visit(browser, huiyin, screen);
  open.set(who, known);
  return known;
}

async function theme(page: Page, name: (typeof THEMES)[number]): Promise<void> {
  await page.evaluate((name) => (document.documentElement.dataset.theme = name), name);
}

async function isForEverybody(page: Page, language: Language, where: string): Promise<void> {
  expect.soft(await faults(page), where).toEqual([]);
  await isWhole(page, where);
  if (language === "en") {
    expect.soft(await untranslated(page), `${where}: not translated`).toEqual([]);
  }
}

/** Nothing lies beyond the screen, and what is said is said in words. */
async function isWhole(page: Page, where: string): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(beyond, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
  expect.soft(await codes(page), `${where}: codes instead of words`).toEqual([]);
}

/** What looks like a name in the program. */
function codes(page: Page): Promise<string[]> {
  return page.evaluate(() => document.body.innerText.match(/\b[a-z]+(?:_[a-z]+)+\b|\bundefined\b|\bNaN\b/g) ?? []);
}

/** Buttons, labels and headings of tables are the program's own words; what people wrote and names of places stay as they are. */
function untranslated(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = document.querySelectorAll("button, label, legend, th, dt, nav a, h1 + p");
    const shown = [...own].filter((one) => !one.closest("[lang^=zh]") && (one as HTMLElement).checkVisibility());
    const words = shown.map((one) => {
      const copy = one.cloneNode(true) as HTMLElement;
      copy.querySelectorAll("[lang^=zh]").forEach((chinese) => chinese.remove());
      return (copy.textContent ?? "").trim();
    });
    return words.filter((text) => /^\p{Script=Han}{2,}/u.test(text));
  });
}

for (const screen of SCREENS) {
  test(`${screen.name} is for everybody`, async () => {
    const page = await pageOf(screen);
    const heard: string[] = [];
    const hear = (error: Error) => heard.push(String(error));
    page.on("pageerror", hear);
    const address = await addressOf(screen, page);
    await page.setViewportSize(WIDE);
    await show(page, screen, address, "zh");
    await isWhole(page, `${screen.name} at ${WIDE.width}`);
    await page.setViewportSize(NARROW);
    await show(page, screen, address, "zh");
    await theme(page, "light");
    await isForEverybody(page, "zh", `${screen.name} at ${NARROW.width}`);
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
  const page = await pageOf({ name: "forms", door: "desk", as: "dispatcher", path: "/desk" });
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

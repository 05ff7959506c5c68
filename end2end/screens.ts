import { expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { CHINESE, PATIENCE_MS } from "./browsers.ts";
import { PASSWORD, type Huiyin } from "./server.ts";
import { rechecker } from "./work.ts";

// Every screen of the three doors, in one table. A new screen is one line here: axe.spec.ts then looks at it as a person with
// a screen reader, a narrow phone or another language would, and screens.spec.ts takes its picture.

export const THEMES = ["light", "dark", "sun"] as const;
export type Language = "zh" | "en";
export const LANGUAGES: readonly Language[] = ["zh", "en"];

/** A narrow phone and a usual desk. */
export const NARROW = { width: 360, height: 740 };
export const WIDE = { width: 1280, height: 900 };

export type Screen = {
  name: string;
  door: "public" | "desk" | "field";
  /** Who sees it, or how they are found; nobody signed in if left out. */
  as?: string | ((huiyin: Huiyin) => Promise<string>);
  /** Its address, or how it is found from a page that is signed in. */
  path: string | ((page: Page) => Promise<string>);
  /** What a person does there before it is looked at. */
  then?: (page: Page) => Promise<void>;
  /** One of the few that are looked at in every theme and language. */
  key?: true;
};

export const SCREENS: Screen[] = [
  { name: "public-home", door: "public", path: "/", key: true },
  { name: "public-case", door: "public", path: firstPublicCase },
  { name: "public-receipt", door: "public", path: "/receipt" },
  { name: "public-receipt-unknown", door: "public", path: "/receipt", then: askWithAWrongKey },
  { name: "public-missing", door: "public", path: "/cases/CX99-9999" },

  { name: "desk-sign-in", door: "desk", path: "/desk/sign-in" },
  { name: "desk-inbox", door: "desk", as: "dispatcher", path: "/desk", key: true },
  { name: "desk-inbox-empty", door: "desk", as: "dispatcher", path: "/desk?search=%E6%B2%A1%E6%9C%89%E8%BF%99%E5%9B%9E%E4%BA%8B" },
  { name: "desk-inbox-map", door: "desk", as: "dispatcher", path: "/desk?map=true" },
  { name: "desk-on-spot", door: "desk", as: "dispatcher", path: "/desk/on-spot" },
  { name: "desk-merge", door: "desk", as: "dispatcher", path: async (page) => `${await caseIn("pending_acceptance")(page)}/merge` },
  { name: "desk-rulebook", door: "desk", as: "admin", path: "/desk/rulebook" },
  { name: "desk-rulebook-clocks", door: "desk", as: "admin", path: "/desk/rulebook/clocks" },
  { name: "desk-rulebook-categories", door: "desk", as: "dispatcher", path: "/desk/rulebook/categories" },
  { name: "desk-rulebook-papers", door: "desk", as: "admin", path: "/desk/rulebook/papers" },
  { name: "desk-notices", door: "desk", as: "dispatcher", path: "/desk/notices" },
  { name: "desk-deliveries", door: "desk", as: "admin", path: "/desk/notices/deliveries" },
  { name: "desk-patrols", door: "desk", as: "coordinator", path: "/desk/patrols" },
  { name: "desk-patrols-new", door: "desk", as: "coordinator", path: "/desk/patrols/new" },
  { name: "desk-imports", door: "desk", as: "dispatcher", path: "/desk/imports" },
  { name: "desk-inbox-of-a-unit", door: "desk", as: "liaison", path: "/desk" },
  { name: "desk-case", door: "desk", as: "dispatcher", path: caseIn("awaiting_approval"), key: true },
  { name: "desk-case-new", door: "desk", as: "dispatcher", path: caseIn("pending_acceptance") },
  { name: "desk-case-closed", door: "desk", as: "dispatcher", path: caseIn("closed") },
  { name: "desk-case-of-a-reviewer", door: "desk", as: "reviewer", path: caseIn("closed") },
  { name: "desk-case-missing", door: "desk", as: "dispatcher", path: "/desk/cases/CX99-9999" },
  { name: "desk-figures", door: "desk", as: "dispatcher", path: "/desk/figures?by=unit", key: true },
  { name: "desk-figures-by-month", door: "desk", as: "leader", path: "/desk/figures?by=month" },
  { name: "desk-people", door: "desk", as: "admin", path: "/desk/people" },
  { name: "desk-people-new", door: "desk", as: "admin", path: "/desk/people/new" },
  { name: "desk-people-none", door: "desk", as: "dispatcher", path: "/desk/people?search=zzz" },
  { name: "desk-account", door: "desk", as: "admin", path: firstAccount },
  { name: "desk-log", door: "desk", as: "auditor", path: "/desk/log" },
  { name: "desk-ledger", door: "desk", as: "auditor", path: "/desk/ledger" },
  { name: "desk-invitation-of-nobody", door: "desk", path: "/desk/invitation" },
  { name: "desk-settings", door: "desk", as: "coordinator", path: "/desk/settings" },
  { name: "desk-missing", door: "desk", as: "coordinator", path: "/desk/nothing-here" },
  { name: "desk-of-an-admin", door: "desk", as: "admin", path: "/desk" },
  { name: "desk-of-an-auditor", door: "desk", as: "auditor", path: "/desk" },

  { name: "field-sign-in", door: "field", path: "/field" },
  { name: "field-today", door: "field", as: "patroller2", path: "/field", key: true },
  { name: "field-new", door: "field", as: "patroller2", path: "/field/new", key: true },
  { name: "field-new-refused", door: "field", as: "patroller2", path: "/field/new", then: fileAnEmptyReport },
  { name: "field-outbox", door: "field", as: "patroller2", path: "/field/outbox" },
  { name: "field-replies", door: "field", as: "patroller2", path: "/field/replies" },
  { name: "field-settings", door: "field", as: "patroller2", path: "/field/settings" },
  { name: "field-case", door: "field", as: "patroller2", path: firstFieldCase },
  { name: "field-recheck", door: "field", as: rechecker, path: act("recheck") },
  { name: "field-note", door: "field", as: "patroller2", path: act("note", "/field/replies") },
  { name: "field-evidence", door: "field", as: "patroller2", path: act("evidence", "/field/replies") },
  { name: "field-sign-in-again", door: "field", as: "patroller2", path: "/field/sign-in" },
  { name: "field-missing", door: "field", as: "patroller2", path: "/field/nothing-here" },
  { name: "field-sign-for", door: "field", as: "handler", path: act("sign-for") },
  { name: "field-verify", door: "field", as: "handler", path: act("verify") },
  { name: "field-rectified", door: "field", as: "handler", path: act("rectified") },
];

/** A browser of one person at one door; nobody signed in without a name. */
export async function visit(browser: Browser, huiyin: Huiyin, { door, as: who }: Screen): Promise<Page> {
  const as = typeof who === "function" ? await who(huiyin) : who;
  const context = await browser.newContext({
    ...CHINESE,
    baseURL: huiyin.url,
    viewport: NARROW,
    geolocation: { latitude: 26.06, longitude: 117.9, accuracy: 8 },
    permissions: ["geolocation"],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  if (as) {
    await page.goto(door === "field" ? "/field" : "/desk");
    await page.getByLabel("用户名").fill(as);
    await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(page.getByRole("navigation").first()).toBeVisible();
    if (door === "field") {
      await expect(page.getByText("还没有收到县里的任务")).toBeHidden();
      await expect(page.getByRole("banner").getByRole("status")).toHaveText("都已送达");
    }
  }
  return page;
}

/** Where the screen is, for this person. */
export async function addressOf(screen: Screen, page: Page): Promise<string> {
  return typeof screen.path === "string" ? screen.path : screen.path(page);
}

/** Goes there and waits until it has all it shows. */
export async function show(page: Page, screen: Screen, address: string, language: Language): Promise<void> {
  if (screen.door === "public") {
    await page.goto((language === "en" ? "/en" : "") + address);
  } else {
    await speak(page, screen.door, language);
    await page.goto(address);
  }
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", language === "en" ? /^en/ : "zh-CN");
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await screen.then?.(page);
}

async function speak(page: Page, door: Screen["door"], language: Language): Promise<void> {
  const tag = language === "en" ? "en" : "zh-CN";
  if (door === "desk") {
    const url = new URL(page.url()).origin;
    await page.context().addCookies([{ name: "huiyin-lang", value: tag, url: url === "null" ? await origin(page) : url }]);
    return;
  }
  if (page.url() === "about:blank") {
    await page.goto("/field");
  }
  await page.evaluate((tag) => localStorage.setItem("huiyin.language", tag), tag);
}

/** The program's own address, asked of a page that has not been anywhere. */
async function origin(page: Page): Promise<string> {
  return new URL((await page.context().request.get("/healthz")).url()).origin;
}

async function firstAccount(page: Page): Promise<string> {
  await page.goto("/desk/people?search=handler-201");
  return href(page, 'td > a[href^="/desk/people/"]');
}

async function firstPublicCase(page: Page): Promise<string> {
  await page.goto("/");
  return href(page, 'a[href^="/cases/"]');
}

async function firstFieldCase(page: Page): Promise<string> {
  // Answers that were read are no news any more, and still here.
  await page.goto("/field/replies");
  return href(page, 'a[href^="/field/case/"]');
}

async function href(page: Page, links: string): Promise<string> {
  const address = await page.getByRole("main").locator(links).first().getAttribute("href");
  expect(address).toBeTruthy();
  return address ?? "/";
}

/** A case of the desk that stands so. */
export function caseIn(state: string): (page: Page) => Promise<string> {
  return async (page) => {
    const answer = await page.context().request.get(`/api/v1/cases?state=${state}`);
    const { rows } = (await answer.json()) as { rows: { number: string }[] };
    expect(rows.length, `the demonstration has no case that is ${state}`).toBeGreaterThan(0);
    return `/desk/cases/${rows[0]?.number}`;
  };
}

/** The form of a step that one of this person's cases on the phone offers. */
function act(address: string, from = "/field"): (page: Page) => Promise<string> {
  return async (page) => {
    await page.goto(from);
    const tasks = page.getByRole("main").locator('a[href^="/field/case/"]');
    await expect(tasks.first()).toBeVisible();
    const cases = await tasks.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const one of cases) {
      await page.goto(one);
      // The page has its heading before the phone has read the case; what may be done comes with the case, all at once.
      await expect(page.locator('section[aria-labelledby="next"]')).toBeVisible();
      const step = page.locator(`a[href="${one}/${address}"]`);
      if ((await step.count()) > 0) {
        return `${one}/${address}`;
      }
    }
    throw new Error(`none of ${cases.length} cases offers ${address}`);
  };
}

async function askWithAWrongKey(page: Page): Promise<void> {
  await page.locator("form input:not([type=hidden])").first().fill("CX26-0001-0000-0000");
  await page.getByRole("main").getByRole("button").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function fileAnEmptyReport(page: Page): Promise<void> {
  await page.locator(".dock button[data-kind=main]").click();
  await expect(page.getByRole("alert")).toBeVisible();
}

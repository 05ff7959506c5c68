import { expect, test, type Page, type Route } from "@playwright/test";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Phone } from "./browsers.ts";
import { allThereOnce, DITCH, file, filed, filledIn, kept, signedIn } from "./field/evidence.ts";
import { Field } from "./field/field.page.ts";
import { Huiyin } from "./server.ts";

// A new version of the field door arrives: it waits for a cold start, takes no form away, and loses or doubles nothing that is
// on its way.

const NEXT = "0123456789abcdef";

let site: string;
let huiyin: Huiyin;
let phone: Phone;

test.beforeEach(async () => {
  site = mkdtempSync(join(tmpdir(), "huiyin-site-"));
  cpSync(resolve(import.meta.dirname, "../target/site"), site, { recursive: true });
  huiyin = await Huiyin.start({ HUIYIN_SITE: site });
  phone = new Phone(DITCH);
});

test.afterEach(async () => {
  await phone.remove();
  await huiyin.remove();
  rmSync(site, { recursive: true, force: true });
});

/** Puts another version on the server; says which one was there. */
async function release(): Promise<string> {
  const worker = readFileSync(join(site, "sw.js"), "utf8");
  const version = /const VERSION = "([0-9a-f]{16})"/.exec(worker)?.[1] ?? "";
  for (const ending of ["", ".br", ".gz"]) {
    rmSync(join(site, `sw.js${ending}`));
  }
  writeFileSync(join(site, "sw.js"), worker.replace(version, NEXT));
  await huiyin.kill();
  await huiyin.start();
  return version;
}

/** Has the browser find the new version now; it is whole on the phone when this returns. */
async function found(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker>((done) => {
      registration.addEventListener("updatefound", () => registration.installing && done(registration.installing));
    });
    await registration.update();
    const next = await found;
    if (next.state === "installing") {
      await new Promise((done) => next.addEventListener("statechange", done, { once: true }));
    }
  });
}

/** A cold start: the browser has ended, so no old worker is left that it might let rest for minutes. */
async function startedAnew(): Promise<Field> {
  await phone.close();
  const field = await Field.open(await phone.start("online"), huiyin.url);
  await expect(field.title("今日")).toBeVisible();
  await expect.poll(() => caches(field.page), { timeout: 60_000 }).toEqual([`field-${NEXT}`]);
  return field;
}

function caches(page: Page): Promise<string[]> {
  return page.evaluate(async () => (await window.caches.keys()).filter((name) => name.startsWith("field-")));
}

test("an update waits for a cold start and never takes a form away", async () => {
  const field = await signedIn(phone, huiyin);
  await filledIn(field, "正在写的时候来了新版本。");
  const version = await release();
  await found(field.page);
  await expect(field.page.getByLabel("看到了什么？")).toHaveValue("正在写的时候来了新版本。");
  await expect(field.keptPhotos).toHaveCount(1);
  expect(await caches(field.page)).toContain(`field-${version}`);
  await file(field);
  // Whoever does not want to wait is told where it can be taken.
  await field.tab("设置");
  await expect(field.page.getByRole("button", { name: "现在换上新版本" })).toBeVisible();
  await allThereOnce(await startedAnew(), huiyin, 1);
});

test("an update in the middle of sending photos loses nothing and doubles nothing", async () => {
  const field = await signedIn(phone, huiyin, "offline");
  await filed(field, "正在传照片的时候来了新版本。", ["before-1", "before-2-turned"]);
  const sent: string[] = [];
  const onTheWay = new Promise<Route>((done) => {
    void phone.context.route("**/api/v1/photos/*/*", async (route) => {
      if (route.request().method() !== "PUT") {
        return route.continue();
      }
      sent.push(new URL(route.request().url()).pathname);
      if (sent.length !== 3) {
        return route.continue();
      }
      // The third piece is at the county, and its answer still on the way, when the new version comes.
      await route.fetch();
      done(route);
    });
  });
  await phone.context.setOffline(false);
  await field.go("/field/outbox");
  const unanswered = await onTheWay;
  await release();
  await found(field.page);
  expect((await kept(field.page)).commands.map((one) => one.acknowledged)).toEqual([true]);
  await unanswered.abort().catch(() => {});

  const next = await startedAnew();
  await allThereOnce(next, huiyin, 1);
  // Of what the old version sent, only the piece without an answer may have gone out twice.
  expect(sent.length - new Set(sent).size).toBeLessThanOrEqual(1);
});

import { expect, type Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Phone, Position } from "../browsers.ts";
import { photo, type PhotoName } from "../photos/make-photos.ts";
import type { Huiyin } from "../server.ts";
import { Field } from "./field.page.ts";

// What the tests of the phone's promises share: a report on its way, what the phone really holds, what the county really has.

/** Inside the township where the demonstration's plain-named people work. */
export const DITCH: Position = { latitude: 26.0613, longitude: 117.9027, accuracy: 9 };
/** What a push is asked of. */
export const PUSH = "**/api/v1/sync/push";

/** Signs a patroller in until the phone is ready for a place without network, and goes there if that is wanted. */
export async function signedIn(phone: Phone, huiyin: Huiyin, network: "online" | "offline" = "online"): Promise<Field> {
  const field = await Field.open(await phone.start("online"), huiyin.url);
  await field.signIn("patroller");
  await field.readyForOffline();
  await phone.context.setOffline(network === "offline");
  return field;
}

/** A form that is ready to be filed. */
export async function filledIn(field: Field, words: string, photos: PhotoName[] = ["before-1"]): Promise<void> {
  await field.tab("上报");
  await expect(field.title("上报问题")).toBeVisible();
  await field.takePhotos(...photos.map(photo));
  await field.choose("畜禽粪污");
  await expect(field.page.getByText("在白石镇")).toBeVisible();
  await field.write("看到了什么？", words);
  await field.draftKept();
}

export async function filed(field: Field, words: string, photos?: PhotoName[]): Promise<void> {
  await filledIn(field, words, photos);
  await file(field);
}

/** Files the open form; the next screen comes only when it is stored. */
export async function file(field: Field): Promise<void> {
  await field.page.getByRole("button", { name: /^(提交|放进发件箱)$/ }).click();
  await expect(field.page).toHaveURL(/\/field\/filed\//);
}

export type Kept = { command: string; text: string; acknowledged: boolean };

/** What the phone's memory holds, read past the program. */
export async function kept(page: Page): Promise<{ commands: Kept[]; photos: Record<string, string> }> {
  const rows = await page.evaluate(async () => {
    const opening = indexedDB.open("huiyin-outbox", 1);
    const database = await new Promise<IDBDatabase>((done, failed) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const all = async (store: string): Promise<[string, number[]][]> => {
      const box = database.transaction(store).objectStore(store);
      const [keys, values] = [box.getAllKeys(), box.getAll()];
      await new Promise((done) => (values.onsuccess = done));
      return keys.result.map((key, n) => [String(key), [...(values.result[n] as { bytes: Uint8Array }).bytes]]);
    };
    const found = { commands: await all("commands"), receipts: await all("receipts"), chunks: await all("chunks") };
    database.close();
    return found;
  });
  const fates = new Map(rows.receipts.map(([key, bytes]) => [key, Buffer.from(bytes).toString("utf8")]));
  const commands = rows.commands.map(([key, bytes]) => ({
    command: key.split("/")[1] ?? "",
    text: Buffer.from(bytes).toString("utf8"),
    acknowledged: fates.get(key)?.includes("acknowledged") ?? false,
  }));
  const whole = new Map<string, Buffer[]>();
  for (const [key, bytes] of rows.chunks.sort(([a], [b]) => a.localeCompare(b))) {
    const hash = key.split("/")[1] ?? "";
    whole.set(hash, [...(whole.get(hash) ?? []), Buffer.from(bytes)]);
  }
  const photos = Object.fromEntries([...whole].map(([hash, parts]) => [hash, sha256(Buffer.concat(parts))]));
  return { commands, photos };
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Every command of the phone is at the county exactly once, and every photo byte for byte. */
export async function allThereOnce(field: Field, huiyin: Huiyin, reports: number): Promise<void> {
  await expect(field.pill).toHaveText("都已送达", { timeout: 60_000 });
  const { commands, photos } = await kept(field.page);
  expect(commands.length).toBe(reports);
  expect(commands.every((one) => one.acknowledged)).toBe(true);
  await field.go("/field/outbox");
  await expect(field.received.getByText(/^CX\d\d-\d{4,}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toHaveCount(reports);
  const known = await wordsOfMyReports(field.page, huiyin);
  for (const { text } of commands) {
    const { report, photos: named } = (JSON.parse(text) as { ask: { submit: Submit } }).ask.submit;
    expect(known.filter((words) => words === report.words)).toHaveLength(1);
    for (const { hash } of named) {
      expect(photos[hash] ?? hash).toBe(hash);
      const stored = readFileSync(join(huiyin.data, "photos/original", hash.slice(0, 2), hash.slice(2)));
      expect(sha256(stored)).toBe(hash);
    }
  }
}

type Submit = { report: { words: string }; photos: { hash: string }[] };
type News = { put: { case: { reports: { report: { words: string } }[] } }[]; cursor: string; more: boolean };

/** What the county itself tells this person of their reports, read past the phone. */
async function wordsOfMyReports(page: Page, huiyin: Huiyin): Promise<string[]> {
  const words: string[] = [];
  for (let cursor = ""; ; ) {
    const answer = await page.context().request.get(`${huiyin.url}/api/v1/sync/pull${cursor}`);
    expect(answer.status()).toBe(200);
    const news = (await answer.json()) as News;
    words.push(...news.put.flatMap((one) => one.case.reports.map((filed) => filed.report.words)));
    if (!news.more) {
      return words;
    }
    cursor = `?cursor=${encodeURIComponent(news.cursor)}`;
  }
}

/** The tab is gone at once, as when the system takes its memory back. */
export async function crash(page: Page): Promise<void> {
  const gone = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  session.send("Page.crash").catch(() => {});
  await gone;
  await page.close();
}

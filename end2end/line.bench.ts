import { expect, test } from "@playwright/test";
import { Phone } from "./browsers.ts";
import { allThereOnce, DITCH, file, filledIn, kept } from "./field/evidence.ts";
import { Field } from "./field/field.page.ts";
import { morePhotos } from "./photos/make-photos.ts";
import { Huiyin } from "./server.ts";
import { ThinLine } from "./thin-line.ts";

// A report with seven photos over a line of 200 kbit/s that breaks every 20 seconds: how long it takes, and how many bytes more
// than the photos' own go up. The phone's real queue, the real program, every byte of TCP's payload counted, heads too.

const BITS_PER_SECOND = 200_000;
const CUT_EVERY_MS = 20_000;

test("2 MB over a thin line that breaks", async () => {
  test.setTimeout(900_000);
  const line = await ThinLine.lay();
  const huiyin = await Huiyin.start({ HUIYIN_PUBLIC_URL: line.url });
  line.leadTo(huiyin.port);
  const phone = new Phone(DITCH);
  try {
    const field = await Field.open(await phone.start("online"), line.url);
    await field.signIn("patroller");
    await field.readyForOffline();
    await phone.context.setOffline(true);
    await filledIn(field, "线路又细又断的时候。", ["before-1", "before-2-turned", "after-1", "recheck-1"]);
    await field.takePhotos(...morePhotos(3));
    await file(field);
    line.thin(BITS_PER_SECOND, CUT_EVERY_MS);
    const started = performance.now();
    await phone.context.setOffline(false);
    await expect(field.pill).toHaveText("都已送达", { timeout: 800_000 });
    const seconds = (performance.now() - started) / 1000;
    const { up, down, cuts } = line;
    const photos = photoBytes((await kept(field.page)).commands[0]?.text ?? "{}");
    const waste = (100 * (up.bytes - photos)) / photos;
    const least = (8 * photos) / BITS_PER_SECOND;
    console.log(`\n| a report with 7 photos, ${BITS_PER_SECOND / 1000} kbit/s, cut every ${CUT_EVERY_MS / 1000} s | |\n|---|---|`);
    console.log(`| photos | ${(photos / 1e6).toFixed(2)} MB |`);
    console.log(`| sent up, heads and everything sent twice included | ${(up.bytes / 1e6).toFixed(2)} MB |`);
    console.log(`| **waste** | **${waste.toFixed(1)} %** |`);
    console.log(`| came down meanwhile | ${(down.bytes / 1e6).toFixed(2)} MB |`);
    console.log(`| cuts | ${cuts} |`);
    console.log(`| until the county has it all | ${seconds.toFixed(0)} s (the line alone: ${least.toFixed(0)} s) |`);
    await allThereOnce(field, huiyin, 1);
  } finally {
    await phone.remove();
    await huiyin.remove();
    await line.remove();
  }
});

function photoBytes(command: string): number {
  const { ask } = JSON.parse(command) as { ask: { submit: { photos: { bytes: number }[] } } };
  return ask.submit.photos.reduce((sum, one) => sum + one.bytes, 0);
}

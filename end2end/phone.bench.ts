import { expect, test } from "@playwright/test";
import { Phone } from "./browsers.ts";
import { Field } from "./field/field.page.ts";
import { photo } from "./photos/make-photos.ts";
import { Huiyin } from "./server.ts";

// How long a person waits on a phone whose processor is four times slower than this machine's: for a report with a photo
// of 12 megapixels to be stored, and for the program to start without a network. Nothing is asserted about time.

const SLOWER = 4;
const TIMES = 5;

test("what a person waits for on a slow phone", async () => {
  test.setTimeout(600_000);
  const huiyin = await Huiyin.start();
  const phone = new Phone({ latitude: 26.0613, longitude: 117.9027, accuracy: 9 });
  try {
    let field = await Field.open(await phone.start("online"), huiyin.url);
    await field.signIn("patroller");
    await field.readyForOffline();
    await phone.context.setOffline(true);
    const [photos, saves, starts]: [number[], number[], number[]] = [[], [], []];
    for (let n = 0; n < TIMES; n += 1) {
      await slowed(phone, field);
      await field.tab("上报");
      await expect(field.title("上报问题")).toBeVisible();
      photos.push(
        await took(async () => {
          await field.page.getByLabel("拍照").setInputFiles(photo("before-1"));
          await field.keptPhotos.first().waitFor();
        }),
      );
      await field.choose("畜禽粪污");
      await field.write("看到了什么？", `第 ${n} 次。`);
      await field.draftKept();
      saves.push(
        await took(async () => {
          await field.page.getByRole("button", { name: /^(提交|放进发件箱)$/ }).click();
          await field.page.waitForURL(/\/field\/filed\//);
        }),
      );
      await phone.close();
      const context = await phone.start("offline");
      const page = context.pages()[0] ?? (await context.newPage());
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      starts.push(
        await took(async () => {
          field = await Field.open(context, huiyin.url);
          await field.title("今日").waitFor();
        }),
      );
    }
    const line = (what: string, ms: number[]) => `| ${what} | ${Math.round(median(ms))} | ${Math.round(Math.max(...ms))} |`;
    console.log(`\n| on a processor ${SLOWER} times slower, ${TIMES} times | median ms | longest ms |\n|---|---|---|`);
    console.log(line("12-megapixel photo taken → shrunk, hashed, stored and shown", photos));
    console.log(line("report saved → stored, next screen shown", saves));
    console.log(line("cold start without a network → today's list", starts));
  } finally {
    await phone.remove();
    await huiyin.remove();
  }
});

async function slowed(phone: Phone, field: Field): Promise<void> {
  const session = await phone.context.newCDPSession(field.page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

async function took(step: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await step();
  return performance.now() - started;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

import { expect, test } from "@playwright/test";
import { Phone } from "./browsers.ts";
import { allThereOnce, DITCH, file, filed, filledIn, kept, signedIn } from "./field/evidence.ts";
import { Field } from "./field/field.page.ts";
import { Room } from "./field/room.ts";
import { photo } from "./photos/make-photos.ts";
import { Huiyin } from "./server.ts";

// A phone on which room runs out: it says so in time, takes no photo that it cannot keep, loses nothing that it holds, and
// still sends.

const MB = 1024 * 1024;

let huiyin: Huiyin;
let phone: Phone;

test.beforeEach(async () => {
  huiyin = await Huiyin.start();
  phone = new Phone(DITCH);
});

test.afterEach(async () => {
  await phone.remove();
  await huiyin.remove();
});

test("a browser that tells how much room there is: the phone says in time that it runs out", async () => {
  // Chromium before 138, and others: from then on it tells every site the same.
  await phone.remove();
  phone = new Phone(DITCH, ["--disable-features=StaticStorageQuota"]);
  const used = await Room.used((await signedIn(phone, huiyin)).page);
  await phone.close();
  const room = await Room.before(await phone.start("offline"), huiyin.url, used + 30 * MB);
  const field = await Field.open(phone.context, huiyin.url);
  // What is used after a start is not what was used before it: the browser tidies up.
  await room.say(field.page, 30 * MB);
  await field.go("/field");
  await expect(field.page.getByText("手机空间快满了。先联网把发件箱传完")).toBeVisible();
  await filledIn(field, "空间快满的时候。");
  await expect(field.page.getByText("手机空间快满了，还放得下几张照片。")).toBeVisible();
});

test("a browser that tells nothing of room: a photo that does not fit is the last that is asked for, and words still fit", async () => {
  const used = await Room.used((await signedIn(phone, huiyin)).page);
  await phone.close();
  const room = await Room.before(await phone.start("offline"), huiyin.url, used + 30 * MB);
  const field = await Field.open(phone.context, huiyin.url);
  await filledIn(field, "空间快满的时候。");

  // The last room is set aside for words: the photo is refused, and no other is asked for.
  await room.leave(field.page, 1);
  await field.page.getByLabel("拍照").setInputFiles(photo("before-2-turned"));
  await expect(field.page.getByText("照片没存上，没有加进来")).toBeVisible();
  await expect(field.page.getByText("手机空间不够，拍了也存不下，所以先不能拍照。")).toBeVisible();
  await expect(field.page.getByLabel("拍照")).toHaveCount(0);
  await expect(field.keptPhotos).toHaveCount(1);
  await field.write("看到了什么？", "空间不够放照片，字还写得下。");
  await field.draftKept();
  await field.press("存草稿");
  await expect(field.page.getByText("手机空间快满了。先联网把发件箱传完")).toBeVisible();
  await field.task(/畜禽粪污/).click();
  await expect(field.page.getByLabel("看到了什么？")).toHaveValue("空间不够放照片，字还写得下。");

  // Nothing fits any more: each word that is not kept says so, and what was filed is not called stored.
  await room.none(field.page);
  await field.write("看到了什么？", "这几个字已经存不下了，还在页面上。");
  await expect(field.page.getByRole("heading", { level: 1 })).toContainText("没存上");
  await field.page.getByRole("button", { name: "放进发件箱", exact: true }).click();
  await expect(field.page.getByText("手机空间满了，没能存下。已填的还在页面上")).toBeVisible();
  await expect(field.page).toHaveURL(/\/field\/report\//);
  await expect(field.page.getByLabel("看到了什么？")).toHaveValue("这几个字已经存不下了，还在页面上。");
  await expect(field.keptPhotos).toHaveCount(1);
  const held = await kept(field.page);
  expect(held.commands).toEqual([]);
  expect(Object.entries(held.photos).every(([name, hash]) => name === hash)).toBe(true);
  expect(Object.keys(held.photos)).toHaveLength(1);

  await room.back();
  await file(field);
  await phone.context.setOffline(false);
  await allThereOnce(field, huiyin, 1);
  await expect(field.page.getByText("这几个字已经存不下了，还在页面上。").first()).toBeVisible();
  await filledIn(field, "腾出空间以后。", ["after-1"]);
});

test("a phone without any room starts, shows all it holds, sends it, and counts it as sent once", async () => {
  let field = await signedIn(phone, huiyin, "offline");
  await filed(field, "手机满了以前存的，满了以后传。", ["before-1", "before-2-turned"]);
  await filledIn(field, "写到一半，手机满了。", ["after-1"]);
  await phone.close();

  await Room.before(await phone.start("online"), huiyin.url, 1);
  field = await Field.open(phone.context, huiyin.url);
  await field.task(/畜禽粪污/).click();
  await expect(field.page.getByLabel("看到了什么？")).toHaveValue("写到一半，手机满了。");
  await expect(field.keptPhotos).toHaveCount(1);
  await field.go("/field/outbox");
  await expect(field.page.getByText("手机空间满了。已经存好的都在，有网就照常上传")).toBeVisible();
  await expect(field.pill).toHaveText("都已送达", { timeout: 60_000 });
  // It could not even write down that the county has it: it still holds everything, and asks again.
  expect((await kept(field.page)).commands.map((one) => one.acknowledged)).toEqual([false]);

  await phone.close();
  field = await Field.open(await phone.start("online"), huiyin.url);
  await allThereOnce(field, huiyin, 1);
  await field.go("/field");
  await field.task(/畜禽粪污/).click();
  await expect(field.keptPhotos).toHaveCount(1);
  await file(field);
  await allThereOnce(field, huiyin, 2);
});

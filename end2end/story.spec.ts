import { chromium, expect, test, type Browser, type Locator } from "@playwright/test";
import { gunzipSync } from "node:zlib";
import { LAUNCH, Phone, type Position } from "./browsers.ts";
import { uuid7 } from "./county.ts";
import { Desk } from "./desk/desk.page.ts";
import { Field } from "./field/field.page.ts";
import { CAMERA, photo } from "./photos/make-photos.ts";
import { Portal } from "./portal/portal.page.ts";
import { Huiyin } from "./server.ts";

/** Inside the township where the demonstration's plain-named people work. */
const DITCH: Position = { latitude: 26.0613, longitude: 117.9027, accuracy: 9 };
/** A few steps away: the handler and the re-inspector do not stand on the very same stone. */
const NEARBY: Position = { latitude: 26.0615, longitude: 117.9029, accuracy: 12 };

/** What the patroller writes: with things in it that must never become public. */
const WORDS = "𬭊石桥下游排水沟里有粪水直排，颜色发黑🐖，约三十米长，问过住在 18 号的陈阿土，电话 19900001234。";
const TITLE = "白石镇排水沟粪水直排";
const REPLY = "查实一家养殖户的沉淀池渗漏。已补漏清沟，生态环境局每月看一次，有问题请再告诉我们。";

test("filed offline on a phone, replied, closed, public", async () => {
  test.setTimeout(600_000);
  const huiyin = await Huiyin.start();
  const browser = await chromium.launch(LAUNCH);
  const patroller = new Phone(DITCH);
  const handler = new Phone(NEARBY);
  const second = new Phone(NEARBY);
  try {
    const pushes: Push[] = [];
    await step1VisitOnce(huiyin, patroller);
    await step2FileOffline(huiyin, patroller);
    const receipt = await step3TheServerComesBack(huiyin, patroller, pushes);
    const number = receipt.split("-").slice(0, 2).join("-");
    await step4aAcceptAndDispatch(huiyin, browser, number);
    await step4bHandleOnThePhone(huiyin, handler, number);
    await step4cAssignTheRecheck(huiyin, browser, number);
    await step4dRecheckOffline(huiyin, second, number);
    await step4eCloseAndPublish(huiyin, browser, number);
    await step5ThePublicReads(huiyin, browser, number, receipt);
    await nothingPrivateLeaks(huiyin, browser, number, pushes);
  } finally {
    await Promise.all([patroller.remove(), handler.remove(), second.remove(), browser.close()]);
    await huiyin.remove();
  }
});

type Push = { body: Buffer; headers: Record<string, string> };

/** What a push says, unpacked. */
function plain(push: Push): string {
  return (push.headers["content-encoding"] === "gzip" ? gunzipSync(push.body) : push.body).toString("utf8");
}

async function step1VisitOnce(huiyin: Huiyin, phone: Phone): Promise<void> {
  await test.step("1. opens /field once, signs in; then no network, and the server dies", async () => {
    const field = await Field.open(await phone.start("online"), huiyin.url);
    await field.signIn("patroller");
    await field.readyForOffline();
    await phone.close();
    await huiyin.kill();
  });
}

async function step2FileOffline(huiyin: Huiyin, phone: Phone): Promise<void> {
  await test.step("2. a cold start offline, a report with two photos, stored and still there after closing", async () => {
    let field = await Field.open(await phone.start("offline"), huiyin.url);
    await expect(field.title("今日")).toBeVisible();
    await expect(field.page.getByText("现在没有网络")).toBeVisible();

    await field.tab("上报");
    await expect(field.title("上报问题")).toBeVisible();
    await field.takePhotos(photo("before-1"));
    await field.draftKept();

    // The browser dies behind the camera: the draft is still there after a cold start.
    await phone.close();
    field = await Field.open(await phone.start("offline"), huiyin.url);
    await field.task(/还没选类别的上报/).click();
    await expect(field.keptPhotos).toHaveCount(1);

    await field.takePhotos(photo("before-2-turned"));
    await field.choose("畜禽粪污");
    await expect(field.page.getByText("精度 ±9 米，很准")).toBeVisible();
    await expect(field.page.getByText("在白石镇")).toBeVisible();
    await field.write("看到了什么？", WORDS);
    await field.draftKept();
    await expect(field.page.getByText("已存在这部手机")).toBeHidden();
    await field.press("放进发件箱");
    await expect(field.page.getByText("已存在这部手机，县里还没收到")).toBeVisible();

    // Said to be stored, so it is: the whole browser is closed, and started again without any network.
    await phone.close();
    field = await Field.open(await phone.start("offline"), huiyin.url, "/field/outbox");
    await expect(field.pill).toHaveText("离线 · 1 件待传");
    const item = field.waiting("畜禽粪污");
    await expect(item).toHaveCount(1);
    await expect(item).toContainText("2 张照片");
    await expect(field.page.getByText("内容都存在这部手机里，有网后自动上传，不用守着。")).toBeVisible();
    await phone.close();
  });
}

async function step3TheServerComesBack(huiyin: Huiyin, phone: Phone, pushes: Push[]): Promise<string> {
  return test.step("3. the server comes back: the outbox empties by itself and the receipt is shown", async () => {
    const context = await phone.start("offline");
    context.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/api/v1/sync/push")) {
        const body = request.postDataBuffer();
        if (body) {
          pushes.push({ body, headers: request.headers() });
        }
      }
    });
    const field = await Field.open(context, huiyin.url, "/field/outbox");
    await expect(field.waiting("畜禽粪污")).toHaveCount(1);
    await huiyin.start();
    await context.setOffline(false);
    await expect(field.pill).toHaveText("都已送达", { timeout: 60_000 });
    await expect(field.page.getByText("都传完了")).toBeVisible();
    const shown = field.received.getByText(/^CX\d\d-\d{4,}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await expect(shown).toBeVisible();
    const receipt = (await shown.textContent()) ?? "";

    // The same bytes again, also after another kill -9: nothing changes, and the receipt number is the same.
    expect(pushes.length).toBeGreaterThan(0);
    await huiyin.kill();
    await huiyin.start();
    for (const push of pushes) {
      const again = await context.request.post(`${huiyin.url}/api/v1/sync/push`, {
        data: push.body,
        headers: {
          origin: huiyin.url,
          "content-type": push.headers["content-type"] ?? "application/json",
          ...(push.headers["content-encoding"] ? { "content-encoding": push.headers["content-encoding"] } : {}),
        },
      });
      expect(again.status(), await again.text()).toBe(200);
      const answer = (await again.json()) as { numbers: { number: string }[]; photos_wanted: unknown[]; forks?: unknown[] };
      expect(answer.numbers.map((line) => line.number)).toEqual([receipt]);
      expect(answer.photos_wanted).toEqual([]);
      expect(answer.forks ?? []).toEqual([]);
    }
    return receipt;
  });
}

async function step4aAcceptAndDispatch(huiyin: Huiyin, browser: Browser, number: string): Promise<void> {
  await test.step("4a. the coordinator finds the case, accepts it and dispatches it with an explained due date", async () => {
    const desk = await Desk.signIn(browser, huiyin.url, "coordinator");
    await desk.search(number);
    const row = desk.page.getByRole("row").filter({ hasText: number });
    await expect(row).toHaveCount(1);
    await row.getByRole("link").first().click();
    await expect(desk.page.getByRole("heading", { level: 1, name: "白石镇：畜禽粪污" })).toBeVisible();
    await expect(desk.page.getByRole("img", { name: /整改前/ }).first()).toBeVisible();

    const accept = await desk.begin("受理");
    await desk.judgeSimilar();
    await desk.finish(accept, "受理这件", "已受理");

    const dispatch = await desk.begin("交办");
    await expect(dispatch).toContainText("交办后的办结期限");
    await expect(dispatch.getByLabel("责任单位")).toHaveValue("ecology");
    await desk.pick(dispatch.getByLabel("承办人"), await huiyin.nameOf("handler"));
    await desk.finish(dispatch, "交办", "已交办");
    await desk.close();
  });
}

async function step4bHandleOnThePhone(huiyin: Huiyin, phone: Phone, number: string): Promise<void> {
  await test.step("4b. the handler signs for it, verifies, and reports the rectification with an after-photo", async () => {
    const field = await Field.open(await phone.start("online"), huiyin.url);
    await field.signIn("handler");
    await field.task(new RegExp(`签收：白石镇畜禽粪污.*${number}`)).click();
    await field.act("签收，由我承办");
    await field.press("签收这件案件");

    await field.act("提交核实结果");
    await field.takePhotos(photo("before-1"));
    await field.choose("属实");
    await field.write("现场看到什么？", "沉淀池北墙渗漏，粪水沿沟流了约三十米。");
    await field.write("在场人员", "承办人；养殖户陈某。");
    await field.press("提交核实结论");

    await field.act("申报整改完成");
    await field.takePhotos(photo("after-1"));
    await field.write("做了什么？", "沉淀池已补漏，沟内粪水已抽走，两天后回看没有再渗。");
    await field.choose("整改完成");
    await field.press("申报整改完成");
    await expect(field.pill).toHaveText("都已送达");
    await phone.close();
  });
}

async function step4cAssignTheRecheck(huiyin: Huiyin, browser: Browser, number: string): Promise<void> {
  await test.step("4c. the coordinator sends another person to recheck", async () => {
    const desk = await Desk.signIn(browser, huiyin.url, "coordinator");
    await desk.open(number);
    const assign = await desk.begin("派复查");
    await desk.pick(assign.getByLabel("复查员"), await huiyin.nameOf("patroller2"));
    await desk.finish(assign, "派人复查", "已派复查");
    await desk.close();
  });
}

async function step4dRecheckOffline(huiyin: Huiyin, phone: Phone, number: string): Promise<void> {
  await test.step("4d. a second patroller rechecks on the phone, offline, with own photo and position", async () => {
    let field = await Field.open(await phone.start("online"), huiyin.url);
    await field.signIn("patroller2");
    await expect(field.task(new RegExp(`复查：白石镇畜禽粪污.*${number}`))).toBeVisible();
    await field.readyForOffline();
    await phone.close();

    const context = await phone.start("offline");
    field = await Field.open(context, huiyin.url);
    await field.task(new RegExp(`复查：白石镇畜禽粪污.*${number}`)).click();
    await field.act("提交复查结果");
    await field.takePhotos(photo("recheck-1"));
    await expect(field.page.getByText("精度 ±12 米，很准")).toBeVisible();
    await field.choose("做到了，通过");
    await field.write("看到了什么？", "沟里是清水，沉淀池北墙已补好，没有新的渗痕。");
    await field.press("提交复查结论");
    await expect(field.pill).toHaveText("离线 · 1 件待传");
    await context.setOffline(false);
    await expect(field.pill).toHaveText("都已送达", { timeout: 60_000 });
    await phone.close();
  });
}

async function step4eCloseAndPublish(huiyin: Huiyin, browser: Browser, number: string): Promise<void> {
  await test.step("4e. closing is refused in words, then closed with reply, disposal and publication, and published", async () => {
    const desk = await Desk.signIn(browser, huiyin.url, "dispatcher");
    await desk.open(number);
    await expect(desk.reasons("办结")).toContainText("回复");
    await expect(desk.reasons("办结")).toContainText("公开");
    await closingIsRefusedByTheServerToo(huiyin, desk, number);

    const reply = await desk.begin("回复");
    await reply.getByLabel("回复内容").fill(REPLY);
    await reply.getByRole("radio", { name: "凭回执号查看" }).check({ force: true });
    await desk.finish(reply, "发送回复", "已回复");

    const decide = await desk.begin("决定是否公开");
    await decide.getByRole("radio", { name: "公开", exact: true }).check({ force: true });
    await desk.finish(decide, "决定是否公开", "决定了是否公开");

    const close = await desk.begin("办结");
    await close.getByLabel("办理结果").selectOption({ label: "整改完成" });
    await close.getByRole("radio", { name: "批评教育、责令改正" }).check({ force: true });
    await desk.finish(close, "办结", "已办结");

    const redact = await desk.begin("写公开稿");
    await redact.getByLabel("标题").fill(TITLE);
    await redact.getByLabel("查到了什么").fill("一家养殖户的沉淀池渗漏，粪水流进排水沟约三十米。");
    await redact.getByLabel("做了什么").fill("沉淀池补漏，沟内粪水抽走，另一名巡查员到现场复查通过。");
    await redact.getByLabel("给反映人的回复").fill(REPLY);
    await choosePublicPhotos(redact, { 整改前: "排水沟里的黑色粪水", 整改后: "同一条沟，水已变清" });
    await desk.finish(redact, "把公开稿交去审核", "公开稿已交审核");
    await desk.close();

    const reviewer = await Desk.signIn(browser, huiyin.url, "reviewer");
    await reviewer.open(number);
    const publish = await reviewer.begin("公开");
    await reviewer.finish(publish, "审核通过并公开", "已公开");
    await reviewer.close();
  });
}

async function step5ThePublicReads(huiyin: Huiyin, browser: Browser, number: string, receipt: string): Promise<void> {
  await test.step("5. without JavaScript: the home lists it, its page tells it, the receipt answers", async () => {
    const portal = await Portal.open(browser, huiyin.url);
    await portal.page.goto("/");
    await portal.listed(TITLE).first().getByRole("link").click();
    await expect(portal.page).toHaveURL(`${huiyin.url}/cases/${number}`);
    await expect(portal.page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
    await expect(portal.section("查到了什么")).toContainText("沉淀池渗漏");
    await expect(portal.section("做了什么")).toContainText("复查通过");
    await expect(portal.section("回复")).toContainText(REPLY);
    await expect(portal.section("经过").getByRole("listitem").first()).toBeVisible();
    for (const words of ["整改前：排水沟里的黑色粪水", "整改后：同一条沟，水已变清"]) {
      const picture = portal.page.getByRole("img", { name: words });
      await picture.scrollIntoViewIfNeeded();
      await expect(picture).toBeVisible();
      const source = await picture.getAttribute("src");
      const answer = await portal.context.request.get(source ?? "");
      expect(answer.headers()["content-type"]).toBe("image/jpeg");
    }

    await portal.lookUp(receipt);
    await expect(portal.page.getByText(REPLY)).toBeVisible();
    expect(portal.page.url()).not.toContain(receipt.slice(-9));
    await portal.lookUp(wrongKey(receipt));
    await expect(portal.page.getByText(REPLY)).toBeHidden();
    await portal.close();
  });
}

async function nothingPrivateLeaks(huiyin: Huiyin, browser: Browser, number: string, pushes: Push[]): Promise<void> {
  await test.step("nothing private can be fetched by anyone", async () => {
    const portal = await Portal.open(browser, huiyin.url);
    const stranger = portal.context.request;
    const reporter = await huiyin.nameOf("patroller");
    const secrets = ["陈阿土", "19900001234", "18 号", `${DITCH.latitude}`, `${DITCH.longitude}`, reporter, CAMERA];
    const pages = ["/", `/cases/${number}`, "/en/", `/en/cases/${number}`, "/api/v1/ledger/head", "/api/v1/openapi.json"];
    for (const path of pages) {
      const answer = await stranger.get(path);
      expect(answer.status(), path).toBe(200);
      const text = await answer.text();
      for (const secret of secrets) {
        expect(text, `${path} must not say ${secret}`).not.toContain(secret);
      }
    }
    for (const n of [0, 1]) {
      const answer = await stranger.get(`/cases/${number}/photos/${n}.jpg`);
      expect(answer.status()).toBe(200);
      const bytes = (await answer.body()).toString("latin1");
      expect(bytes).not.toContain(CAMERA);
      expect(bytes).not.toContain("Exif");
    }
    const hashes = pushes.flatMap((push) => [...plain(push).matchAll(/"hash":"(?:sha256:)?([0-9a-f]{64})"/g)].map((found) => found[1]!));
    expect(hashes.length).toBeGreaterThanOrEqual(2);
    for (const hash of hashes) {
      for (const path of [`/api/v1/photos/${hash}/shown`, `/api/v1/photos/${hash}/thumb`, `/api/v1/photos/${hash}`]) {
        expect([401, 403, 404, 405], path).toContain((await stranger.get(path)).status());
      }
    }
    for (const path of [`/api/v1/cases/${number}`, "/api/v1/cases", "/api/v1/sync/pull", "/api/v1/sync/book"]) {
      expect([401, 403, 404], path).toContain((await stranger.get(path)).status());
    }
    await portal.close();
  });
}

/** Asks the server to close, past the screen: every unmet rule comes back with its own code. */
async function closingIsRefusedByTheServerToo(huiyin: Huiyin, desk: Desk, number: string): Promise<void> {
  const case_ = (await (await desk.context.request.get(`/api/v1/cases/${number}`)).json()) as { case: { id: string; seq: number } };
  const answer = await desk.context.request.post(`/api/v1/cases/${number}/commands`, {
    headers: { origin: huiyin.url },
    data: {
      command: uuid7(),
      case: case_.case.id,
      base: case_.case.seq,
      ask: { close: { result: "rectified", disposal: "educate_and_correct", words: "" } },
    },
  });
  const text = await answer.text();
  const refused = JSON.parse(text) as { refusal?: { unmet: unknown[] }; unmet?: unknown[] };
  const unmet = refused.refusal?.unmet ?? refused.unmet ?? [];
  expect(unmet.length, text).toBeGreaterThanOrEqual(2);
}

/** Chooses one photo of each kind and says what it shows; no others. */
async function choosePublicPhotos(form: Locator, captions: Record<string, string>): Promise<void> {
  for (const box of await form.getByRole("checkbox").all()) {
    await box.uncheck({ force: true });
  }
  for (const [kind, caption] of Object.entries(captions)) {
    const box = form.getByRole("checkbox", { name: new RegExp(kind) }).first();
    await box.check({ force: true });
    const below = box.locator("xpath=ancestor::div[contains(@class, 'field')][1]/following-sibling::div[1]");
    await below.getByLabel("照片说明").fill(caption);
  }
}

/** The same number with another key whose form is right. */
function wrongKey(receipt: string): string {
  const [county, matter] = receipt.split("-");
  return `${county}-${matter}-0000-0000`;
}

import { chromium, expect, test, type Browser, type Locator } from "@playwright/test";
import { LAUNCH } from "./browsers.ts";
import { codeOf, County, type Outcome } from "./county.ts";
import { Desk } from "./desk/desk.page.ts";
import { Huiyin } from "./server.ts";

// An ordinary day of each person at the desk: what they do, what they may not do, and that every "no" says in words why.

let huiyin: Huiyin;
let browser: Browser;

test.beforeAll(async () => {
  huiyin = await Huiyin.start();
  browser = await chromium.launch(LAUNCH);
});

test.afterAll(async () => {
  await browser?.close();
  await huiyin?.remove();
});

/** Whoever is signed in, at the desk and past it. */
async function person(name: string): Promise<{ desk: Desk; county: County }> {
  return { desk: await Desk.signIn(browser, huiyin.url, name), county: await County.as(huiyin, name) };
}

async function goHome({ desk, county }: { desk: Desk; county: County }): Promise<void> {
  await desk.close();
  await county.leave();
}

/** Words that a person reads, not a name in the program. */
async function saysWhy(reasons: Locator): Promise<void> {
  await expect(reasons.first()).toBeVisible();
  const words = (await reasons.allInnerTexts()).join("").trim();
  expect(words).toMatch(/\p{Script=Han}{4,}/u);
  expect(words).not.toMatch(/[a-z]+_[a-z]+/);
}

/** Whatever the open case does not allow yet has its reason beside it. */
async function everyRefusalSaysWhy(desk: Desk): Promise<void> {
  for (const step of await desk.next.locator('button[aria-disabled="true"]').all()) {
    const reasons = desk.page.locator(`#${await step.getAttribute("aria-describedby")}`);
    await saysWhy(reasons);
  }
}

/** Asked past the screen, the program refuses too, in words. */
function refused(outcome: Outcome, code: string): void {
  if (outcome.status === 200) {
    expect(outcome.outcome).toBe("refused");
    expect(outcome.refusal?.unmet.map(codeOf)).toContain(code);
  } else {
    expect(outcome.status).toBeLessThan(500);
    expect(outcome.detail).toMatch(/\p{Script=Han}{4,}/u);
  }
}

const REPLY = "已到现场核实，责任单位已经清理，镇里每周回看一次，感谢您的反映。";

test("a coordinator accepts, assigns, answers, and closes what is of low risk", async () => {
  const me = await person("coordinator");
  const { desk, county } = me;
  const number = await county.offering("pending_acceptance", "accept");
  expect(await desk.listed("?state=pending_acceptance")).toContain(number);
  await desk.open(number);
  const accept = await desk.begin("受理");
  await desk.judgeSimilar();
  await desk.finish(accept, "受理这件", "已受理");
  const dispatch = await desk.begin("交办");
  await expect(dispatch).toContainText("交办后的办结期限");
  await desk.pickFirst(dispatch.getByLabel("承办人"));
  await desk.finish(dispatch, "交办", "已交办");
  const reply = await desk.begin("回复");
  await reply.getByLabel("回复内容").fill(REPLY);
  await reply.getByRole("radio", { name: "凭回执号查看" }).check({ force: true });
  await desk.finish(reply, "发送回复", "已回复");
  expect(await desk.steps()).not.toContain("督办");
  refused(await county.ask(number, { void: { words: "试一试能不能作废这件" } }), "not_allowed");
  await goHome(me);

  const dispatcher = await County.as(huiyin, "dispatcher");
  const { case: low } = await dispatcher.first("awaiting_approval", "close", ({ case: one }) => one.risk === "low");
  const township = low.division.slice(6);
  await dispatcher.leave();
  const other = await person(`coordinator-${township}`);
  await other.desk.open(low.number);
  await saysWhy(other.desk.reasons("办结"));
  if ((await other.desk.reasons("办结").allInnerTexts()).join("").includes("回复")) {
    const answer = await other.desk.begin("回复");
    await answer.getByLabel("回复内容").fill(REPLY);
    await answer.getByRole("radio", { name: "凭回执号查看" }).check({ force: true });
    await other.desk.finish(answer, "发送回复", "已回复");
  }
  const decide = await other.desk.begin("决定是否公开");
  await decide.getByRole("radio", { name: "公开", exact: true }).check({ force: true });
  await other.desk.finish(decide, "决定是否公开", "决定了是否公开");
  const close = await other.desk.begin("办结");
  await close.getByLabel("办理结果").selectOption({ label: "整改完成" });
  await close.getByRole("radio", { name: "批评教育、责令改正" }).check({ force: true });
  await other.desk.finish(close, "办结", "已办结");
  await goHome(other);
});

test("a dispatcher assigns across the county, supervises, and may not judge a case that is theirs already", async () => {
  const me = await person("dispatcher");
  const { desk, county } = me;
  await desk.open(await county.offering("accepted", "dispatch"));
  const dispatch = await desk.begin("交办");
  await desk.pickFirst(dispatch.getByLabel("承办人"));
  await desk.finish(dispatch, "交办", "已交办");
  const supervise = await desk.begin("督办");
  await supervise.getByLabel("答复期限").fill("2099-12-31");
  await supervise.getByLabel("理由").fill("群众多次反映，请尽快办。");
  await supervise.getByRole("button", { name: "督办这件", exact: true }).click();
  // A day that cannot be is refused in words beside the field, and nothing typed is lost.
  await expect(desk.page.getByRole("alert").first()).toContainText(/\p{Script=Han}{4,}/u);
  await expect(supervise.getByLabel("理由")).toHaveValue("群众多次反映，请尽快办。");

  await desk.open(await county.offering("reopen_requested", "reopen", ["same_person"]));
  await saysWhy(desk.reasons("重办"));
  await everyRefusalSaysWhy(desk);
  const recheck = await county.offering("awaiting_recheck", "assign_recheck");
  await desk.open(recheck);
  const assign = await desk.begin("派复查");
  await desk.pickFirst(assign.getByLabel("复查员"));
  await desk.finish(assign, "派人复查", "已派复查");
  refused(await county.ask(recheck, { verify: { finding: "substantiated", words: "我替承办人核实一下", present: "我", photos: [], no_photo_reason: "没有照片" } }), "not_allowed");
  await goHome(me);
});

test("a department's liaison sees the department's cases only, signs for one and answers", async () => {
  const me = await person("liaison");
  const { desk, county } = me;
  const number = await county.offering("dispatched", "sign_for");
  await desk.open(number);
  await everyRefusalSaysWhy(desk);
  const sign = await desk.begin("签收");
  await desk.pickFirst(sign.getByLabel("承办人"));
  await desk.finish(sign, "签收，由我承办", "已签收");
  const reply = await desk.begin("回复");
  await reply.getByLabel("回复内容").fill(`${REPLY}有事请打 13800001234。`);
  await reply.getByRole("radio", { name: "凭回执号查看" }).check({ force: true });
  await reply.getByRole("button", { name: "发送回复", exact: true }).click();
  // A telephone number does not go to the public; the words stay to be mended.
  await expect(desk.page.getByRole("alert").first()).toContainText(/电话|个人/);
  await expect(reply.getByLabel("回复内容")).toHaveValue(/13800001234/);
  await reply.getByLabel("回复内容").fill(REPLY);
  await desk.finish(reply, "发送回复", "已回复");

  const dispatcher = await County.as(huiyin, "dispatcher");
  const own = new Set((await county.cases("in_progress")).map((row) => row.number));
  const foreign = (await dispatcher.cases("in_progress")).find((row) => !own.has(row.number))?.number ?? "";
  const { case: theirs } = await dispatcher.case(foreign);
  await dispatcher.leave();
  await desk.page.goto(`/desk/cases/${foreign}`);
  await expect(desk.page.getByRole("heading", { level: 1, name: "没有这件案件" })).toBeVisible();
  refused(await county.askBlindly(foreign, theirs.id, theirs.seq, { note: { words: "试一试" } }), "no_such_case");
  await goHome(me);
});

test("a reviewer reads what is to become public and nothing else, and approves it", async () => {
  const me = await person("reviewer");
  const { desk, county } = me;
  const number = await county.offering("closed", "publish");
  const dispatcher = await County.as(huiyin, "dispatcher");
  const whole = JSON.stringify(await dispatcher.case(number));
  await dispatcher.leave();
  const seen = JSON.stringify(await county.case(number));
  const reported = [...whole.matchAll(/"words":"([^"]{8,})"/g)].map((found) => found[1]!);
  expect(reported.length).toBeGreaterThan(0);
  await desk.open(number);
  const page = await desk.page.getByRole("main").innerText();
  const report = reported[0]!;
  expect(seen).not.toContain(report);
  expect(page).not.toContain(report);
  expect(await desk.steps()).toEqual(expect.arrayContaining(["公开"]));
  expect(await desk.steps()).not.toContain("回复");
  const publish = await desk.begin("公开");
  await desk.finish(publish, "审核通过并公开", "已公开");
  refused(await county.ask(number, { reply: { words: REPLY, outcome: "readable_by_receipt" } }), "not_allowed");
  const open = await County.as(huiyin, "coordinator");
  const [working] = await open.cases("dispatched");
  await open.leave();
  await desk.page.goto(`/desk/cases/${working?.number}`);
  await expect(desk.page.getByRole("heading", { level: 1, name: "没有这件案件" })).toBeVisible();
  await goHome(me);
});

test("a leader reads all of it, supervises, and does nobody else's work", async () => {
  const me = await person("leader");
  const { desk, county } = me;
  const number = await county.offering("in_progress", "supervise");
  await desk.open(number);
  for (const step of ["受理", "交办", "回复", "办结"]) {
    expect(await desk.steps()).not.toContain(step);
  }
  const supervise = await desk.begin("督办");
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await supervise.getByLabel("答复期限").fill(soon);
  await supervise.getByLabel("理由").fill("领导关注，请三天内答复进展。");
  await desk.finish(supervise, "督办这件", "列入督办");
  await desk.page.goto("/desk/figures");
  await expect(desk.page.getByRole("heading", { level: 1, name: "数据" })).toBeVisible();
  refused(await county.ask(number, { reply: { words: REPLY, outcome: "readable_by_receipt" } }), "not_allowed");
  await goHome(me);
});

for (const name of ["admin", "auditor"]) {
  test(`an ${name} sees no content of any case, by any address`, async () => {
    const me = await person(name);
    const { desk, county } = me;
    expect(await desk.listed("")).toEqual([]);
    await expect(desk.page.getByText("您的角色不看案件")).toBeVisible();
    const dispatcher = await County.as(huiyin, "dispatcher");
    const [any] = await dispatcher.cases("in_progress");
    const { case: known } = await dispatcher.case(any!.number);
    await dispatcher.leave();
    await desk.page.goto(`/desk/cases/${any!.number}`);
    await expect(desk.page.getByRole("heading", { level: 1, name: "没有这件案件" })).toBeVisible();
    const answer = await county.get(`/api/v1/cases/${any!.number}`);
    expect(answer.status).toBe(404);
    refused(await county.askBlindly(any!.number, known.id, known.seq, { note: { words: "试一试" } }), "no_such_case");
    await goHome(me);
  });
}

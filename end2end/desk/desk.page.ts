import { expect, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { CHINESE, PATIENCE_MS } from "../browsers.ts";
import { PASSWORD } from "../server.ts";

/** The desk as one signed-in person sees it, in Chinese. */
export class Desk {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly url: string,
  ) {}

  static async signIn(browser: Browser, url: string, name: string): Promise<Desk> {
    const context = await browser.newContext({ ...CHINESE, baseURL: url, viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(PATIENCE_MS);
    const desk = new Desk(context, await context.newPage(), url);
    await desk.page.goto("/desk");
    await desk.page.getByLabel("用户名").fill(name);
    await desk.page.getByLabel("密码").fill(PASSWORD);
    await desk.page.getByRole("button", { name: "登录" }).click();
    await expect(desk.page.getByRole("heading", { level: 1, name: "案件" })).toBeVisible();
    return desk;
  }

  async search(words: string): Promise<void> {
    await this.page.getByLabel("搜索案件").fill(words);
    await this.page.getByRole("button", { name: "筛选", exact: true }).click();
  }

  async open(number: string): Promise<void> {
    await this.page.goto(`/desk/cases/${number}`);
    await expect(this.next).toBeVisible();
  }

  /** What may be done next. */
  get next(): Locator {
    return this.page.getByRole("region", { name: "下一步可以" });
  }

  /** Opens the form of a step and gives it. */
  async begin(step: string): Promise<Locator> {
    await this.next.getByRole("button", { name: step, exact: true }).click();
    const form = this.page.getByRole("region").filter({ has: this.page.locator("h2#form-title") });
    await expect(form.getByRole("heading", { level: 2 })).toHaveText(step);
    return form;
  }

  /** Sends a form, and waits until the page says that the ledger has it. */
  async finish(form: Locator, button: string, done: string): Promise<void> {
    await form.getByRole("button", { name: button, exact: true }).click();
    await expect(this.page.getByText(`办好了：${done}`)).toBeVisible();
    // The page fetches the newest state by itself and may move its buttons meanwhile; a fresh page holds still.
    await this.page.goto(new URL(this.page.url()).pathname);
    await expect(this.next).toBeVisible();
  }

  /** Judges every case that looks like this one to be another matter. */
  async judgeSimilar(): Promise<void> {
    for (const box of await this.page.getByRole("checkbox", { name: /看过了，不是同一件/ }).all()) {
      await box.check({ force: true });
    }
  }

  /** Options say a person's name and how much that person has in hand. */
  async pick(control: Locator, name: string): Promise<void> {
    const option = control.locator("option").filter({ hasText: name });
    await expect(option).toHaveCount(1);
    await control.selectOption((await option.getAttribute("value")) ?? "");
  }

  /** Picks the first person of a list, who has the least in hand. */
  async pickFirst(control: Locator): Promise<void> {
    const option = control.locator('option:not([value=""])').first();
    await expect(option).toBeAttached();
    await control.selectOption((await option.getAttribute("value")) ?? "");
  }

  /** Every step that this person sees on the open case, possible or not. */
  async steps(): Promise<string[]> {
    return (await this.next.getByRole("button").allInnerTexts()).map((text) => text.trim());
  }

  /** Numbers of the cases that stand in the list under these filters. */
  async listed(query: string): Promise<string[]> {
    await this.page.goto(`/desk${query}`);
    await expect(this.page.getByRole("heading", { level: 1, name: "案件" })).toBeVisible();
    const links = await this.page.getByRole("main").locator('a[href^="/desk/cases/"]').all();
    return Promise.all(links.map(async (link) => (await link.getAttribute("href"))?.split("/").at(-1) ?? ""));
  }

  /** Why a step is not possible yet. */
  reasons(step: string): Locator {
    return this.next.getByRole("button", { name: step, exact: true }).locator("xpath=following-sibling::ul");
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

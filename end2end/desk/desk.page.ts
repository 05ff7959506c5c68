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

  /** Why a step is not possible yet. */
  reasons(step: string): Locator {
    return this.next.getByRole("button", { name: step, exact: true }).locator("xpath=following-sibling::ul");
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

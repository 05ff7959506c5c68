import { type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { CHINESE, PATIENCE_MS } from "../browsers.ts";

/** The public door in a browser without JavaScript. */
export class Portal {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, url: string): Promise<Portal> {
    const context = await browser.newContext({ ...CHINESE, baseURL: url, javaScriptEnabled: false });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Portal(context, await context.newPage());
  }

  /** A case on the list of the home page. */
  listed(title: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: title });
  }

  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  async lookUp(receipt: string): Promise<void> {
    await this.page.goto("/receipt");
    await this.page.getByLabel("回执号").fill(receipt);
    await this.page.getByRole("button", { name: "查询" }).click();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

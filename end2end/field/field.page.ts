import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { utimesSync } from "node:fs";
import { PASSWORD } from "../server.ts";

/** The field door as a person on the phone sees it, in Chinese. */
export class Field {
  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  /** Opens the door in a tab of its own. */
  static async open(context: BrowserContext, url: string, path = "/field"): Promise<Field> {
    const page = context.pages().find((page) => page.url() === "about:blank") ?? (await context.newPage());
    const field = new Field(page, url);
    await field.go(path);
    return field;
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  title(words: string | RegExp): Locator {
    return this.page.getByRole("heading", { level: 1, name: words });
  }

  async signIn(name: string): Promise<void> {
    await expect(this.title("登录")).toBeVisible();
    await this.page.getByLabel("用户名").fill(name);
    await this.page.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await this.page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(this.title("今日")).toBeVisible();
  }

  /** Ready for a place without network: rules, tasks and the shell itself are on the phone. */
  async readyForOffline(): Promise<void> {
    await expect(this.page.getByText("还没有收到县里的任务")).toBeHidden();
    await expect(this.pill).toHaveText("都已送达");
    await this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      if (registration.active?.state !== "activated") {
        await new Promise((done) => registration.active?.addEventListener("statechange", done, { once: true }));
      }
    });
  }

  /** What the bar says of everything on this phone. */
  get pill(): Locator {
    return this.page.getByRole("banner").getByRole("status");
  }

  async tab(name: "今日" | "发件箱" | "上报" | "回音" | "设置"): Promise<void> {
    await this.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name }).click();
  }

  // ---- Forms ----

  /** Takes photos with the camera, one after the other, and waits until each is kept. */
  async takePhotos(...paths: string[]): Promise<void> {
    for (const path of paths) {
      const before = await this.keptPhotos.count();
      // A camera's file is as old as the picture; the phone takes its age as the moment of the shutter.
      utimesSync(path, new Date(), new Date());
      await this.page.getByLabel("拍照").setInputFiles(path);
      await expect(this.keptPhotos).toHaveCount(before + 1);
    }
  }

  /** Photos of the open form; each can be removed. */
  get keptPhotos(): Locator {
    return this.page.getByRole("button", { name: /^删除第 \d+ 张照片$/ });
  }

  async choose(name: string): Promise<void> {
    await this.page.getByRole("radio", { name, exact: true }).check({ force: true });
  }

  async write(label: string, words: string): Promise<void> {
    await this.page.getByLabel(label).fill(words);
  }

  /** The draft is on the phone: the line under the title says so. */
  async draftKept(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText("已存草稿");
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
  }

  // ---- Today and a case ----

  /** A task, as “签收：畜禽粪污”. */
  task(words: string | RegExp): Locator {
    return this.page.getByRole("main").getByRole("link", { name: words });
  }

  async act(button: string): Promise<void> {
    await this.page.getByRole("region", { name: "下一步" }).getByRole("link", { name: button, exact: true }).click();
  }

  // ---- Outbox ----

  waiting(title: string): Locator {
    return this.page.getByRole("region", { name: /^还在手机里/ }).getByRole("listitem").filter({ hasText: title });
  }

  get received(): Locator {
    return this.page.getByRole("region", { name: /^县里已收到/ });
  }
}

import { chromium, type BrowserContext, type BrowserContextOptions, type LaunchOptions } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian's Chromium, quiet: it asks nobody for anything but the server under test. */
export const LAUNCH: LaunchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** What every browser here has in common. */
export const CHINESE: BrowserContextOptions = { locale: "zh-CN", timezoneId: "Asia/Shanghai" };

/** How long a browser may take for one step: two slow cores, several browsers. */
export const PATIENCE_MS = 20_000;

export type Position = { latitude: number; longitude: number; accuracy: number };

/** A phone whose browser can really be closed and started again: its storage lives in a folder. */
export class Phone {
  private readonly folder = mkdtempSync(join(tmpdir(), "huiyin-phone-"));
  private open: BrowserContext | undefined;

  constructor(
    private position: Position,
    /** What its browser does otherwise than a new one. */
    private readonly switches: string[] = [],
  ) {}

  /** Starts the browser. Without network, it has none from the first moment. */
  async start(network: "online" | "offline"): Promise<BrowserContext> {
    this.open = await chromium.launchPersistentContext(this.folder, {
      ...LAUNCH,
      args: [...(LAUNCH.args ?? []), ...this.switches],
      ...CHINESE,
      viewport: { width: 360, height: 740 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      geolocation: this.position,
      permissions: ["geolocation"],
      offline: network === "offline",
    });
    this.open.setDefaultTimeout(PATIENCE_MS);
    return this.open;
  }

  get context(): BrowserContext {
    if (!this.open) {
      throw new Error("this phone's browser is closed");
    }
    return this.open;
  }

  /** Goes somewhere. */
  async stand(position: Position): Promise<void> {
    this.position = position;
    await this.open?.setGeolocation(position);
  }

  /** Closes the browser for real: the process ends. */
  async close(): Promise<void> {
    await this.open?.close();
    this.open = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

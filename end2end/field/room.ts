import { expect, type BrowserContext, type CDPSession, type Page } from "@playwright/test";

/** More than any test leaves, and less than the memory of this machine. */
const PROBE_BYTES = 96 * 1024 * 1024;

/**
 * The room that the browser gives the field door. Chromium asks how much is left when something is written, and then goes by
 * that answer for half a minute, for as much as was left. So the line is drawn before the door is opened, and drawn anew
 * with a write that is larger than what was left: it makes Chromium ask again, and is refused.
 */
export class Room {
  private constructor(
    private readonly session: CDPSession,
    private readonly origin: string,
  ) {}

  /** What the door has used so far. */
  static used(page: Page): Promise<number> {
    return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  }

  /** Draws the line in a browser that has not opened the door yet. */
  static async before(context: BrowserContext, origin: string, bytes: number): Promise<Room> {
    const page = context.pages()[0] ?? (await context.newPage());
    expect(page.url(), "the line is drawn before the door is opened").toBe("about:blank");
    const room = new Room(await context.newCDPSession(page), origin);
    await room.draw(bytes);
    return room;
  }

  /** Whoever asks from now on hears that there is so much more than what is used. */
  async say(page: Page, bytes: number): Promise<void> {
    await this.draw((await Room.used(page)) + bytes);
  }

  /** From now on there is so much more than what is used. */
  async leave(page: Page, bytes: number): Promise<void> {
    await this.say(page, bytes);
    expect(await probe(page), "more room is left than was meant").toBe("QuotaExceededError");
  }

  /** From now on there is none. */
  async none(page: Page): Promise<void> {
    await this.draw(1);
    expect(await probe(page), "there is room left").toBe("QuotaExceededError");
  }

  /** There is as much as the machine has. */
  async back(): Promise<void> {
    await this.session.send("Storage.overrideQuotaForOrigin", { origin: this.origin });
  }

  private async draw(bytes: number): Promise<void> {
    await this.session.send("Storage.overrideQuotaForOrigin", { origin: this.origin, quotaSize: bytes });
  }
}

/** How a write that is too large ends. */
function probe(page: Page): Promise<string> {
  return page.evaluate(async (bytes) => {
    const name = "end2end-probe";
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("probe");
    const database = await new Promise<IDBDatabase>((done, failed) => {
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    const writing = database.transaction("probe", "readwrite");
    const ended = new Promise<string>((done) => {
      writing.oncomplete = () => done("stored");
      writing.onabort = () => done(writing.error?.name ?? "aborted");
    });
    // What repeats itself would be packed into next to nothing.
    const filling = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 65536) {
      crypto.getRandomValues(filling.subarray(at, at + 65536));
    }
    writing.objectStore("probe").put(filling, "probe");
    const end = await ended;
    database.close();
    return end;
  }, PROBE_BYTES);
}

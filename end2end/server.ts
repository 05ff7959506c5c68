import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, openSync, closeSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { day, PASSWORD } from "./program.mjs";

const ROOT = resolve(import.meta.dirname, "..");
const HUIYIN = process.env.HUIYIN_PROGRAM ?? join(ROOT, "target/release/huiyin");
const SEED = join(import.meta.dirname, ".out/seed");

export { day, PASSWORD };

/** Makes the demonstration county once, dated by today as the program and the browsers are; tests take copies. */
export async function seedCounty(): Promise<void> {
  for (const needed of [HUIYIN, join(ROOT, "target/site/assets.json")]) {
    if (!existsSync(needed)) {
      throw new Error(`${needed} is missing: run "make build" first`);
    }
  }
  rmSync(SEED, { recursive: true, force: true });
  mkdirSync(SEED, { recursive: true });
  const seeded = spawnSync(HUIYIN, ["seed-demo", "--password", PASSWORD, "--as-of", day(), "--cases", "300"], {
    env: { ...process.env, HUIYIN_DATA: SEED },
    encoding: "utf8",
  });
  if (seeded.status !== 0) {
    throw new Error(`huiyin seed-demo failed:\n${seeded.stdout}\n${seeded.stderr}`);
  }
}

/** The real program on a copy of the demonstration county. It can be killed and started again. */
export class Huiyin {
  readonly url: string;
  private process: ChildProcess | undefined;

  private constructor(
    readonly data: string,
    readonly port: number,
    private readonly settings: Record<string, string>,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(settings: Record<string, string> = {}): Promise<Huiyin> {
    const data = mkdtempSync(join(tmpdir(), "huiyin-e2e-"));
    cpSync(SEED, data, { recursive: true });
    const huiyin = new Huiyin(data, await freePort(), settings);
    await huiyin.start();
    return huiyin;
  }

  async start(): Promise<void> {
    const log = openSync(this.log, "a");
    this.process = spawn(HUIYIN, ["serve"], {
      env: { ...process.env, HUIYIN_DATA: this.data, HUIYIN_LISTEN: `127.0.0.1:${this.port}`, ...this.settings },
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    await this.untilHealthy();
  }

  /** kill -9: no goodbye, nothing flushed. */
  async kill(): Promise<void> {
    const running = this.process;
    if (running && running.exitCode === null && running.signalCode === null) {
      const gone = new Promise((done) => running.once("exit", done));
      running.kill("SIGKILL");
      await gone;
    }
    this.process = undefined;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** The name colleagues know this person by. */
  async nameOf(signInName: string): Promise<string> {
    const answer = await fetch(`${this.url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: this.url },
      body: JSON.stringify({ name: signInName, password: PASSWORD, label: "end2end" }),
    });
    const signedIn = (await answer.json()) as { person: { name: string } };
    return signedIn.person.name;
  }

  /** What the program said so far. */
  said(): string {
    return readFileSync(this.log, "utf8");
  }

  private get log(): string {
    return join(this.data, "e2e-server.log");
  }

  private async untilHealthy(): Promise<void> {
    const until = Date.now() + 30_000;
    for (;;) {
      if (this.process?.exitCode !== null) {
        throw new Error(`huiyin serve ended:\n${this.said()}`);
      }
      const healthy = await fetch(`${this.url}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (healthy) {
        return;
      }
      if (Date.now() > until) {
        throw new Error(`huiyin serve does not answer:\n${this.said()}`);
      }
      await new Promise((soon) => setTimeout(soon, 25));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))));
    });
  });
}

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HUIYIN = process.env.HUIYIN_PROGRAM ?? "target/release/huiyin";
/** The one password of the demonstration's people. */
export const PASSWORD = "county-echo-2026";

/** The county's day, so many days from today, as `2026-11-27`. */
export function day(fromToday = 0) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date(Date.now() + fromToday * 86_400_000));
}

/** Runs something against the real program on a demonstration county of its own. */
export async function withProgram(work) {
  const data = mkdtempSync(join(tmpdir(), "huiyin-measure-"));
  const port = await new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
  const env = { ...process.env, HUIYIN_DATA: data, HUIYIN_LISTEN: `127.0.0.1:${port}`, RUST_LOG: "warn" };
  const asked = ["seed-demo", "--password", PASSWORD, "--as-of", day(), "--cases", "300"];
  const seeded = spawnSync(HUIYIN, asked, { env, encoding: "utf8" });
  if (seeded.status !== 0) {
    throw new Error(seeded.stderr);
  }
  const running = spawn(HUIYIN, ["serve"], { env, stdio: "ignore" });
  try {
    const url = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${url}/healthz`).then((answer) => answer.ok, () => false))) {
      if (running.exitCode !== null) {
        throw new Error("huiyin serve ended");
      }
      await new Promise((soon) => setTimeout(soon, 25));
    }
    await work(url);
  } finally {
    running.kill("SIGTERM");
    await new Promise((gone) => running.once("exit", gone));
    rmSync(data, { recursive: true, force: true });
  }
}

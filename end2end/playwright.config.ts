import { defineConfig } from "@playwright/test";

/** What every change must pass. A spec joins once it has been seen to pass again and again. */
const PROVEN = [
  ...["smoke", "story", "promises", "phone", "room", "update"],
  ...["people", "notices", "imports", "patrols", "casepage", "day", "inbox", "rulebook"],
].map((name) => `**/${name}.spec.ts`);

// No retries and no sleeps: a test that passes sometimes tells nothing. One worker: the tests share two cores with
// the servers and browsers they start.
export default defineConfig({
  testDir: ".",
  outputDir: ".out/results",
  globalSetup: "./prepare.ts",
  retries: 0,
  workers: 1,
  forbidOnly: !!process.env.CI,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: { trace: "retain-on-failure", screenshot: "only-on-failure" },
  projects: [
    { name: "phone-and-desk", testMatch: PROVEN },
    { name: "rooms", testIgnore: [...PROVEN, "**/screens.spec.ts"] },
    { name: "screens", testMatch: "**/screens.spec.ts" },
  ],
});

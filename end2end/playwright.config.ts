import { defineConfig } from "@playwright/test";

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
    { name: "phone-and-desk", testMatch: ["**/smoke.spec.ts", "**/story.spec.ts", "**/promises.spec.ts"] },
    { name: "rooms", testIgnore: ["**/smoke.spec.ts", "**/story.spec.ts", "**/promises.spec.ts", "**/screens.spec.ts"] },
    { name: "screens", testMatch: "**/screens.spec.ts" },
  ],
});

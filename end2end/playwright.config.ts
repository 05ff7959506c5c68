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
    // What every change must pass.
    { name: "phone-and-desk", testIgnore: "**/screens.spec.ts" },
    // Pictures to look at.
    { name: "screens", testMatch: "**/screens.spec.ts" },
  ],
});

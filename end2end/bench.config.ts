import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

// What `make bench` measures on a phone. It prints; it asserts no time.
export default defineConfig({ ...tests, projects: [{ name: "phone", testMatch: "**/*.bench.ts" }] });

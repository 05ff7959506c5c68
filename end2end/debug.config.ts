import base from "./playwright.config.ts";
import { defineConfig } from "@playwright/test";
export default defineConfig({ ...base, globalSetup: undefined, testDir: "/work/main/end2end", outputDir: "/tmp/e2e-results" });

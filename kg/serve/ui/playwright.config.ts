/** Browser tests on a real build of seeds/, served by `kg serve` and opened from disk; one Chromium at a time. */
import { defineConfig } from "@playwright/test";

const QUIET = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  globalSetup: "./tests/browser/prepare.ts",
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [["dot"]],
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", ...QUIET],
    },
  },
  projects: [{ name: "served" }, { name: "file" }],
});

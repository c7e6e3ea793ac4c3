/** A headless Chromium for scripts that look at the explorer: pictures for README, measurements. */
import { chromium } from "@playwright/test";

const ARGUMENTS = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** @param {(browser: import("@playwright/test").Browser) => Promise<void>} work */
export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

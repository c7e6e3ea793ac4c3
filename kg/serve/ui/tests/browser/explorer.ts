/** A page with the explorer, served or from disk with the network cut; anything it asks of others, or says wrong, fails its test. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { test as base, expect, type Locator, type Page } from "@playwright/test";

import type { Story } from "../../src/story/types";

export { expect };

export interface Explorer {
  page: Page;
  story: Story;
  served: boolean;
  /** Opens the page with what follows `#` in its address. */
  open: (address?: string) => Promise<void>;
  /** How many events the list says there are. */
  count: () => Promise<number>;
}

type Build = "seeds" | "hostile";

export const test = base.extend<{ build: Build; explorer: Explorer }>({
  build: ["seeds", { option: true }],
  explorer: async ({ page, context, build }, use, info) => {
    const served = info.project.name === "served";
    const [inFile, address] = [setting(build, "FILE"), setting(build, served ? "SERVED" : "FILE")];
    const troubles: string[] = [];
    if (!served) await context.setOffline(true);
    page.on("pageerror", (error) => { troubles.push(error.message); });
    page.on("console", (message) => { if (["error", "warning"].includes(message.type()) && !/GPU stall|WebGL|willReadFrequently/.test(message.text())) troubles.push(message.text()); });
    page.on("dialog", (dialog) => { troubles.push(dialog.message()); void dialog.dismiss(); });
    page.on("request", (request) => { if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) troubles.push(`asks for ${request.url()}`); });
    await use({
      page,
      served,
      story: storyIn(inFile),
      open: async (fragment = "") => {
        await page.goto("about:blank");
        await page.goto(fragment ? `${address}#${fragment}` : address);
        await expect(page.locator(".count-line")).not.toBeEmpty();
      },
      count: () => counted(page.locator(".count-line")),
    });
    expect(troubles).toEqual([]);
  },
});

export async function counted(line: Locator): Promise<number> {
  return Number.parseInt(((await line.textContent()) ?? "").replace(",", ""), 10);
}

function setting(build: Build, name: string): string {
  const value = process.env[`KG_${build.toUpperCase()}_${name}`];
  if (!value) throw new Error("global set-up has not run");
  return value;
}

function storyIn(address: string): Story {
  const html = readFileSync(fileURLToPath(address), "utf8");
  const [, json = ""] = /<script type="application\/json" id="story">([^<]*)<\/script>/.exec(html) ?? [];
  return JSON.parse(json) as Story;
}

/**
 * Takes pictures of the explorer.
 *
 * usage: node drive/shoot.mjs PAGE.html FOLDER    (writes FOLDER/explorer-THEME-WIDTH[-VIEW].png)
 */
import { join, resolve } from "node:path";

import { withBrowser } from "./browser.mjs";

const [page = "", folder = ".", event = ""] = process.argv.slice(2);
const SIZES = [[1440, 900], [360, 740]];

await withBrowser(async (browser) => {
  for (const [width = 0, height = 0] of SIZES) {
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      const views = { "": "", event: `event=${event}`, person: "about=actor:antony-blinken", ...(width < 500 ? { timeline: "view=timeline", network: "view=network", filters: "view=filters" } : {}) };
      for (const [name, view] of Object.entries(views)) {
        const tab = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
        await tab.goto(`file://${resolve(page)}#${view}`);
        await tab.locator(".count-line").filter({ hasText: /\d/ }).waitFor({ state: "attached" });
        await tab.waitForTimeout(1000);
        await tab.screenshot({ path: join(folder, ["explorer", theme, width, name].filter((part) => part !== "").join("-") + ".png") });
        await tab.close();
      }
    }
  }
});

/**
 * Measures the explorer on a page, in milliseconds: from opening to the first picture of all views, and from each move of
 * the brush to the pictures that follow it. One line of JSON.
 *
 * usage: node drive/measure.mjs PAGE.html [RUNS]
 */
import { resolve } from "node:path";

import { withBrowser } from "./browser.mjs";

const [page = "", runs = "3"] = process.argv.slice(2);
const MOVES = 40;

await withBrowser(async (browser) => {
  const [first, moves, scrolls] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let run = 0; run < Number(runs); run += 1) {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await tab.goto(`file://${resolve(page)}`);
    await tab.waitForFunction(() => performance.getEntriesByName("kg-shown").length > 0);
    first.push(await tab.evaluate(() => performance.getEntriesByName("kg-shown")[0]?.startTime ?? Number.NaN));
    await tab.waitForTimeout(500);
    const box = await tab.locator(".overview").boundingBox();
    if (!box) throw new Error("no overview");
    await tab.evaluate(() => {
      performance.clearMarks();
      window.addEventListener("mousemove", () => performance.mark("kg-moved"), { capture: true });
    });
    await tab.mouse.move(box.x + box.width * 0.3, box.y + 20);
    await tab.mouse.down();
    for (let n = 1; n <= MOVES; n += 1) {
      await tab.mouse.move(box.x + box.width * (0.3 + (0.4 * n) / MOVES), box.y + 20);
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
    await tab.mouse.up();
    moves.push(...await tab.evaluate(() => {
      const moved = performance.getEntriesByName("kg-moved").map((mark) => mark.startTime);
      const shown = performance.getEntriesByName("kg-shown").map((mark) => mark.startTime);
      return moved.flatMap((at, n) => {
        const answer = shown.find((time) => time >= at);
        return answer !== undefined && answer < (moved[n + 1] ?? Infinity) ? [answer - at] : [];
      });
    }));
    scrolls.push(await tab.evaluate(async () => {
      const list = document.querySelector(".list");
      const begin = performance.now();
      for (let n = 0; n < 60; n += 1) {
        if (list) list.scrollTop += 700;
        await new Promise((done) => requestAnimationFrame(done));
      }
      return (performance.now() - begin) / 60;
    }));
    await tab.close();
  }
  console.log(JSON.stringify({ first: middle(first), brush: middle(moves), slowest: Math.max(...moves), moves: moves.length, scroll: middle(scrolls) }));
});

/** @param {number[]} values */
function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

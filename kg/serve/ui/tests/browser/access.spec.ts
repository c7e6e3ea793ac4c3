/** For everybody: axe finds no serious fault, the keyboard reaches all, a screen 360 pixels wide is enough. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "./explorer";

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`));
}

for (const theme of ["light", "dark"] as const) {
  for (const width of [1440, 360]) {
    test(`axe finds no serious fault, ${theme}, ${width} pixels wide`, async ({ explorer }) => {
      const { page, story, served } = explorer;
      test.skip(served, "the page from disk is the same");
      test.slow();
      await page.setViewportSize({ width, height: width > 500 ? 900 : 740 });
      await page.emulateMedia({ colorScheme: theme });
      const event = story.events.find(({ known, reasons }) => known.length > 1 && reasons.length > 0);
      const views = ["", `event=${event?.id ?? ""}`, "about=actor:antony-blinken", ...(width < 500 ? ["view=filters", "view=timeline", "view=network"] : ["type=meet&text=talks"])];
      for (const view of views) {
        await explorer.open(view);
        await page.locator("details").evaluateAll((all) => { for (const details of all) (details as HTMLDetailsElement).open = true; });
        expect(await faults(page), view).toEqual([]);
      }
    });
  }
}

test("the keyboard alone: skip link, list, panel, and back to where one was", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the events" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".row").first()).toBeFocused();
  for (let n = 0; n < 30; n += 1) await page.keyboard.press("ArrowDown");
  const row = page.locator('.rows li[aria-posinset="31"] .row');
  await expect(row).toBeFocused();
  const title = (await row.locator(".row-title").textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(page.locator(".panel h2")).toBeFocused();
  await expect(page.locator(".panel h2")).toHaveText(title);
  await page.keyboard.press("Escape");
  await expect(page.locator(".panel")).toBeHidden();
  await expect(row).toBeFocused();
});

test("timeline and network by keyboard, told to screen readers", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  for (const [area, panel] of [[".timeline-scroll", /event=/], [".network", /about=/]] as const) {
    await page.locator(area).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(page.locator("[role=status]")).toContainText(area === ".network" ? /events?/ : /:/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(panel);
    await expect(page.locator(".panel h2")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator(area)).toBeFocused();
  }
});

test("360 pixels: one view at a time, nothing sticks out, the panel covers all", async ({ explorer }) => {
  const { page } = explorer;
  await page.setViewportSize({ width: 360, height: 740 });
  await explorer.open();
  for (const [name, view] of [["Timeline", ".timeline-pane"], ["Network", ".network-pane"], ["Filters", ".filters"], ["Events", ".list-pane"]] as const) {
    await page.getByRole("navigation").getByRole("button", { name }).click();
    await expect(page.locator(view)).toBeVisible();
    await expect(page.locator(".pane:visible")).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
  await page.getByRole("combobox").fill("china");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("combobox").fill("");
  await page.locator(".row").first().click();
  await expect(page.locator(".panel")).toBeVisible(); // served, what it shows is fetched first
  const box = await page.locator(".panel").boundingBox();
  expect(box?.width).toBe(360);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.locator(".panel")).toBeHidden();
});

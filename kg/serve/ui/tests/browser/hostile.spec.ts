/** What articles say is text: markup and scripts in titles, outlets, quotes and ids are shown and never run. */
import { expect, test } from "./explorer";

test.use({ build: "hostile" });

test("hostile words are shown as they are", async ({ explorer }) => {
  const { page, story } = explorer;
  const [event] = story.events;
  const [source] = story.documents;
  expect(event?.reports[0]?.quote).toContain("</script><script>");
  await explorer.open(`event=${event?.id ?? ""}`);
  await expect(page.locator(".reports blockquote").first()).toContainText("<img src=x onerror=");
  await expect(page.locator(".reports .source")).toContainText(source?.title ?? "");
  await expect(page.locator(".reports .source")).toContainText("<b>Outlet</b>");
  await expect(page.locator(".reports .source a")).toHaveCount(0);
  await page.getByText("How it was found").click();
  await expect(page.locator(".reports")).toContainText("Address: javascript:window.owned=1");
  await expect(page.locator("details.facet", { hasText: "Outlet" }).locator("label").first()).toContainText("<b>Outlet</b>");
  expect(await page.locator("#app img, #app b, #app script, #app iframe, a[href^='javascript' i]").count()).toBe(0);
  expect(await page.evaluate(() => "owned" in window)).toBe(false);
  expect(await page.locator("script").count()).toBe(explorer.served ? 1 : 2);
});

test("a hostile address does nothing either", async ({ explorer }) => {
  const { page } = explorer;
  const evil = encodeURIComponent("<img src=x onerror=window.owned=1>");
  await explorer.open(`text=${evil}&event=${evil}&outlet=${evil}&from=${evil}`);
  await expect(page.locator(".panel")).toContainText("<img src=x");
  await expect(page.locator(".chips")).toContainText("<img src=x");
  expect(await page.locator("#app img").count()).toBe(0);
  expect(await page.evaluate(() => "owned" in window)).toBe(false);
});

/** Search, facets, the as-of slider, the address, themes. */
import { counted, expect, test } from "./explorer";

test("search suggests people and opens one by keyboard alone", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const box = page.getByRole("combobox");
  await box.fill("blin");
  await expect(page.getByRole("option").first()).toContainText("Antony Blinken");
  await box.press("ArrowDown");
  await expect(box).toHaveAttribute("aria-activedescendant", "suggestion-0");
  await box.press("Enter");
  await expect(page.locator(".panel h2")).toHaveText("Antony Blinken");
  await expect(page.getByRole("listbox")).toBeHidden();
});

test("words that are no name filter by what was written", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const all = await explorer.count();
  await page.getByRole("combobox").fill("balloon");
  await page.getByRole("combobox").press("Enter");
  await expect.poll(explorer.count).toBeLessThan(all);
  expect(await explorer.count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: /balloon.*remove this filter/ }).click();
  await expect.poll(explorer.count).toBe(all);
});

test("where nothing fits, the list says so", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open("text=xylophone");
  await expect(page.locator(".list")).toContainText("No event fits");
  await page.getByRole("button", { name: /xylophone.*remove this filter/ }).click();
  await expect(page.getByText("No event fits")).toBeHidden();
});

for (const facet of ["Type of event", "Status", "People and bodies", "Country", "Outlet"]) {
  test(`${facet}: a value leaves as many events as it says`, async ({ explorer }) => {
    const { page } = explorer;
    await explorer.open();
    const all = await explorer.count();
    const option = page.locator("details.facet", { has: page.locator("summary", { hasText: facet }) }).locator("label").nth(1);
    const says = await counted(option.locator(".count"));
    await option.locator("input").click();
    await expect.poll(explorer.count).toBe(says);
    await expect(page.locator(".chips .chip")).toHaveCount(1);
    await page.locator(".chips .chip").click();
    await expect.poll(explorer.count).toBe(all);
  });
}

test("several filters are taken back at once", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open("type=meet|visit&status=happened&country=CN");
  expect(await explorer.count()).toBeLessThan(explorer.story.events.length);
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect.poll(explorer.count).toBe(explorer.story.events.length);
});

test("as of an earlier day: fewer events, each with the status of then", async ({ explorer }) => {
  const { page, story } = explorer;
  const event = story.events.find(({ known }) => known.length > 2 && known[0]?.status !== known.at(-1)?.status);
  const [first] = event?.known ?? [];
  await explorer.open(`event=${event?.id ?? ""}`);
  await expect(page.locator(".lead .status")).toHaveText(event?.status ?? "");
  const slider = page.getByRole("slider");
  await slider.press("Home");
  await expect(page).toHaveURL(/asof=/);
  const days = [...new Set(story.documents.map(({ published }) => published))].filter((day) => day !== null).sort();
  while (!page.url().includes(`asof=${first?.day ?? ""}`)) await slider.press("ArrowRight");
  await expect(page.locator(".lead .status")).toHaveText(first?.status ?? "");
  const known = story.events.filter((one) => one.known.some(({ day }) => day <= (first?.day ?? ""))).length;
  await expect.poll(explorer.count).toBe(known);
  await expect(slider).toHaveAttribute("aria-valuetext", /\d{4}/);
  expect(days.length).toBeGreaterThan(3);
  await slider.press("End");
  await expect(page).not.toHaveURL(/asof=/);
});

test("the address brings back all that was chosen", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open("from=2023-01-01&to=2023-06-30&asof=2023-10-30&type=meet|visit&about=actor:antony-blinken");
  const [count, url] = [await explorer.count(), page.url()];
  expect(count).toBeGreaterThan(0);
  await page.reload();
  await expect(page.locator(".panel h2")).toHaveText("Antony Blinken");
  expect(await explorer.count()).toBe(count);
  expect(page.url()).toBe(url);
  await expect(page.locator(".chips .chip")).toHaveCount(4);
});

test("Back and Forward go through what was opened", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.locator(".row").nth(0).click();
  const first = await page.locator(".panel h2").textContent();
  await page.locator(".panel .facts .chip").first().click();
  await expect(page).toHaveURL(/about=/);
  await page.goBack();
  await expect(page.locator(".panel h2")).toHaveText(first ?? "");
  await page.goBack();
  await expect(page.locator(".panel")).toBeHidden();
  await page.goForward();
  await expect(page.locator(".panel h2")).toHaveText(first ?? "");
});

test("dark and light, as the system has it or as chosen", async ({ explorer }) => {
  const { page } = explorer;
  await page.emulateMedia({ colorScheme: "dark" });
  await explorer.open();
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole("button", { name: "Dark or light" }).click();
  expect(await ground()).not.toBe(dark);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
});

/** Network, timeline and list: one selection and one brush for all of them. */
import type { Page } from "@playwright/test";

import { expect, test } from "./explorer";

/** Moves the pointer over an area until the cursor says that something can be clicked. */
async function findClickable(page: Page, area: string, cursor: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(area).boundingBox();
  if (!box) throw new Error(area);
  for (let y = box.y + 12; y < box.y + box.height - 10; y += 12) {
    for (let x = box.x + 30; x < box.x + box.width - 30; x += 16) {
      await page.mouse.move(x, y);
      if ((await page.locator(cursor).evaluate((element) => (element as HTMLElement).style.cursor)) === "pointer") return { x, y };
    }
  }
  throw new Error(`nothing to click in ${area}`);
}

async function brush(page: Page, from: number, to: number): Promise<void> {
  const box = await page.locator(".overview").boundingBox();
  if (!box) throw new Error("no overview");
  await page.mouse.move(box.x + box.width * from, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * ((from + to) / 2), box.y + 20);
  await page.mouse.move(box.x + box.width * to, box.y + 20);
  await page.mouse.up();
}

const ink = (page: Page, canvas: string) =>
  page.locator(canvas).evaluate((element: HTMLCanvasElement) => {
    const context = element.getContext("2d");
    const data = context?.getImageData(0, 0, element.width, element.height).data ?? new Uint8ClampedArray();
    return data.filter((value, n) => n % 4 === 3 && value > 0).length;
  });

test("all events are there, drawn in both pictures", async ({ explorer }) => {
  await explorer.open();
  expect(await explorer.count()).toBe(explorer.story.events.length);
  expect(await ink(explorer.page, ".timeline-scroll canvas")).toBeGreaterThan(5000);
  await expect(explorer.page.locator(".network-stage canvas").first()).toBeVisible();
  const names = await ink(explorer.page, ".network-stage canvas.sigma-labels");
  expect(names).toBeGreaterThan(1000);
});

test("the brush filters the list, both pictures and the address, and is taken back", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const all = await explorer.count();
  const names = await ink(page, ".network-stage canvas.sigma-labels");
  await brush(page, 0.3, 0.5);
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=/);
  const [from = "", to = ""] = new URL(page.url()).hash.match(/\d{4}-\d\d-\d\d/g) ?? [];
  const inside = explorer.story.events.filter(({ date }) => date && (date.latest ?? "9999") >= from && (date.earliest ?? "0000") <= to);
  await expect.poll(explorer.count).toBe(inside.length);
  expect(inside.length).toBeLessThan(all);
  await expect.poll(() => ink(page, ".network-stage canvas.sigma-labels")).not.toBe(names);
  await expect(page.getByLabel("First day")).toHaveValue(from);
  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect.poll(explorer.count).toBe(all);
  await expect(page).not.toHaveURL(/from=/);
});

test("zooming the timeline moves the brush; days can be typed", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  await page.locator(".timeline-scroll").hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -400);
  await page.keyboard.up("Control");
  await expect(page).toHaveURL(/from=/);
  await expect(page.locator(".overview .selection")).toBeVisible();
  await page.getByLabel("First day").fill("2023-06-01");
  await page.getByLabel("Last day").fill("2023-06-30");
  await expect(page).toHaveURL(/from=2023-06-01&to=2023-06-30/);
  await page.getByLabel("Last day").evaluate((last: HTMLInputElement) => { // both before the frame that the first asks for
    for (const day of ["2023-06-29", "2023-06-30", "2023-05-30"]) {
      last.value = day;
      last.dispatchEvent(new Event("change"));
    }
  });
  await expect(page.getByRole("alert")).toHaveText("The first day is after the last.");
  await expect(page).toHaveURL(/to=2023-06-30/);
  await page.getByLabel("Last day").fill("2023-06-30");
  await expect(page.getByRole("alert")).toBeEmpty();
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect(page).not.toHaveURL(/from=2023-06-01/);
});

test("in a span without events the timeline shows no names of those before it", async ({ explorer }) => {
  const { page, story } = explorer;
  const days = story.events.flatMap(({ date }) => (date ? [[date.earliest ?? "0000-01-01", date.latest ?? "9999-12-30"]] : [])).sort() as [string, string][];
  const gap = days.map(([, last]) => new Date(Date.parse(last) + 86400000).toISOString().slice(0, 10))
    .find((day) => days.some(([first]) => first > day) && days.every(([first, last]) => last < day || first > day));
  if (!gap) throw new Error("the seeds have an event on every day");
  await explorer.open(`from=${gap}&to=${gap}&text=xylophone`);
  const lines = await ink(page, ".timeline-scroll canvas");
  await explorer.open(`from=${gap}&to=${gap}`);
  await expect(page.getByText("No event fits")).toBeVisible();
  expect(await ink(page, ".timeline-scroll canvas")).toBe(lines);
});

test("a click on a bar opens its event, a click on a point its party, a click on a line the events of both", async ({ explorer }) => {
  const { page } = explorer;
  await explorer.open();
  const bar = await findClickable(page, ".timeline-scroll", ".timeline-scroll");
  const hint = (await page.locator(".tip").textContent()) ?? "";
  await page.mouse.click(bar.x, bar.y);
  const title = await page.locator(".panel h2").textContent();
  expect(hint).toContain(title);
  await expect(page).toHaveURL(/event=/);
  await page.keyboard.press("Escape");
  await expect(page.locator(".panel")).toBeHidden();
  const point = await findClickable(page, ".network-stage", ".network-stage");
  await page.mouse.click(point.x, point.y);
  await expect(page).toHaveURL(/about=|party=/);
});

test("what is selected stands out in the list", async ({ explorer }) => {
  const { page, story } = explorer;
  await explorer.open(`event=${story.events[1]?.id ?? ""}`);
  await expect(page.locator('.row[aria-current="true"]')).toHaveCount(1);
  await expect(page.locator(".rows li.dim")).not.toHaveCount(0);
});

test("every manner of bar in the legend looks different", async ({ explorer }) => {
  await explorer.open();
  await explorer.page.getByText("Legend").click();
  const drawn = await explorer.page.locator(".legend .sample").evaluateAll((all) => all.map((one) => (one as HTMLCanvasElement).toDataURL()));
  expect(drawn).toHaveLength(7);
  expect(new Set(drawn).size).toBe(7);
});

test("long lists make only the rows in sight, and scroll to the last", async ({ explorer }) => {
  const { page, story } = explorer;
  await explorer.open();
  expect(await page.locator(".rows li").count()).toBeLessThan(40);
  await page.locator(".list").evaluate((list) => { list.scrollTop = list.scrollHeight; });
  await expect(page.locator(`.rows li[aria-posinset="${story.events.length}"]`)).toBeVisible();
});

/** The panel: all of an event, all of a person. */
import { expect, test } from "./explorer";

test("an event shows its history, every sentence marked, sources, rules and why it is one", async ({ explorer }) => {
  const { page, story } = explorer;
  const event = story.events.find(({ known, reasons, reports }) => known.length > 1 && reasons.length > 0 && reports.length > 2);
  if (!event) throw new Error("the seeds have no such event");
  await explorer.open(`event=${event.id}`);
  const panel = page.locator(".panel");
  await expect(panel.locator(".history li")).toHaveCount(event.known.length);
  await expect(panel.locator(".history .status")).toHaveText(event.known.map(({ status }) => status));
  await expect(panel.locator(".reports > li")).toHaveCount(event.reports.length);
  const documents = new Map(story.documents.map((source) => [source.id, source]));
  for (const [n, report] of event.reports.entries()) {
    const shown = panel.locator(".reports > li").nth(n);
    const said = await shown.locator("blockquote").evaluate((quote) => {
      const copy = quote.cloneNode(true) as HTMLElement;
      for (const hidden of copy.querySelectorAll(".unseen")) hidden.remove();
      return copy.textContent;
    });
    expect(said).toBe(report.quote);
    const roles = new Set(report.marks.filter((mark) => mark.start >= report.start && mark.end <= report.end).map((mark) => mark.role));
    for (const role of roles) await expect(shown.locator(`mark.${role}`).first()).toBeVisible();
    const source = documents.get(report.document);
    if (source?.outlet) await expect(shown.locator(".source")).toContainText(source.outlet);
    if (source?.url) await expect(shown.locator(".source a")).toHaveAttribute("href", source.url);
    await shown.getByText("How it was found").click();
    await expect(shown).toContainText(`Rule ${report.rule}`);
  }
  await panel.getByText("Why these are one event").click();
  await expect(panel.locator(".reasons li")).toHaveCount(event.reasons.length);
});

test("each of actor, action, target and date is marked somewhere", async ({ explorer }) => {
  const { page, story } = explorer;
  const roles = (event: (typeof story.events)[number]) => new Set(event.reports.flatMap(({ marks }) => marks.map(({ role }) => role)));
  const event = story.events.find((one) => ["actor", "action", "target", "date"].every((role) => roles(one).has(role as never)));
  await explorer.open(`event=${event?.id ?? ""}`);
  for (const role of ["actor", "action", "target", "date"]) {
    await expect(page.locator(`.reports mark.${role}`).first()).toBeVisible();
    const colour = await page.locator(`.reports mark.${role}`).first().evaluate((mark) => getComputedStyle(mark).backgroundColor);
    expect(colour).not.toBe("rgba(0, 0, 0, 0)");
  }
});

test("a person shows offices, a timeline, a spark line, counterparts and events, and can be filtered by", async ({ explorer }) => {
  const { page, story } = explorer;
  const person = story.parties.find(({ id, posts }) => posts.length > 1 && story.events.filter(({ actors }) => actors.includes(id)).length > 5);
  if (!person) throw new Error("the seeds have no such person");
  const events = story.events.filter(({ actors, targets }) => [...actors, ...targets].includes(person.id)).length;
  await explorer.open(`about=${person.id}`);
  const panel = page.locator(".panel");
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(person.label);
  await expect(panel.locator(".posts li")).toHaveCount(person.posts.length);
  await expect(panel.getByRole("img", { name: /by month/ })).toBeVisible();
  await expect(panel.getByRole("img", { name: /over time/ })).toBeVisible();
  await panel.getByRole("button", { name: "Show only these events" }).click();
  await expect.poll(explorer.count).toBe(events);
  const counterpart = panel.locator(".counterparts button").first();
  const name = (await counterpart.locator("span").nth(1).textContent()) ?? "";
  await counterpart.click();
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(name);
});

test("who has events in one month only has no line by month", async ({ explorer }) => {
  const { page, story } = explorer;
  const months = (id: string) => new Set(story.events.filter(({ actors, targets }) => [...actors, ...targets].includes(id)).map(({ date }) => date?.earliest?.slice(0, 7)));
  const brief = story.parties.find(({ id }) => months(id).size === 1 && !months(id).has(undefined));
  if (!brief) throw new Error("the seeds have nobody like that");
  await explorer.open(`about=${brief.id}`);
  await expect(page.locator(".panel").getByRole("img", { name: /over time/ })).toBeVisible();
  await expect(page.locator(".panel").getByRole("img", { name: /by month/ })).toHaveCount(0);
});

test("links lead to the other event and back", async ({ explorer }) => {
  const { page, story } = explorer;
  const event = story.events.find(({ links }) => links.length > 0);
  await explorer.open(`event=${event?.id ?? ""}`);
  await page.locator(".links button").first().click();
  await expect(page).toHaveURL(new RegExp(`event=${event?.links[0]?.event ?? ""}`));
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`event=${event?.id ?? ""}`));
  await expect(page.locator(".links button").first()).toBeVisible();
});

test("an event that is not there is said to be not there", async ({ explorer }) => {
  await explorer.open("event=000000000000");
  await expect(explorer.page.locator(".panel")).toContainText("There is no event 000000000000 here");
});

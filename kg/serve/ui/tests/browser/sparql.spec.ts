/** The SPARQL page of a served explorer, under the server's Content-Security-Policy. */
import { expect, test } from "./explorer";

test("a file from disk has no SPARQL page", async ({ explorer }) => {
  test.skip(explorer.served);
  await explorer.open();
  await expect(explorer.page.getByRole("button", { name: "SPARQL" })).toHaveCount(0);
});

test("queries are edited, run, and lead back to events; the editor comes when it is asked for", async ({ explorer }) => {
  const { page, served } = explorer;
  test.skip(!served, "nobody answers a file");
  const scripts: string[] = [];
  page.on("response", (response) => { if (response.url().endsWith(".js")) scripts.push(response.url()); });
  await explorer.open();
  expect(scripts).toHaveLength(1);
  await page.getByRole("button", { name: "SPARQL" }).click();
  await expect(page.locator(".CodeMirror")).toContainText("SELECT");
  expect(scripts.length).toBeGreaterThan(1);
  await page.getByRole("button", { name: /^Run/ }).click();
  await expect(page.locator(".sparql-results")).toContainText(/\d+ rows?/);
  await page.getByLabel("Named queries").selectOption("cancelled");
  await expect(page.locator(".sparql-results tbody tr").first()).toBeVisible();
  await page.locator(".CodeMirror").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("ASK { ?event a sem:Event }");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".sparql-results")).toHaveText("Yes");
  await page.getByLabel("Named queries").selectOption("timeline");
  await page.locator(".sparql-results .chip").first().click();
  await expect(page).toHaveURL(/event=/);
  await expect(page.locator(".panel h2")).toBeVisible();
  await page.getByRole("button", { name: "SPARQL" }).click();
  await expect(page.locator(".CodeMirror")).toBeVisible();
  await page.getByRole("combobox", { name: "Search people" }).fill("blin");
  await page.getByRole("option").first().click();
  await expect(page.locator(".panel h2")).toHaveText("Antony Blinken");
});

test("what is wrong with a query is said by the server and shown as text", async ({ explorer, page }) => {
  test.skip(!explorer.served, "nobody answers a file");
  await explorer.open("view=sparql");
  await page.locator(".CodeMirror").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("SELECT * WHERE { ?a ?b <http://example.org/x> } LIMIT 0");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".sparql-results")).toContainText("0 rows");
});

import { expect, test } from "vitest";

import { toIso } from "../../src/story/days";
import { modelOf, reportsBy } from "../../src/story/model";
import { happening, MODEL, STORY } from "./samples";

const item = (id: string) => {
  const found = MODEL.byId.get(id);
  if (!found) throw new Error(id);
  return found;
};

test("titles say who did what to whom", () => {
  expect(item("visit").title).toBe("Ana Šimić – visit – Peru");
  expect(item("meeting").title).toBe("Ana Šimić, Bo Lindqvist – meet");
});

test("who does the same together is joined in pairs, who acts on others with them; places never", () => {
  expect(item("meeting").pairs).toEqual([["actor:ana", "actor:bo"]]);
  expect(item("visit").pairs).toEqual([["actor:ana", "actor:peru"]]);
});

test("time runs from the first to the last day that is known", () => {
  expect(MODEL.extent.map(toIso)).toEqual(["2021-05-02", "2021-09-01"]);
  expect(MODEL.days.map(toIso)).toEqual(["2021-04-01", "2021-05-03"]);
  expect(modelOf({ ...STORY, events: [] }).extent).toEqual([0, 1]);
});

test("an open end lies at no day", () => {
  expect(item("open").now.last).toBe(Infinity);
  expect(item("undated").now.first).toBeNull();
});

test("reports by a day", () => {
  expect(reportsBy(MODEL, item("visit"), null)).toHaveLength(2);
  expect(reportsBy(MODEL, item("visit"), MODEL.days[0] ?? 0).map(({ number }) => number)).toEqual([0]);
});

test("an event that names somebody unlisted is borne", () => {
  const { items } = modelOf({ ...STORY, events: [happening("x", { actors: ["actor:nobody"], targets: [], reports: [] })] });
  expect(items[0]?.title).toBe("actor:nobody – visit");
});

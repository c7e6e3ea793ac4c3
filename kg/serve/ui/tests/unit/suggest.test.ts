import { expect, test } from "vitest";

import { suggestions } from "../../src/state/suggest";
import { MODEL } from "./samples";

const found = (typed: string) => suggestions(MODEL, typed).map(({ kind, label }) => `${kind} ${label}`);

test("parties, types, outlets and events", () => {
  expect(found("lind")[0]).toBe("party Bo Lindqvist");
  expect(found("acc")).toContain("type accuse");
  expect(found("andes")).toEqual(["outlet Andes Wire"]);
  expect(found("visit")).toEqual(["type visit", "event Ana Šimić – visit – Peru"]);
});

test("accents do not matter, and nothing typed finds nothing", () => {
  expect(found("simic")[0]).toBe("party Ana Šimić");
  expect(found("  ")).toEqual([]);
});

test("an event is suggested with its date, as there may be several of a name", () => {
  expect(suggestions(MODEL, "visit").at(-1)?.note).toMatch(/2021/);
});

test("beginnings of words before their middles", () => {
  expect(found("i").indexOf("party Lima")).toBeGreaterThanOrEqual(0);
  expect(found("li").slice(0, 2).sort()).toEqual(["party Bo Lindqvist", "party Lima"]);
});

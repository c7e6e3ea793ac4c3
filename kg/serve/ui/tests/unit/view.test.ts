import { expect, test } from "vitest";

import { byFacet, type Facet, type State, toggled } from "../../src/state/state";
import { viewOf } from "../../src/state/view";
import { toDay } from "../../src/story/days";
import { MODEL, state } from "./samples";

const ids = (changes: Partial<State>) => viewOf(MODEL, state(changes)).shown.map(({ item }) => item.event.id);
const chosen = (facet: Facet, ...values: string[]) => ({ facets: byFacet((other) => (other === facet ? values : [])) });
const on = (iso: string) => toDay(iso) ?? 0;

test("all events in order of time, undated ones last", () => {
  expect(ids({})).toEqual(["visit", "meeting", "open", "undated"]);
});

test("the brush keeps what may lie in it, open ends too, and nothing undated", () => {
  expect(ids({ range: [on("2021-06-15"), on("2021-06-15")] })).toEqual(["meeting"]);
  expect(ids({ range: [on("2030-01-01"), on("2030-12-31")] })).toEqual(["open"]);
  expect(ids({ range: [on("2020-01-01"), on("2021-05-02")] })).toEqual(["visit"]);
});

test("of a facet any value, of parties all, of several facets each", () => {
  expect(ids(chosen("type", "visit", "meet"))).toEqual(["visit", "meeting"]);
  expect(ids(chosen("party", "actor:ana", "actor:bo"))).toEqual(["meeting"]);
  expect(ids(chosen("outlet", "Nordic Post"))).toEqual(["visit"]);
  expect(ids(chosen("country", "SE"))).toEqual(["meeting", "open", "undated"]);
  expect(ids(chosen("party", "place:lima"))).toEqual(["visit"]);
  expect(ids({ facets: byFacet((facet) => ({ type: ["visit"], status: ["planned"] } as Partial<Record<Facet, string[]>>)[facet] ?? []) })).toEqual([]);
});

test("counts say what each value would leave", () => {
  const { counts } = viewOf(MODEL, state(chosen("type", "visit")));
  expect(Object.fromEntries(counts.type)).toEqual({ visit: 1, meet: 1, agree: 1, accuse: 1 });
  expect(Object.fromEntries(counts.status)).toEqual({ happened: 1 });
  expect(Object.fromEntries(viewOf(MODEL, state(chosen("party", "actor:bo"))).counts.party)).toEqual({
    "actor:ana": 1, "actor:bo": 3, "actor:peru": 2,
  });
});

test("as of a day: what was reported by then, with the status and date of then", () => {
  const early = viewOf(MODEL, state({ asOf: on("2021-04-15") })).shown;
  expect(early.map(({ item, fact }) => [item.event.id, fact.status, fact.date])).toEqual([["visit", "planned", null]]);
  expect(ids({ asOf: on("2021-03-31") })).toEqual([]);
  expect(ids({ asOf: on("2021-05-03") })).toEqual(["visit", "meeting", "open"]);
});

test("words are found whatever their case and accents", () => {
  expect(ids({ text: "simic WILL" })).toEqual(["visit"]);
  expect(ids({ text: "nobody" })).toEqual([]);
});

test("a value is chosen and taken back", () => {
  const once = state(toggled(state({}), "type", "meet"));
  expect(once.facets.type).toEqual(["meet"]);
  expect(toggled(once, "type", "meet").facets?.type).toEqual([]);
});

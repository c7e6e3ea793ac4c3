import { expect, test } from "vitest";

import { mainFamily, pairKey, tiesOf } from "../../src/network/ties";
import { monthly } from "../../src/panel/spark";
import { frequent } from "../../src/panel/party";
import { over } from "../../src/look/theme";
import { viewOf } from "../../src/state/view";
import { MODEL, state } from "./samples";

const view = viewOf(MODEL, state({}));

test("ties count events and what came of them", () => {
  const { pairs, parties } = tiesOf(view);
  const tie = pairs.get(pairKey("actor:ana", "actor:bo"));
  expect([tie?.events, tie?.real]).toEqual([1, 0]);
  expect(tie && mainFamily(tie)).toBe("talks");
  expect(parties.get("actor:bo")).toBe(3);
});

test("events a month, with the empty ones between", () => {
  expect(monthly(view.shown).map(({ month, count }) => `${month} ${count}`)).toEqual(["2021-05 1", "2021-06 1", "2021-07 0", "2021-08 0", "2021-09 1"]);
  expect(monthly([])).toEqual([]);
});

test("the most frequent counterparts, places aside", () => {
  expect(frequent("actor:bo", view.shown.filter(({ item }) => item.parties.has("actor:bo")), MODEL.parties)).toEqual([["actor:peru", 2], ["actor:ana", 1]]);
});

test("a colour over another", () => {
  expect(over("#000000", "#ffffff", 0.5)).toBe("#808080");
});

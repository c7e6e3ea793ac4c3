import { expect, test } from "vitest";

import { fromAddress, toAddress } from "../../src/state/address";
import { INITIAL, NO_FACETS, type State } from "../../src/state/state";

test("nothing chosen is an empty address", () => {
  expect(toAddress(INITIAL)).toBe("");
  expect(fromAddress("")).toEqual(INITIAL);
});

const FULL: State = {
  range: [18000, 18100],
  asOf: 18050,
  facets: { ...NO_FACETS, type: ["meet", "visit"], outlet: ["%7C", "100% | pure", "A, B & C"], party: ["actor:xi-jinping"] },
  text: "trade & <b>talks</b> #1",
  selection: { kind: "party", id: "actor:é/?#" },
  pane: "network",
};

test("an address holds all of the state", () => {
  expect(fromAddress(`#${toAddress(FULL)}`)).toEqual(FULL);
  expect(fromAddress(toAddress({ ...FULL, selection: { kind: "event", id: "3f2a" } })).selection).toEqual({ kind: "event", id: "3f2a" });
});

test.each(["from=2023-01-01", "from=2023-02-01&to=2023-01-01", "from=x&to=y", "asof=2023-02-30", "view=nowhere", "other=1", "type="])(
  "%s is left out",
  (address) => { expect(fromAddress(address)).toEqual(INITIAL); },
);

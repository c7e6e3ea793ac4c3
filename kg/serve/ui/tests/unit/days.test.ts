import { expect, test } from "vitest";

import { readable, toDay, toIso } from "../../src/story/days";

const when = (edtf: string) => ({ edtf, earliest: null, latest: null, precision: "day" });

test.each(["1970-01-01", "2024-02-29", "0099-12-31", "0476-01-01", "9999-12-31", "1969-12-31"])("%s there and back", (iso) => {
  expect(toIso(toDay(iso) ?? Number.NaN)).toBe(iso);
});

test.each(["2023-02-30", "2023-13-01", "2023-2-1", "", "x", "2023", "-0001-01-01"])("%s is no day", (text) => {
  expect(toDay(text)).toBeNull();
});

test.each([
  ["2022-11-14", "14 Nov 2022"],
  ["2022-11-13/2022-11-14", "13–14 Nov 2022"],
  ["2022-11-30/2022-12-02", "30 Nov – 2 Dec 2022"],
  ["2022-12-30/2023-01-02", "30 Dec 2022 – 2 Jan 2023"],
  ["2022-08", "Aug 2022"],
  ["2023-21", "spring 2023"],
  ["2023-24", "winter 2023"],
  ["2022", "2022"],
  ["0476", "476"],
  ["202X", "2020s"],
  ["19XX", "1900 to 1999"],
  ["2021-09/..", "from Sep 2021"],
  ["../2020", "until 2020"],
  ["2022-12-30~", "about 30 Dec 2022"],
  ["2022?", "perhaps 2022"],
  ["2022-01/2022-03", "Jan 2022 – Mar 2022"],
  ["2022-05-01T10:00:00Z", "1 May 2022"],
  ["Y170000002", "Y170000002"],
])("%s reads %s", (edtf, words) => {
  expect(readable(when(edtf))).toBe(words);
});

test("no date says so", () => {
  expect(readable(null)).toBe("no date");
});

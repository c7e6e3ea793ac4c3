import { expect, test } from "vitest";

import { elsewhere, pieces } from "../../src/panel/marked";
import type { Role } from "../../src/story/types";
import { report } from "./samples";

const mark = (role: Role, start: number, end: number) => ({ role, start, end, label: role });
const cut = (quote: string, start: number, marks: ReturnType<typeof mark>[]) =>
  pieces(report("a", quote, { start, end: start + Array.from(quote).length, marks })).map(({ text, marks: on }) => [text, on.map(({ role }) => role).join("+")]);

test("words between marks stay plain", () => {
  expect(cut("Ana met Bo.", 10, [mark("actor", 10, 13), mark("action", 14, 17), mark("target", 18, 20)])).toEqual([
    ["Ana", "actor"], [" ", ""], ["met", "action"], [" ", ""], ["Bo", "target"], [".", ""],
  ]);
});

test("offsets count code points, not halves of them", () => {
  expect(cut("😀😀 Bo met", 0, [mark("actor", 3, 5)])).toEqual([["😀😀 ", ""], ["Bo", "actor"], [" met", ""]]);
});

test("marks may lie in each other, overlap, or leave the sentence", () => {
  expect(cut("abcdef", 0, [mark("actor", 0, 4), mark("place", 2, 6)])).toEqual([["ab", "actor"], ["cd", "actor+place"], ["ef", "place"]]);
  expect(cut("abc", 5, [mark("actor", 0, 6), mark("date", 7, 90)])).toEqual([["a", "actor"], ["b", ""], ["c", "date"]]);
  expect(cut("abc", 5, [mark("actor", 0, 5), mark("date", 8, 9), mark("place", 6, 6)])).toEqual([["abc", ""]]);
});

test("what stands elsewhere is told apart", () => {
  const marks = [mark("actor", 0, 3), mark("action", 10, 12), mark("target", 40, 44)];
  expect(elsewhere(report("a", "x".repeat(10), { start: 8, end: 18, marks })).map(({ role }) => role)).toEqual(["actor", "target"]);
});

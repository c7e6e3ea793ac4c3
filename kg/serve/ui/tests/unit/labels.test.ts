import { expect, test } from "vitest";

import { type Box, placed } from "../../src/network/labels";

const HEIGHT = 14;
const right: Box = { left: 108, right: 168, y: 50 };
const left: Box = { left: 22, right: 82, y: 50 };
const under: Box = { left: 65, right: 125, y: 66 };

test("a name stands where it covers neither a name nor a point", () => {
  expect(placed([right, left, under], HEIGHT, [], [{ x: 95, y: 50, size: 8 }], false)).toBe(right);
  expect(placed([right, left, under], HEIGHT, [], [{ x: 140, y: 46, size: 6 }], false)).toBe(left);
  expect(placed([right, left, under], HEIGHT, [{ left: 10, right: 40, y: 55 }], [{ x: 140, y: 46, size: 6 }], false)).toBe(under);
});

test("a point that only comes near covers nothing", () => {
  expect(placed([right], HEIGHT, [], [{ x: 140, y: 70, size: 10 }], false)).toBe(right);
  expect(placed([right], HEIGHT, [], [{ x: 175, y: 50, size: 6 }], false)).toBe(right);
});

test("where all is taken, large points have their name over a point, but never over a name", () => {
  const point = { x: 140, y: 50, size: 6 };
  expect(placed([right], HEIGHT, [], [point], false)).toBeUndefined();
  expect(placed([right], HEIGHT, [], [point], true)).toBe(right);
  expect(placed([right], HEIGHT, [{ left: 160, right: 200, y: 52 }], [], true)).toBeUndefined();
});

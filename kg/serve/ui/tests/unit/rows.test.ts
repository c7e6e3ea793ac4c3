import { expect, test } from "vitest";

import { viewOf } from "../../src/state/view";
import { packed } from "../../src/timeline/rows";
import { toDay } from "../../src/story/days";
import { modelOf } from "../../src/story/model";
import { day, happening, MODEL, state, STORY } from "./samples";

const LOW = toDay("2021-05-01") ?? 0;

test("no bar or label covers another", () => {
  const events = Array.from({ length: 60 }, (_, n) => happening(String(n), { date: day(`2021-05-${String((n % 30) + 1).padStart(2, "0")}`) }));
  const { shown } = viewOf(modelOf({ ...STORY, events }), state({}));
  const width = 35;
  const { bars, rows } = packed(shown, 10, LOW, LOW + 29, () => width);
  expect(bars).toHaveLength(60);
  const boxes = bars.map((bar) => ({ row: bar.row, from: bar.before ? bar.left - width : bar.left, to: bar.before ? bar.right : bar.right + width }));
  for (const [n, a] of boxes.entries()) {
    expect(a.row).toBeLessThan(rows);
    expect(a.to).toBeLessThanOrEqual(300);
    for (const b of boxes.slice(n + 1)) expect(a.row !== b.row || a.to <= b.from || b.to <= a.from).toBe(true);
  }
});

test("undated events have no bar, open ends are cut", () => {
  const { bars } = packed(viewOf(MODEL, state({})).shown, 1, LOW, LOW + 200, () => 0);
  expect(bars.map((bar) => bar.shown.item.event.id)).toEqual(["visit", "meeting", "open"]);
  expect(bars[2]?.right).toBe(201);
});

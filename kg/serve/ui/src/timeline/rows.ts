/** Bars into rows, so that none covers another or its label. */
import type { Shown } from "../state/view";

export interface Bar {
  shown: Shown;
  /** Pixels from the origin day. */
  left: number;
  right: number;
  row: number;
  /** The label stands before the bar, as there is no room behind it. */
  before: boolean;
}

export interface Packing {
  bars: readonly Bar[];
  rows: number;
}

const SMALLEST = 8;
const GAP = 6;

/**
 * The bars of dated events, each in the first row with room; those that begin first, with their labels, come first.
 *
 * `perDay` is the width of a day in pixels, `low` and `high` the days where open ends are cut, `label` the width of an
 * event's label beside its bar.
 */
export function packed(
  events: readonly Shown[],
  perDay: number,
  low: number,
  high: number,
  label: (shown: Shown) => number,
): Packing {
  const limit = (high + 1 - low) * perDay;
  const extents = events.flatMap((shown) => {
    const { first, last } = shown.fact;
    if (first === null || last === null) return [];
    const left = (Math.max(first, low) - low) * perDay;
    const right = Math.max((Math.min(last, high) + 1 - low) * perDay, left + SMALLEST);
    const width = label(shown);
    const before = right + width > limit && left - width > 0;
    return [{ shown, left, right, before, from: before ? left - width : left, to: before ? right : right + width }];
  });
  extents.sort((a, b) => a.from - b.from || a.shown.item.number - b.shown.item.number);
  const ends: number[] = [];
  const bars = extents.map(({ shown, left, right, before, from, to }): Bar => {
    const free = ends.findIndex((end) => end <= from);
    const row = free < 0 ? ends.length : free;
    ends[row] = to + GAP;
    return { shown, left, right, row, before };
  });
  return { bars, rows: ends.length };
}

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
  const ends = new Ends(extents.length);
  const bars = extents.map(({ shown, left, right, before, from, to }): Bar => ({
    shown, left, right, row: ends.take(from, to + GAP), before,
  }));
  return { bars, rows: ends.used };
}

/** Where each row is free from: a tree of minima, so that the first free row of thousands is found in a dozen steps. */
class Ends {
  used = 0;
  private readonly leaves: number;
  private readonly minima: Float64Array;

  constructor(rows: number) {
    this.leaves = 2 ** Math.ceil(Math.log2(Math.max(1, rows)));
    this.minima = new Float64Array(2 * this.leaves).fill(-Infinity);
  }

  /** The first row that is free from `from` on; it is taken until `to`. */
  take(from: number, to: number): number {
    let node = 1;
    while (node < this.leaves) node = 2 * node + ((this.minima[2 * node] ?? 0) <= from ? 0 : 1);
    const row = node - this.leaves;
    this.minima[node] = to;
    for (node >>= 1; node >= 1; node >>= 1) this.minima[node] = Math.min(this.minima[2 * node] ?? 0, this.minima[2 * node + 1] ?? 0);
    this.used = Math.max(this.used, row + 1);
    return row;
  }
}

/** Bars into rows, so that none covers another or its label. */
import type { Shown } from "../state/view";

export interface Bar {
  shown: Shown;
  /** Pixels from the origin day. */
  left: number;
  right: number;
  row: number;
}

export interface Packing {
  bars: readonly Bar[];
  rows: number;
}

const SMALLEST = 7;
const GAP = 4;

/**
 * The bars of dated events in the order given, each in the first row with room.
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
  const ends: number[] = [];
  const bars = events.flatMap((shown): Bar[] => {
    const { first, last } = shown.fact;
    if (first === null || last === null) return [];
    const left = (Math.max(first, low) - low) * perDay;
    const right = Math.max((Math.min(last, high) + 1 - low) * perDay, left + SMALLEST);
    const free = ends.findIndex((end) => end <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = right + GAP + label(shown);
    return [{ shown, left, right, row }];
  });
  return { bars, rows: ends.length };
}

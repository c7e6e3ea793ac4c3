/** A spark line: how many of the events lie in each month, or year where there are many. */
import { h, svg } from "../parts/dom";
import { readableDay, toDay, toIso } from "../story/days";
import type { Shown } from "../state/view";

const [WIDTH, HEIGHT, WIDEST] = [320, 44, 32];

/** Counts a month, from the first to the last with an event; an event counts at the first day that it can be on. */
export function monthly(events: readonly Shown[]): { month: string; count: number }[] {
  const days = events.map(({ fact }) => (Number.isFinite(fact.first) ? fact.first : fact.last)).filter((d) => d !== null && Number.isFinite(d)) as number[];
  if (days.length === 0) return [];
  const number = (day: number): number => Number(toIso(day).slice(0, 4)) * 12 + Number(toIso(day).slice(5, 7)) - 1;
  const months = days.map(number);
  const [low, high] = [months.reduce((a, b) => Math.min(a, b)), months.reduce((a, b) => Math.max(a, b))];
  const counts = new Array<number>(high - low + 1).fill(0);
  for (const month of months) counts[month - low] = (counts[month - low] ?? 0) + 1;
  return counts.map((count, n) => ({ month: `${String(Math.floor((low + n) / 12)).padStart(4, "0")}-${String(((low + n) % 12) + 1).padStart(2, "0")}`, count }));
}

/** Nothing where all events lie in one month: a single bar compares nothing. */
export function spark(events: readonly Shown[], label: string): HTMLElement[] {
  const months = monthly(events);
  if (months.length < 2) return [];
  const most = Math.max(1, ...months.map(({ count }) => count));
  const step = WIDTH / Math.max(1, months.length);
  const bars = months.map(({ count }, n) => {
    const height = (count / most) * (HEIGHT - 2);
    return count ? `M${(n * step).toFixed(1)},${HEIGHT}v${(-height).toFixed(1)}h${Math.min(WIDEST, Math.max(0.8, step - 1)).toFixed(1)}V${HEIGHT}z` : "";
  });
  const ends = `, ${name(months[0]?.month)} to ${name(months.at(-1)?.month)}`;
  return [h("figure", { class: "spark" },
    svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": label + ends },
      svg("path", { d: bars.join("") })),
    h("figcaption", { class: "muted" }, label + ends))];
}

function name(month: string | undefined): string {
  const day = toDay(`${month ?? ""}-01`);
  return day === null ? "" : readableDay(day).replace(/^1 /, "");
}

/** Offices and events of a person on one line of time: who was what when it happened. */
import { scaleUtc } from "d3-scale";

import { h, svg } from "../parts/dom";
import { toDate, toDay } from "../story/days";
import type { Model } from "../story/model";
import { family } from "../story/families";
import type { Party } from "../story/types";
import type { Shown } from "../state/view";

const [WIDTH, LANE, AXIS] = [320, 14, 18];

export function career(model: Model, party: Party, events: readonly Shown[]): HTMLElement[] {
  const dated = events.flatMap(({ item, fact: { first, last } }) => (first !== null && last !== null && Number.isFinite(first) ? [{ item, first, last }] : []));
  if (dated.length === 0) return [];
  const low = Math.min(...dated.map(({ first }) => first)) - 60;
  const high = Math.max(model.extent[1], ...dated.map(({ last }) => (Number.isFinite(last) ? last : 0))) + 30;
  const posts = party.posts.filter(({ start, end }) => (toDay(end) ?? high) >= low && (toDay(start) ?? low) <= high);
  const scale = scaleUtc([toDate(low), toDate(high)], [0, WIDTH]);
  const x = (day: number): number => Math.max(0, Math.min(WIDTH, scale(toDate(day))));
  const ticks = scale.ticks(4).filter((tick) => scale(tick) > 20 && scale(tick) < WIDTH - 20).map((tick) => svg("text", { x: scale(tick), y: posts.length * LANE + LANE + AXIS - 4 }, scale.tickFormat(4)(tick)));
  const terms = posts.map(({ name, title, start, end }, n) => {
    const [from, to] = [x(toDay(start) ?? low), x(toDay(end) ?? high)];
    return svg("rect", { class: "term", x: from, y: n * LANE + 2, width: Math.max(2, to - from), height: LANE - 4, rx: 3 }, svg("title", {}, title || name));
  });
  const marks = dated.map(({ item, first, last }) => {
    const from = x(first);
    const to = x(Number.isFinite(last) ? last + 1 : high);
    return svg("rect", { class: `tick ${family(item.event.type)}`, x: from, y: posts.length * LANE + 1, width: Math.max(2, to - from), height: LANE - 2 }, svg("title", {}, item.title));
  });
  return [
    h("h3", {}, "Timeline"),
    h("figure", { class: "career" },
      svg("svg", { viewBox: `0 0 ${WIDTH} ${posts.length * LANE + LANE + AXIS}`, role: "img", "aria-label": `Offices and events of ${party.label} over time, listed below` },
        ...terms, ...marks, ...ticks)),
  ];
}

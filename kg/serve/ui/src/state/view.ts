/** State and story → what is shown: the events that pass all filters, as known on the day, and counts for every facet. */
import type { Day } from "../story/days";
import { type Fact, factOn, type Item, type Model, plain } from "../story/model";
import { byFacet, type Facet, FACETS, type State } from "./state";

export interface Shown {
  item: Item;
  fact: Fact;
}

export interface View {
  state: State;
  /** In order of time, undated ones last. */
  shown: readonly Shown[];
  /** As `shown`, but for all of time: what the overview draws. */
  whenever: readonly Shown[];
  /** How many events each value of a facet would leave; a facet's own choice does not count, but that of parties does. */
  counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
}

/** One pass over all events; fast enough to be made anew at each move of the brush. */
export function viewOf(model: Model, state: State): View {
  const words = plain(state.text).split(/\s+/).filter((word) => word !== "");
  const chosen = byFacet((facet) => new Set(state.facets[facet]));
  const counts = byFacet(() => new Map<string, number>());
  const shown: Shown[] = [];
  const whenever: Shown[] = [];
  for (const item of model.items) {
    const fact = factOn(item, state.asOf);
    if (!fact || !words.every((word) => item.words.includes(word))) continue;
    const failed = FACETS.filter((facet) => !passes(facet, chosen[facet], item, fact));
    const inTime = liesIn(fact, state.range);
    if (failed.length === 0) whenever.push({ item, fact });
    if (failed.length === 0 && inTime) shown.push({ item, fact });
    if (!inTime || failed.length > 1) continue;
    for (const facet of FACETS) {
      if (failed.length === 0 || (failed[0] === facet && facet !== "party")) count(counts[facet], valuesOf(facet, item, fact));
    }
  }
  shown.sort(inOrder);
  return { state, shown, whenever, counts };
}

/** The values of a facet that an event has. */
export function valuesOf(facet: Facet, item: Item, fact: Fact): Iterable<string> {
  switch (facet) {
    case "type":
      return [item.event.type];
    case "status":
      return [fact.status];
    case "country":
      return item.countries;
    case "outlet":
      return item.outlets;
    case "party":
      return item.parties;
  }
}

function passes(facet: Facet, chosen: Set<string>, item: Item, fact: Fact): boolean {
  if (chosen.size === 0) return true;
  if (facet === "party") return [...chosen].every((id) => item.parties.has(id));
  for (const value of valuesOf(facet, item, fact)) if (chosen.has(value)) return true;
  return false;
}

function count(into: Map<string, number>, values: Iterable<string>): void {
  for (const value of values) into.set(value, (into.get(value) ?? 0) + 1);
}

/** Whether an event may lie in a span of days; one without a date lies in none. */
export function liesIn(fact: Fact, range: readonly [Day, Day] | null): boolean {
  if (!range) return true;
  return fact.first !== null && fact.last !== null && fact.last >= range[0] && fact.first <= range[1];
}

function inOrder(a: Shown, b: Shown): number {
  return key(a.fact.first) - key(b.fact.first) || key(a.fact.last) - key(b.fact.last) || a.item.number - b.item.number;
}

function key(day: Day | null): number {
  return day === null ? Number.MAX_VALUE : Math.max(Math.min(day, 1e9), -1e9);
}

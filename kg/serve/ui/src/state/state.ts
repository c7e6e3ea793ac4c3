/** What the reader has chosen: one value that all views show and the address bar holds. */
import type { Day } from "../story/days";

export const FACETS = ["type", "status", "country", "outlet", "party"] as const;
export type Facet = (typeof FACETS)[number];

export const PANES = ["list", "timeline", "network", "filters", "sparql"] as const;
export type Pane = (typeof PANES)[number];

export interface Selection {
  kind: "event" | "party";
  id: string;
}

export interface State {
  /** First and last day of the brush; null: all of time. */
  range: readonly [Day, Day] | null;
  /** What had been reported by this day; null: everything. */
  asOf: Day | null;
  /** Values chosen of each facet: any of them, but of parties all. */
  facets: Readonly<Record<Facet, readonly string[]>>;
  text: string;
  selection: Selection | null;
  /** What a narrow screen shows, and whether the SPARQL page is open. */
  pane: Pane;
}

export function byFacet<T>(value: (facet: Facet) => T): Record<Facet, T> {
  return { type: value("type"), status: value("status"), country: value("country"), outlet: value("outlet"), party: value("party") };
}

export const NO_FACETS: State["facets"] = byFacet(() => []);

export const INITIAL: State = { range: null, asOf: null, facets: NO_FACETS, text: "", selection: null, pane: "list" };

/** The state with a value of a facet chosen, or no longer. */
export function toggled(state: State, facet: Facet, value: string): Partial<State> {
  const chosen = state.facets[facet];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value].sort();
  return { facets: { ...state.facets, [facet]: next } };
}

export function filtered(state: State): boolean {
  return state.range !== null || state.text !== "" || FACETS.some((facet) => state.facets[facet].length > 0);
}

/** What a reader may mean by the letters typed so far: parties, types, outlets, events. */
import { readable } from "../story/days";
import { plain, type Model } from "../story/model";

export interface Suggestion {
  kind: "party" | "type" | "outlet" | "event";
  id: string;
  label: string;
  note: string;
}

const MOST = 9;
const EVENTS = 4;

/** Those whose words begin with what was typed come before those that only hold it; frequent ones before rare ones. */
export function suggestions(model: Model, typed: string): Suggestion[] {
  const wanted = plain(typed.trim());
  if (wanted === "") return [];
  const counts = new Map<string, number>();
  for (const { parties } of model.items) for (const id of parties) counts.set(id, (counts.get(id) ?? 0) + 1);
  const parties = ranked([...model.parties.values()], wanted, (party) => party.label, (party) => counts.get(party.id) ?? 0)
    .map(({ id, label, kind }): Suggestion => ({ kind: "party", id, label, note: kind }));
  const types = named(model.items.map(({ event }) => event.type), wanted, "type", "type of event");
  const outlets = named(model.items.flatMap(({ outlets }) => [...outlets]), wanted, "outlet", "outlet");
  const events = ranked(model.items, wanted, ({ title }) => title, ({ event }) => event.reports.length).slice(0, EVENTS)
    .map(({ event, title }): Suggestion => ({ kind: "event", id: event.id, label: title, note: readable(event.date) }));
  return [...parties.slice(0, MOST - EVENTS), ...types.slice(0, 2), ...outlets.slice(0, 2), ...events].slice(0, MOST);
}

function named(values: readonly string[], wanted: string, kind: "type" | "outlet", note: string): Suggestion[] {
  const distinct = [...new Set(values)].sort();
  return ranked(distinct, wanted, (value) => value, () => 0).map((value) => ({ kind, id: value, label: value, note }));
}

function ranked<T>(all: readonly T[], wanted: string, label: (value: T) => string, weight: (value: T) => number): T[] {
  return all
    .flatMap((value) => {
      const words = ` ${plain(label(value))}`;
      return words.includes(wanted) ? [{ value, begins: words.includes(` ${wanted}`), weight: weight(value), words }] : [];
    })
    .sort((a, b) => Number(b.begins) - Number(a.begins) || b.weight - a.weight || (a.words < b.words ? -1 : 1))
    .map(({ value }) => value);
}

/** The story with what the views ask for again and again worked out once. */
import { type Day, toDay } from "./days";
import type { Happening, Known, Party, Report, Source, Status, Story, When } from "./types";
import { SYMMETRIC } from "./families";

/** An event as known on a day: its status, its date, and the days that bound it (infinite where open, null undated). */
export interface Fact {
  status: Status;
  date: When | null;
  first: Day | null;
  last: Day | null;
}

export interface Item {
  number: number;
  event: Happening;
  title: string;
  parties: ReadonlySet<string>;
  countries: ReadonlySet<string>;
  outlets: ReadonlySet<string>;
  /** Pairs of parties of the network that the event joins. */
  pairs: readonly (readonly [string, string])[];
  /** In lower case without accents. */
  words: string;
  now: Fact;
  then: readonly { day: Day; fact: Fact }[];
}

export interface Model {
  items: readonly Item[];
  parties: ReadonlyMap<string, Party>;
  documents: ReadonlyMap<string, Source>;
  byId: ReadonlyMap<string, Item>;
  /** Days on which something was published, in order. */
  days: readonly Day[];
  /** First and last day of all dated events, open ends left out. */
  extent: readonly [Day, Day];
}

export function modelOf(story: Story): Model {
  const parties = new Map(story.parties.map((party) => [party.id, party]));
  const documents = new Map(story.documents.map((source) => [source.id, source]));
  const items = story.events.map((event, number) => itemOf(event, number, parties, documents));
  return {
    items,
    parties,
    documents,
    byId: new Map(items.map((item) => [item.event.id, item])),
    days: publication(items, documents),
    extent: extentOf(items),
  };
}

/** Lower case, without accents: what searching compares. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What was known of an event by the end of a day (null: by now); null if nothing was. */
export function factOn(item: Item, day: Day | null): Fact | null {
  if (day === null) return item.now;
  return item.then.findLast((step) => step.day <= day)?.fact ?? null;
}

/** The reports of an event that were published by the end of a day (null: all), with their positions among all. */
export function reportsBy(model: Model, item: Item, day: Day | null): { report: Report; number: number }[] {
  const all = item.event.reports.map((report, number) => ({ report, number }));
  return day === null ? all : all.filter(({ report }) => (publishedOn(model, report) ?? Infinity) <= day);
}

export function publishedOn(model: Model, report: Report): Day | null {
  return toDay(model.documents.get(report.document)?.published);
}

export function labelsOf(model: Pick<Model, "parties">, ids: Iterable<string>): string {
  return Array.from(ids, (id) => model.parties.get(id)?.label ?? id).join(", ");
}

function itemOf(event: Happening, number: number, parties: Map<string, Party>, documents: Map<string, Source>): Item {
  const taking = [...event.actors, ...event.targets];
  const involved = [...taking, ...(event.place ? [event.place] : [])];
  const title = titleOf(event, { parties });
  const sources = event.reports.map((report) => documents.get(report.document));
  const quotes = event.reports.map((report) => report.quote);
  return {
    number,
    event,
    title,
    parties: new Set(involved),
    countries: new Set(involved.flatMap((id) => parties.get(id)?.country ?? [])),
    outlets: new Set(sources.flatMap((source) => source?.outlet ?? [])),
    pairs: pairsOf(event).filter((pair) => pair.every((id) => parties.get(id)?.x != null)),
    words: plain([title, event.type, labelsOf({ parties }, involved), ...quotes].join(" ")),
    now: factOf(event),
    then: event.known.flatMap((known) => {
      const day = toDay(known.day);
      return day === null ? [] : [{ day, fact: factOf(known) }];
    }),
  };
}

/** "Antony Blinken visit China": who did what to whom. */
function titleOf(event: Happening, model: Pick<Model, "parties">): string {
  return [labelsOf(model, event.actors), event.action || event.type, labelsOf(model, event.targets)]
    .filter((part) => part !== "")
    .join(" – ");
}

function factOf(told: Happening | Known): Fact {
  const { status, date } = told;
  if (!date) return { status, date, first: null, last: null };
  const first = toDay(date.earliest);
  const last = toDay(date.latest);
  const bounded = first !== null || last !== null;
  return { status, date, first: bounded ? (first ?? -Infinity) : null, last: bounded ? (last ?? Infinity) : null };
}

function pairsOf(event: Happening): [string, string][] {
  if (SYMMETRIC.has(event.type)) {
    const all = [...new Set([...event.actors, ...event.targets])];
    return all.flatMap((a, n) => all.slice(n + 1).map((b): [string, string] => ordered(a, b)));
  }
  const across = event.actors.flatMap((a) => event.targets.map((b): [string, string] => ordered(a, b)));
  return across.filter(([a, b]) => a !== b);
}

function ordered(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}

function publication(items: readonly Item[], documents: Map<string, Source>): Day[] {
  const days = new Set(items.flatMap((item) => item.event.reports.map((r) => toDay(documents.get(r.document)?.published))));
  return [...days].filter((day) => day !== null).sort((a, b) => a - b);
}

function extentOf(items: readonly Item[]): [Day, Day] {
  let [low, high] = [Infinity, -Infinity];
  for (const { now, then } of items) {
    for (const { first, last } of [now, ...then.map((step) => step.fact)]) {
      for (const day of [first, last]) {
        if (day !== null && Number.isFinite(day)) [low, high] = [Math.min(low, day), Math.max(high, day)];
      }
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

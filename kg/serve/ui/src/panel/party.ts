/** One person, country, organisation or place: offices, a line of its events over time, whom it has most to do with. */
import { h } from "../parts/dom";
import { plural } from "../parts/format";
import { link } from "../parts/link";
import { readable, readableDay, toDay } from "../story/days";
import { factOn, type Model } from "../story/model";
import type { Party, Post } from "../story/types";
import { type State, toggled } from "../state/state";
import type { Change } from "../state/store";
import type { Shown } from "../state/view";
import { spark } from "./spark";
import { career } from "./career";

const MOST = 8;
const LISTED = 60;

export function partyPanel(model: Model, party: Party, state: State, change: Change, country: (code: string) => string): HTMLElement[] {
  const events = eventsOf(model, party.id, state);
  const chosen = state.facets.party.includes(party.id);
  return [
    h("h2", { tabindex: -1 }, party.label),
    h("p", { class: "lead" },
      h("span", { class: `kind ${party.kind}` }, party.kind),
      party.country && party.kind !== "country" ? ` · ${country(party.country)}` : "",
      party.wikidata && /^Q\d+$/.test(party.wikidata) ? " · " : "",
      party.wikidata && /^Q\d+$/.test(party.wikidata) ? link(`https://www.wikidata.org/wiki/${party.wikidata}`, "Wikidata") : null),
    h("p", {}, h("button", { type: "button", class: "toggle", "aria-pressed": String(chosen), onclick: () => { change(toggled(state, "party", party.id)); } },
      chosen ? "Show everybody’s events again" : "Show only these events")),
    ...spark(events, `${plural(events.length, "event")} by month`),
    ...offices(party.posts),
    ...career(model, party, events),
    ...counterparts(model, party.id, events, change),
    h("h3", {}, plural(events.length, "event")),
    h("ol", { class: "brief" }, ...events.slice(0, LISTED).map(({ item, fact }) => h("li", {}, h("button", {
      type: "button", class: "brief-row", onclick: () => { change({ selection: { kind: "event", id: item.event.id } }); } },
      h("span", { class: "muted" }, readable(fact.date)), " ",
      h("span", {}, item.title), " ",
      h("span", { class: `status ${fact.status}` }, fact.status))))),
    ...(events.length > LISTED ? [h("p", { class: "muted" }, `The other ${events.length - LISTED} are in the list of events.`)] : []),
  ];
}

function eventsOf(model: Model, id: string, state: State): Shown[] {
  return model.items.flatMap((item) => {
    const fact = item.parties.has(id) ? factOn(item, state.asOf) : null;
    return fact ? [{ item, fact }] : [];
  });
}

function offices(posts: readonly Post[]): HTMLElement[] {
  if (posts.length === 0) return [];
  return [
    h("h3", {}, "Offices"),
    h("ul", { class: "posts" }, ...posts.map((post) => h("li", {},
      post.title || post.name, " ",
      h("span", { class: "muted" }, term(post))))),
  ];
}

function term({ start, end }: Post): string {
  const [first, last] = [toDay(start), toDay(end)];
  if (first !== null && last !== null) return `${readableDay(first)} – ${readableDay(last)}`;
  if (first !== null) return `since ${readableDay(first)}`;
  return last === null ? "" : `until ${readableDay(last)}`;
}

/** Those with whom it takes part in most events, with the number of them. */
export function frequent(id: string, events: readonly Shown[], parties: ReadonlyMap<string, Party>): [string, number][] {
  const counts = new Map<string, number>();
  for (const { item } of events) {
    for (const other of item.parties) {
      if (other !== id && parties.get(other)?.kind !== "place") counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
}

function counterparts(model: Model, id: string, events: readonly Shown[], change: Change): HTMLElement[] {
  const most = frequent(id, events, model.parties);
  const top = most[0]?.[1] ?? 1;
  if (most.length === 0) return [];
  return [
    h("h3", {}, "Most often with"),
    h("ul", { class: "counterparts" }, ...most.map(([other, count]) => {
      const meter = h("span", { class: "meter", "aria-hidden": "true" });
      meter.style.width = `${(count / top) * 100}%`;
      return h("li", {}, h("button", { type: "button", onclick: () => { change({ selection: { kind: "party", id: other } }); } },
        meter, h("span", {}, model.parties.get(other)?.label ?? other), h("span", { class: "count" }, String(count))));
    })),
  ];
}

/** All that is known of an event: its history, every sentence that tells of it, and why they are held to be of one. */
import { h } from "../parts/dom";
import { plural, signed } from "../parts/format";
import { link } from "../parts/link";
import { readable, readableDay, toDay } from "../story/days";
import { factOn, type Item, labelsOf, type Model, reportsBy } from "../story/model";
import type { Report } from "../story/types";
import type { State } from "../state/state";
import type { Change } from "../state/store";
import { elsewhere, marked, ROLES } from "./marked";

const LINKS: Record<string, [string, string]> = {
  proposes: ["proposes", "is proposed by"],
  part_of: ["is part of", "includes"],
  regards: ["regards", "is regarded by"],
  follows: ["follows", "is followed by"],
};

const SAYS_ITS_DAYS = /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/;

export function eventPanel(model: Model, item: Item, state: State, change: Change): HTMLElement[] {
  const fact = factOn(item, state.asOf);
  const { event } = item;
  const told = reportsBy(model, item, state.asOf);
  return [
    h("h2", { tabindex: -1 }, item.title),
    h("p", { class: "lead" },
      h("span", { class: `status ${fact?.status ?? "unknown"}` }, fact?.status ?? "not yet reported"), " ",
      readable(fact?.date ?? null), fact?.date && fact.first !== fact.last && !SAYS_ITS_DAYS.test(fact.date.edtf) ? h("span", { class: "muted" }, ` (${bounds(fact.date)})`) : null),
    facts(model, item, change),
    ...history(item, state),
    h("h3", {}, told.length === event.reports.length ? plural(told.length, "report") : `${told.length} of ${plural(event.reports.length, "report")}`),
    h("p", { class: "legend-marks" }, ...ROLES.flatMap((role) => [h("mark", { class: role }, role), " "])),
    h("ol", { class: "reports" }, ...told.map(({ report, number }) => reported(model, report, number))),
    ...reasons(item),
    ...ties(model, item, change),
    h("p", { class: "codes muted" }, `Event ${event.id} · ${event.type}${event.plover ? ` · PLOVER ${event.plover}` : ""}${event.cameo ? ` · CAMEO ${event.cameo}` : ""} · confidence ${event.confidence}`),
  ];
}

function bounds(when: { earliest: string | null; latest: string | null }): string {
  const [first, last] = [toDay(when.earliest), toDay(when.latest)];
  return `${first === null ? "open" : readableDay(first)} to ${last === null ? "open" : readableDay(last)}`;
}

function facts(model: Model, item: Item, change: Change): HTMLElement {
  const { event } = item;
  const rows: [string, string[]][] = [["Who", event.actors], ["Whom", event.targets], ["Where", event.place ? [event.place] : []]];
  const dates = event.conflicts.map((when) => readable(when)).join(", ");
  return h("dl", { class: "facts" },
    ...rows.filter(([, ids]) => ids.length > 0).flatMap(([name, ids]) => [
      h("dt", {}, name),
      h("dd", {}, ...ids.map((id) => h("button", { type: "button", class: "chip", onclick: () => { change({ selection: { kind: "party", id } }); } }, labelsOf(model, [id])))),
    ]),
    ...(dates ? [h("dt", {}, "Other dates"), h("dd", {}, dates)] : []),
  );
}

/** What was known from which day on. */
function history(item: Item, state: State): HTMLElement[] {
  if (item.then.length === 0) return [];
  return [
    h("h3", {}, "What was known when"),
    h("ol", { class: "history" }, ...item.then.map(({ day, fact }) =>
      h("li", { class: state.asOf !== null && day > state.asOf ? "later" : null },
        h("time", {}, readableDay(day)),
        h("span", {}, h("span", { class: `status ${fact.status}` }, fact.status), ` ${readable(fact.date)}`),
      ))),
  ];
}

function reported(model: Model, report: Report, number: number): HTMLElement {
  const source = model.documents.get(report.document);
  const day = toDay(source?.published);
  const elsewhereNamed = elsewhere(report);
  return h("li", { value: number + 1 },
    marked(report),
    h("p", { class: "source" },
      h("strong", {}, source?.outlet ?? "unnamed outlet"), day === null ? ", undated" : `, ${readableDay(day)}`, " · ",
      link(source?.url, source?.title ?? report.document)),
    h("p", { class: "muted" },
      h("span", { class: `status ${report.status}` }, report.status), " ",
      report.attributed_to ? `said by ${report.attributed_to}` : "in the article’s own words",
      report.via ? ` via ${report.via}` : "",
      report.date_text ? `, dated by “${report.date_text}”` : ""),
    elsewhereNamed.length > 0 && h("p", { class: "muted" }, "Named elsewhere in the article: ",
      elsewhereNamed.map((mark) => `${mark.role} ${mark.label}`).join(", ")),
    h("details", {},
      h("summary", {}, "How it was found"),
      h("p", { class: "muted" }, `Rule ${report.rule}${report.row ? ` (${report.row})` : ""}, by ${report.extractor}, at characters ${report.start} to ${report.end} of ${report.document}`),
      !safeLinkShown(source?.url) && source?.url ? h("p", { class: "muted" }, `Address: ${source.url}`) : null),
  );
}

function safeLinkShown(url: string | null | undefined): boolean {
  return /^https?:/i.test(url ?? "");
}

function reasons(item: Item): HTMLElement[] {
  const { reasons: given } = item.event;
  if (given.length === 0) return [];
  return [h("details", { class: "reasons" },
    h("summary", {}, `Why these are one event (${plural(given.length, "comparison")})`),
    h("ul", {}, ...given.map(({ reports, score, terms }) => h("li", {},
      `Reports ${reports[0] + 1} and ${reports[1] + 1}: ${score.toFixed(2)} `,
      h("span", { class: "muted" }, Object.entries(terms).map(([name, points]) => `${name} ${signed(points)}`).join(", ")),
    ))))];
}

function ties(model: Model, item: Item, change: Change): HTMLElement[] {
  const forward = item.event.links.flatMap(({ kind, event }) => tie(model, LINKS[kind]?.[0] ?? kind, event));
  const back = model.items.flatMap((other) => other.event.links
    .filter(({ event }) => event === item.event.id)
    .flatMap(({ kind }) => tie(model, LINKS[kind]?.[1] ?? kind, other.event.id)));
  const all = [...forward, ...back];
  if (all.length === 0) return [];
  return [h("h3", {}, "Linked events"), h("ul", { class: "links" }, ...all.map(({ words, other }) => h("li", {}, `${words} `,
    h("button", { type: "button", class: "chip", onclick: () => { change({ selection: { kind: "event", id: other.event.id } }); } },
      `${other.title} (${readable(other.now.date)})`))))];
}

function tie(model: Model, words: string, id: string): { words: string; other: Item }[] {
  const other = model.byId.get(id);
  return other ? [{ words, other }] : [];
}

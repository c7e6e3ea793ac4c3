/** The page: a header, filters, network above timeline, the list, the panel; every view is told of every new state. */
import { startTheme, switchTheme } from "./look/theme";
import { network } from "./network/network";
import { panel } from "./panel/panel";
import { announce, announcer } from "./parts/announce";
import { asOf } from "./parts/asof";
import { fill, h } from "./parts/dom";
import { chips, facets, naming } from "./parts/facets";
import { plural } from "./parts/format";
import { legend } from "./parts/legend";
import { list } from "./parts/list";
import { countryNames } from "./parts/names";
import { range } from "./parts/range";
import { search } from "./parts/search";
import { tabs } from "./parts/tabs";
import { sparqlPage } from "./sparql/page";
import { NO_FACETS, type State } from "./state/state";
import { type Change, storeOf } from "./state/store";
import { type View, viewOf } from "./state/view";
import { readableDay } from "./story/days";
import type { Model } from "./story/model";
import { timeline } from "./timeline/timeline";

export function start(root: HTMLElement, model: Model, served: boolean): void {
  const change: Change = (changes) => { store.change(changes); };
  const state = (): State => store.state();
  const country = countryNames(model);
  const name = naming(model, country);

  const time = timeline(model, change);
  const who = network(model, change, state);
  const events = list(model, change);
  const filters = facets(model, change, state, name);
  const details = panel(model, change, country);
  const found = search(model, change, state);
  const clock = asOf(model, change);
  const key = legend();
  const span = range(model, change, (factor) => { time.element.dispatchEvent(new CustomEvent("kg-zoom", { detail: factor })); });
  const pages = tabs(change, served);
  const sparql = served ? sparqlPage((id) => {
    if (model.byId.has(id)) change({ pane: "list", selection: { kind: "event", id } });
    return model.byId.has(id);
  }) : null;
  const count = h("h2", { class: "count-line" });
  const taken = h("div", { class: "chips", role: "group", "aria-label": "Filters in use" });
  const undated = h("p", { class: "undated muted" });
  const theme = h("button", { type: "button", class: "theme", "aria-label": "Dark or light", title: "Dark or light", onclick: () => {
    switchTheme();
    recolour();
  } }, "◐");

  root.className = "app";
  fill(root,
    h("a", { class: "skip", href: "#", onclick: (event: Event) => {
      event.preventDefault();
      events.element.querySelector<HTMLElement>("button")?.focus();
    } }, "Skip to the events"),
    h("header", {}, h("h1", {}, "kg"), found.element, clock.element, pages.element, theme),
    h("main", {},
      h("section", { class: "pane filters", "aria-label": "Filters" }, filters.element),
      h("div", { class: "pictures" },
        h("section", { class: "pane network-pane", "aria-label": "Network" }, who.element, key.element),
        h("section", { class: "pane timeline-pane", "aria-label": "Timeline" }, h("div", { class: "bar" }, span.element, undated), time.element)),
      h("section", { class: "pane list-pane", "aria-label": "List of events" }, h("div", { class: "bar" }, count, taken), events.element),
      details.element,
      sparql?.element),
    announcer(),
  );

  function show(view: View): void {
    const { state: now, shown } = view;
    root.dataset.pane = now.pane;
    root.classList.toggle("selected", now.selection !== null);
    pages.show(now);
    sparql?.show(now.pane === "sparql");
    found.show(now);
    clock.show(now);
    span.show(now);
    count.textContent = shown.length === model.items.length ? plural(shown.length, "event") : `${shown.length.toLocaleString("en")} of ${plural(model.items.length, "event")}`;
    const dates = now.range ? now.range.map(readableDay).join(" – ") : "";
    const filtersInUse = chips(now, name, dates, change);
    fill(taken, ...filtersInUse, filtersInUse.length > 1 && h("button", { type: "button", class: "chip clear", onclick: () => { change({ range: null, text: "", facets: NO_FACETS }); } }, "Clear all"));
    const loose = view.whenever.filter(({ fact }) => fact.first === null).length;
    undated.textContent = loose === 0 ? "" : now.range ? `${plural(loose, "event")} without a date left out` : `${plural(loose, "event")} without a date: only in the list`;
    filters.show(view);
    events.show(view);
    details.show(now);
    time.show(view);
    who.show(view);
    announce(count.textContent);
    performance.mark("kg-shown"); // what bench/ui.py measures by
  }

  function recolour(): void {
    key.redraw();
    time.redraw();
    who.redraw();
  }

  const store = storeOf((now) => { show(viewOf(model, now)); });
  startTheme(recolour);
}

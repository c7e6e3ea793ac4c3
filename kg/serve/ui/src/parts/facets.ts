/** The filters: for each facet its values with the number of events that they would leave. */
import type { Model } from "../story/model";
import { STATUSES } from "../story/types";
import { FAMILIES, family } from "../story/families";
import { type Facet, FACETS, type State, toggled } from "../state/state";
import type { Change } from "../state/store";
import type { View } from "../state/view";
import { fill, h } from "./dom";

export const FACET_NAMES: Record<Facet, string> = {
  type: "Type of event",
  status: "Status",
  party: "People and bodies",
  country: "Country",
  outlet: "Outlet",
};
const ORDER: readonly Facet[] = ["type", "status", "party", "country", "outlet"];
const FEW = 8;

export type Naming = (facet: Facet, value: string) => string;

export function naming(model: Model, country: (code: string) => string): Naming {
  return (facet, value) => {
    if (facet === "party") return model.parties.get(value)?.label ?? value;
    return facet === "country" ? country(value) : value;
  };
}

export interface Facets {
  element: HTMLElement;
  show: (view: View) => void;
}

export function facets(model: Model, change: Change, state: () => State, name: Naming): Facets {
  const groups = ORDER.map((facet) => group(model, facet, change, state, name));
  const element = h("div", { class: "facets" }, ...groups.map((one) => one.element));
  return { element, show: (view) => { for (const one of groups) one.show(view); } };
}

function group(model: Model, facet: Facet, change: Change, state: () => State, name: Naming): Facets {
  const values = h("ul", {});
  const more = h("button", { type: "button", class: "more" });
  const element = h("details", { open: true, class: "facet" }, h("summary", {}, FACET_NAMES[facet]), values, more);
  let [open, last]: [boolean, View | null] = [false, null];
  more.addEventListener("click", () => {
    open = !open;
    if (last) show(last);
  });

  function show(view: View): void {
    last = view;
    const chosen = view.state.facets[facet];
    const all = ranked(facet, view, chosen);
    const few = all.filter(([value], n) => open || n < FEW || chosen.includes(value));
    const inside = values.contains(document.activeElement) ? (document.activeElement as HTMLInputElement).value : null;
    fill(values, ...few.map(([value, count]) => option(value, count, chosen.includes(value))));
    more.hidden = all.length <= FEW;
    more.textContent = open ? "Show fewer" : `Show all ${all.length}`;
    more.setAttribute("aria-expanded", String(open));
    element.hidden = all.length === 0;
    if (inside !== null) [...values.querySelectorAll("input")].find((input) => input.value === inside)?.focus();
  }

  function option(value: string, count: number, checked: boolean): HTMLElement {
    const box = h("input", { type: "checkbox", value, checked, onchange: () => { change(toggled(state(), facet, value)); } });
    return h("li", { class: count === 0 ? "none" : null }, h("label", {}, box,
      facet === "type" ? h("span", { class: `swatch ${family(value)}`, "aria-hidden": "true" }) : null,
      facet === "party" ? h("span", { class: `dot ${model.parties.get(value)?.kind ?? ""}`, "aria-hidden": "true" }) : null,
      h("span", { class: "value", title: name(facet, value) }, name(facet, value)),
      h("span", { class: "count" }, String(count))));
  }
  return { element, show };
}

/** Values in the order of their meaning where they have one, else the most frequent first. */
function ranked(facet: Facet, view: View, chosen: readonly string[]): [string, number][] {
  const counts = new Map(view.counts[facet]);
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const order: readonly string[] = facet === "status" ? STATUSES : facet === "type" ? Object.values(FAMILIES).flat() : [];
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...counts].sort((a, b) => place(a[0]) - place(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** What is chosen, each to be taken back with one click. */
export function chips(state: State, name: Naming, range: string, change: Change): HTMLElement[] {
  const taken = FACETS.flatMap((facet) => state.facets[facet].map((value) => chip(name(facet, value), () => { change(toggled(state, facet, value)); })));
  if (state.text) taken.unshift(chip(`“${state.text}”`, () => { change({ text: "" }); }));
  if (state.range) taken.push(chip(range, () => { change({ range: null }); }));
  return taken;
}

function chip(text: string, remove: () => void): HTMLElement {
  return h("button", { type: "button", class: "chip", onclick: remove, "aria-label": `${text}: remove this filter` }, text, h("span", { "aria-hidden": "true" }, " ×"));
}

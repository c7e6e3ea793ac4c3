/** The search box: a combobox after the pattern of WAI-ARIA 1.2, with suggestions as one types. */
import type { Model } from "../story/model";
import { type State, toggled } from "../state/state";
import type { Change } from "../state/store";
import { type Suggestion, suggestions } from "../state/suggest";
import { fill, h } from "./dom";

export interface Search {
  element: HTMLElement;
  show: (state: State) => void;
}

export function search(model: Model, change: Change, state: () => State): Search {
  const options = h("ul", { id: "suggestions", role: "listbox", "aria-label": "Suggestions", hidden: true });
  const input = h("input", {
    type: "search", id: "search", role: "combobox", placeholder: "Search people, places, words", autocomplete: "off",
    "aria-label": "Search people, places, words", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions",
  });
  const element = h("div", { class: "search", role: "search" }, input, options);
  let offered: Suggestion[] = [];
  let active = -1;

  function offer(): void {
    offered = suggestions(model, input.value);
    active = -1;
    fill(options, ...offered.map((suggestion, n) => h("li", {
      role: "option", id: `suggestion-${n}`, "aria-selected": "false",
      onpointerdown: (event: PointerEvent) => { event.preventDefault(); take(suggestion); },
    }, h("span", { class: "value" }, suggestion.label), h("span", { class: "muted" }, suggestion.note))));
    open(offered.length > 0);
  }

  function open(is: boolean): void {
    options.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    if (!is) input.removeAttribute("aria-activedescendant");
  }

  function point(to: number): void {
    active = (to + offered.length + 1) % (offered.length + 1);
    if (active === offered.length) active = -1;
    [...options.children].forEach((option, n) => { option.setAttribute("aria-selected", String(n === active)); });
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", `suggestion-${active}`);
      options.children[active]?.scrollIntoView({ block: "nearest" });
    }
  }

  function take({ kind, id }: Suggestion): void {
    leaveSparql();
    if (kind === "party" || kind === "event") change({ selection: { kind, id } });
    else if (!state().facets[kind].includes(id)) change(toggled(state(), kind, id));
    input.value = "";
    if (state().text) change({ text: "" });
    open(false);
  }

  /** What is found is on the other page. */
  function leaveSparql(): void {
    if (state().pane === "sparql") change({ pane: "list" });
  }

  function keyed(event: KeyboardEvent): void {
    const chosen = offered[active];
    if (event.key === "ArrowDown") point(active + 1);
    else if (event.key === "ArrowUp") point(active < 0 ? offered.length - 1 : active - 1);
    else if (event.key === "Escape" && !options.hidden) open(false);
    else if (event.key === "Enter" && chosen && !options.hidden) take(chosen);
    else if (event.key === "Enter") {
      leaveSparql();
      change({ text: input.value.trim() });
      open(false);
    } else return;
    event.preventDefault();
  }

  input.addEventListener("input", () => {
    offer();
    if (input.value === "" && state().text) change({ text: "" });
  });
  input.addEventListener("keydown", keyed);
  input.addEventListener("focus", () => { if (input.value) offer(); });
  input.addEventListener("blur", () => { open(false); });
  return { element, show: ({ text }) => { if (document.activeElement !== input) input.value = text; } };
}

/** The panel beside the pictures: the event or the party that is selected. */
import { fill, h } from "../parts/dom";
import type { Model } from "../story/model";
import type { State } from "../state/state";
import type { Change } from "../state/store";
import { eventPanel } from "./event";
import { partyPanel } from "./party";

export interface Panel {
  element: HTMLElement;
  show: (state: State) => void;
}

export function panel(model: Model, change: Change, country: (code: string) => string): Panel {
  const body = h("div", { class: "panel-body" });
  const close = h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => { change({ selection: null }); } }, "×");
  const element = h("aside", { class: "panel", "aria-label": "Details", hidden: true }, close, body);
  let [drawn, opener]: [string, HTMLElement | null] = ["", null];

  function show(state: State): void {
    const key = JSON.stringify([state.selection, state.asOf, state.facets.party]);
    if (key === drawn) return;
    const before = element.hidden;
    const another = !drawn.startsWith(JSON.stringify([state.selection]).slice(0, -1));
    drawn = key;
    const content = contentOf(state);
    element.hidden = content === null;
    if (!content) {
      if (!before) returnTo(opener);
      return;
    }
    if (before && document.activeElement instanceof HTMLElement) opener = document.activeElement;
    fill(body, ...content);
    if (another) {
      body.scrollTop = 0;
      body.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    }
  }

  /** Puts the focus back to what opened the panel; a row of the list may have been made anew since. */
  function returnTo(where: HTMLElement | null): void {
    const again = [...document.querySelectorAll<HTMLElement>("[data-event]")].find((row) => row.dataset.event === where?.dataset.event);
    (where?.isConnected ? where : again)?.focus();
  }

  function contentOf(state: State): HTMLElement[] | null {
    const { selection } = state;
    if (!selection) return null;
    const item = selection.kind === "event" ? model.byId.get(selection.id) : undefined;
    const party = selection.kind === "party" ? model.parties.get(selection.id) : undefined;
    if (item) return eventPanel(model, item, state, change);
    if (party) return partyPanel(model, party, state, change, country);
    return [h("h2", { tabindex: -1 }, "Not in this build"), h("p", {}, `There is no ${selection.kind} ${selection.id} here; it may have another id since the address was made.`)];
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !element.hidden && !event.defaultPrevented) change({ selection: null });
  });
  return { element, show };
}

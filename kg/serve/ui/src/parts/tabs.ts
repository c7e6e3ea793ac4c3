/** The views to switch between: all of them on a narrow screen, on a wide one only the explorer and SPARQL. */
import { type Pane, type State } from "../state/state";
import type { Change } from "../state/store";
import { h } from "./dom";

const NAMES: Record<Pane, string> = { list: "Events", timeline: "Timeline", network: "Network", filters: "Filters", sparql: "SPARQL" };

export interface Tabs {
  element: HTMLElement;
  show: (state: State) => void;
}

export function tabs(change: Change, served: boolean): Tabs {
  const panes = (Object.keys(NAMES) as Pane[]).filter((pane) => served || pane !== "sparql");
  const buttons = panes.map((pane) => h("button", { type: "button", class: `tab-${pane}`, onclick: () => { change({ pane, selection: null }); } }, NAMES[pane]));
  const element = h("nav", { class: "tabs", "aria-label": "Views" }, ...buttons);
  const show = ({ pane }: State): void => {
    buttons.forEach((button, n) => {
      if (panes[n] === pane) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    });
  };
  return { element, show };
}

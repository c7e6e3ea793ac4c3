/** The SPARQL page: its editor is loaded when it is opened first. */
import { h } from "../parts/dom";
import type { OpenEvent } from "./editor";

export interface Page {
  element: HTMLElement;
  show: (open: boolean) => void;
}

export function sparqlPage(open: OpenEvent): Page {
  const element = h("section", { class: "pane sparql", "aria-label": "SPARQL", hidden: true });
  let loaded = false;
  const show = (is: boolean): void => {
    element.hidden = !is;
    if (!is || loaded) return;
    loaded = true;
    import("./editor").then(
      ({ editor }) => { editor(element, open); },
      () => { element.append(h("p", { class: "empty" }, "The SPARQL editor could not be loaded.")); },
    );
  };
  return { element, show };
}

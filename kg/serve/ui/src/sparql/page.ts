/** The SPARQL page: its editor is loaded when it is opened first. */
import { h } from "../parts/dom";

export interface Page {
  element: HTMLElement;
  show: (open: boolean) => void;
}

export function sparqlPage(): Page {
  const element = h("section", { class: "pane sparql", "aria-label": "SPARQL", hidden: true });
  let loaded = false;
  const show = (open: boolean): void => {
    element.hidden = !open;
    if (!open || loaded) return;
    loaded = true;
    import("./editor").then(
      ({ editor }) => { editor(element); },
      () => { element.append(h("p", { class: "empty" }, "The SPARQL editor could not be loaded.")); },
    );
  };
  return { element, show };
}

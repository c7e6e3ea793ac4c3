/** SPARQL against the server that the page came from: YASGUI's editor, kg's named queries, and a table that is only text. */
import Yasqe from "@zazuko/yasqe";
import "@zazuko/yasqe/build/yasqe.min.css";

import { fill, h } from "../parts/dom";
import { EXAMPLES } from "./examples";
import { ask } from "./ask";
import { shown } from "./results";

/** `open` shows the event whose id a result ends in, and says whether there is one. */
export type OpenEvent = (id: string) => boolean;

export function editor(parent: HTMLElement, open: OpenEvent): void {
  const box = h("div", { class: "sparql-editor" });
  const results = h("div", { class: "sparql-results", role: "region", "aria-label": "Results", "aria-live": "polite", tabindex: 0 });
  const pick = h("select", { "aria-label": "Named queries" }, h("option", { value: "" }, "Named queries…"),
    ...EXAMPLES.map(({ name, title }) => h("option", { value: name }, title)));
  const run = h("button", { type: "button", class: "run" }, "Run (Ctrl-Enter)");
  const csv = h("button", { type: "button", class: "toggle" }, "Save as CSV");
  fill(parent, h("div", { class: "bar" }, run, csv, pick), box, results);

  const yasqe = new Yasqe(box, {
    value: EXAMPLES.find(({ name }) => name === "meetings")?.query ?? "SELECT * WHERE { ?event a sem:Event }",
    persistenceId: null, // nothing is kept in the browser
    consumeShareLink: null, // the address is the explorer's
    autocompleters: ["variables"], // others would ask servers elsewhere
    prefixCcApi: null,
    syntaxErrorCheck: false, // it would miss the prefixes, which the server knows; the server says what is wrong, and where
    showQueryButton: false,
    resizeable: false,
    editorHeight: "260px",
    screenReaderLabel: "SPARQL query",
    extraKeys: { "Ctrl-Enter": () => { void answer(); }, "Cmd-Enter": () => { void answer(); }, Tab: false, "Shift-Tab": false },
  });
  for (const hidden of box.querySelectorAll("textarea")) hidden.setAttribute("aria-label", "SPARQL query");

  async function answer(): Promise<void> {
    run.disabled = true;
    fill(results, h("p", { class: "empty" }, "Asking…"));
    fill(results, ...shown(await ask(yasqe.getValue()), open));
    run.disabled = false;
  }

  async function save(): Promise<void> {
    const found = await ask(yasqe.getValue(), "text/csv");
    if (found.problem !== undefined) {
      fill(results, ...shown(found, open));
      return;
    }
    const address = URL.createObjectURL(new Blob([found.text], { type: "text/csv" }));
    h("a", { href: address, download: "results.csv" }).click();
    URL.revokeObjectURL(address);
  }

  run.addEventListener("click", () => { void answer(); });
  csv.addEventListener("click", () => { void save(); });
  pick.addEventListener("change", () => {
    const example = EXAMPLES.find(({ name }) => name === pick.value);
    if (!example) return;
    yasqe.setValue(example.query);
    pick.value = "";
    void answer();
  });
  requestAnimationFrame(() => { yasqe.refresh(); });
}

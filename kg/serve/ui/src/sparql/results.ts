/** Answers as tables of text: nothing in them is markup, and only web addresses become links. */
import { h } from "../parts/dom";
import { plural } from "../parts/format";
import { link } from "../parts/link";
import type { Answer } from "./ask";
import type { OpenEvent } from "./editor";

interface Term {
  type: string;
  value: string;
  datatype?: string;
}

interface Results {
  boolean?: boolean;
  head?: { vars?: string[] };
  results?: { bindings: Record<string, Term | undefined>[] };
}

const MOST = 1000;

export function shown({ text, media, problem }: Answer, open: OpenEvent): HTMLElement[] {
  if (problem !== undefined) return [h("pre", { class: "problem", role: "alert" }, problem)];
  if (!media.includes("json")) return [h("pre", {}, text)];
  const { boolean, head, results } = JSON.parse(text) as Results;
  if (boolean !== undefined) return [h("p", { class: "empty" }, boolean ? "Yes" : "No")];
  const rows = results?.bindings ?? [];
  const names = head?.vars ?? [];
  return [
    h("p", { class: "muted" }, plural(rows.length, "row"), rows.length > MOST ? `, the first ${MOST} of them here` : ""),
    h("table", {},
      h("thead", {}, h("tr", {}, ...names.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...rows.slice(0, MOST).map((row) => h("tr", {}, ...names.map((name) => h("td", {}, cell(row[name], open))))))),
  ];
}

function cell(term: Term | undefined, open: OpenEvent): Node | string {
  if (!term) return "";
  if (term.type !== "uri") return term.value;
  const id = /\/event\/([0-9a-f]+)$/.exec(term.value)?.[1];
  if (id === undefined) return link(term.value, shortened(term.value));
  return h("button", { type: "button", class: "chip", onclick: (event: MouseEvent) => {
    if (!open(id)) (event.currentTarget as HTMLElement).replaceWith(term.value);
  } }, `event ${id}`);
}

/** The last part of an address, which is all that tells rows apart. */
function shortened(address: string): string {
  return /[^/#]+\/?$/.exec(address)?.[0] ?? address;
}

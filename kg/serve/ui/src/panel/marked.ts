/** A sentence with the words that tell who did what to whom, when and where, marked. */
import { h } from "../parts/dom";
import type { Mark, Report, Role } from "../story/types";

export interface Piece {
  text: string;
  /** Empty for words that no mark covers. */
  marks: readonly Mark[];
}

export const ROLES: readonly Role[] = ["actor", "action", "target", "date", "place"];

/** The sentence cut where a mark begins or ends; offsets count code points, which JavaScript's strings do not. */
export function pieces(report: Report): Piece[] {
  const letters = Array.from(report.quote);
  const inside = report.marks
    .map((mark) => ({ ...mark, start: mark.start - report.start, end: mark.end - report.start }))
    .filter((mark) => mark.start < mark.end && mark.end > 0 && mark.start < letters.length);
  const cuts = new Set([0, letters.length, ...inside.flatMap(({ start, end }) => [Math.max(0, start), Math.min(letters.length, end)])]);
  const ends = [...cuts].sort((a, b) => a - b);
  return ends.slice(1).map((end, n) => {
    const start = ends[n] ?? 0;
    return { text: letters.slice(start, end).join(""), marks: inside.filter((mark) => mark.start <= start && mark.end >= end) };
  });
}

/** The marks that stand in other sentences: what "the move" or "they" takes up. */
export function elsewhere(report: Report): Mark[] {
  return report.marks.filter((mark) => mark.end <= report.start || mark.start >= report.end);
}

export function marked(report: Report): HTMLElement {
  const said = pieces(report).map(({ text, marks }) => {
    if (marks.length === 0) return document.createTextNode(text);
    const roles = [...new Set(marks.map((mark) => mark.role))];
    const meanings = [...new Set(marks.map((mark) => `${mark.role}: ${mark.label}`))].join("; ");
    return h("mark", { class: roles.join(" "), title: meanings }, text, h("span", { class: "unseen" }, ` (${roles.join(", ")})`));
  });
  return h("blockquote", { dir: "auto" }, ...said);
}

/** The events in order of time; only the rows in sight are made, however many there are. */
import { family } from "../story/families";
import { readable } from "../story/days";
import { type Model, labelsOf, reportsBy } from "../story/model";
import type { State } from "../state/state";
import type { Change } from "../state/store";
import type { Shown, View } from "../state/view";
import { about } from "../state/about";
import { fill, h } from "./dom";
import { plural } from "./format";

const ROW = 64;
const SPARE = 6;

export interface List {
  element: HTMLElement;
  show: (view: View) => void;
}

export function list(model: Model, change: Change): List {
  const rows = h("ul", { class: "rows", "aria-label": "Events" });
  const none = h("p", { class: "empty", hidden: true },
    model.items.length > 0 ? "No event fits all of this. Take back one of the filters above, or move to a later day." : "This build holds no events.");
  const element = h("div", { class: "list" }, none, rows);
  let view: View | null = null;
  let [first, drawn] = [-1, ""];

  function draw(force: boolean): void {
    if (!view) return;
    const top = Math.max(0, Math.floor(element.scrollTop / ROW) - SPARE);
    const bottom = Math.min(view.shown.length, Math.ceil((element.scrollTop + element.clientHeight) / ROW) + SPARE);
    const span = `${top}-${bottom}`;
    if (!force && span === drawn) return;
    [first, drawn] = [top, span];
    const inside = rows.contains(document.activeElement) ? document.activeElement?.parentElement?.dataset.n : undefined;
    rows.style.height = `${view.shown.length * ROW}px`;
    const { state, shown } = view;
    none.hidden = shown.length > 0;
    fill(rows, ...shown.slice(top, bottom).map((one, n) => row(one, first + n, state, shown.length)));
    if (inside !== undefined) rows.querySelector<HTMLElement>(`[data-n="${inside}"] button`)?.focus({ preventScroll: true });
  }

  function row(shown: Shown, n: number, { selection, asOf }: State, all: number): HTMLElement {
    const { item, fact } = shown;
    const of = about(selection);
    const current = selection?.kind === "event" && selection.id === item.event.id;
    const documents = new Set(reportsBy(model, item, asOf).map(({ report }) => report.document)).size;
    const line = h("li", {
      "data-n": n, "aria-setsize": all, "aria-posinset": n + 1, class: of && !of(item) ? "dim" : null,
    }, h("button", {
      type: "button",
      "data-event": item.event.id,
      class: `row ${family(item.event.type)} ${fact.status}`,
      "aria-current": current ? "true" : null,
      onclick: () => { change({ selection: { kind: "event", id: item.event.id } }); },
    },
      h("span", { class: "row-date" }, readable(fact.date)),
      h("span", { class: "row-title", title: item.title }, item.title),
      h("span", { class: "row-facts" },
        h("span", { class: `status ${fact.status}` }, fact.status), " ",
        item.event.place ? `in ${labelsOf(model, [item.event.place])} · ` : "",
        plural(documents, "article"),
      ),
    ));
    line.style.transform = `translateY(${n * ROW}px)`;
    return line;
  }

  function step(by: number): void {
    const at = Number(document.activeElement?.parentElement?.dataset.n ?? 0);
    const next = Math.max(0, Math.min((view?.shown.length ?? 1) - 1, at + by));
    const top = next * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    if (top + ROW > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW - element.clientHeight;
    draw(true);
    rows.querySelector<HTMLElement>(`[data-n="${next}"] button`)?.focus({ preventScroll: true });
  }

  element.addEventListener("scroll", () => { draw(false); });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    step(event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
  });
  new ResizeObserver(() => { draw(false); }).observe(element);
  return {
    element,
    show: (next) => {
      view = next;
      draw(true);
    },
  };
}

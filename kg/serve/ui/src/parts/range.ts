/** The brush in words: its first and last day, to be typed as well. */
import { toDay, toIso } from "../story/days";
import type { Model } from "../story/model";
import type { State } from "../state/state";
import type { Change } from "../state/store";
import { h } from "./dom";

const HALF_TYPED = toDay("1000-01-01") ?? 0; // a year of which digits are missing still

export interface Range {
  element: HTMLElement;
  show: (state: State) => void;
}

export function range(model: Model, change: Change, zoom: (factor: number) => void): Range {
  const from = h("input", { type: "date", "aria-label": "First day" });
  const to = h("input", { type: "date", "aria-label": "Last day" });
  const wrong = h("span", { class: "problem", role: "alert" });
  const all = h("button", { type: "button", onclick: () => { change({ range: null }); } }, "All");
  const days = (): [number | null, number | null] => [toDay(from.value), toDay(to.value)];
  const check = (): void => {
    const [first, last] = days();
    const crossed = first !== null && last !== null && first > last && Math.min(first, last) > HALF_TYPED;
    wrong.textContent = crossed ? "The first day is after the last." : "";
  };
  const typed = (): void => {
    const [first, last] = days();
    check();
    if (first !== null && last !== null && first <= last) change({ range: [first, last] });
  };
  from.addEventListener("change", typed);
  to.addEventListener("change", typed);

  function show({ range: span }: State): void {
    const [first, last] = span ?? model.extent;
    if (document.activeElement !== from) from.value = toIso(first);
    if (document.activeElement !== to) to.value = toIso(last);
    check(); // a frame asked for by an earlier change may come after days that are wrong were typed
    all.disabled = span === null;
  }
  const element = h("div", { class: "range" }, from, h("span", { "aria-hidden": "true" }, "–"), to, all,
    h("button", { type: "button", "aria-label": "Zoom out", onclick: () => { zoom(1 / 1.6); } }, "−"),
    h("button", { type: "button", "aria-label": "Zoom in", onclick: () => { zoom(1.6); } }, "+"), wrong);
  return { element, show };
}

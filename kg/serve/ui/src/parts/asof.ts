/** The second clock: a slider over the days of publication; what was reported later is left out. */
import { readableDay } from "../story/days";
import type { Model } from "../story/model";
import type { State } from "../state/state";
import type { Change } from "../state/store";
import { h } from "./dom";

export interface AsOf {
  element: HTMLElement;
  show: (state: State) => void;
}

export function asOf(model: Model, change: Change): AsOf {
  const { days } = model;
  const told = h("output", { for: "asof" });
  const slider = h("input", { type: "range", id: "asof", min: 0, max: days.length, step: 1, value: days.length, disabled: days.length === 0 });
  slider.addEventListener("input", () => { change({ asOf: days[Number(slider.value)] ?? null }); });

  function show({ asOf: day }: State): void {
    const at = day === null ? days.length : days.findLastIndex((other) => other <= day);
    slider.value = String(at < 0 ? 0 : at);
    const words = day === null ? "today" : readableDay(day);
    told.textContent = words;
    slider.setAttribute("aria-valuetext", words);
  }
  const element = h("div", { class: "asof", title: "What had been reported by a day" }, h("label", { for: "asof" }, "As known on"), slider, told);
  return { element, show };
}

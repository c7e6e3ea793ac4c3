/** What colours, bars and points mean. */
import { paint } from "../timeline/paint";
import { colours } from "../look/theme";
import { FAMILIES, FAMILY_NAMES, type Family } from "../story/families";
import type { Status } from "../story/types";
import type { Shown } from "../state/view";
import { fill, h } from "./dom";

const BARS: [string, Status, boolean][] = [
  ["happened", "happened", false],
  ["some day in it", "happened", true],
  ["ongoing", "ongoing", false],
  ["planned", "planned", false],
  ["proposed", "proposed", false],
  ["cancelled, denied", "cancelled", false],
  ["unknown", "unknown", false],
];

export interface Legend {
  element: HTMLElement;
  redraw: () => void;
}

export function legend(): Legend {
  const bars = h("ul", { class: "legend-bars" });
  const families = h("ul", {}, ...(Object.keys(FAMILIES) as Family[]).map((name) =>
    h("li", {}, h("span", { class: `swatch ${name}`, "aria-hidden": "true" }), FAMILY_NAMES[name])));
  const kinds = h("ul", {}, ...["person", "country", "organisation", "group"].map((kind) =>
    h("li", {}, h("span", { class: `dot ${kind}`, "aria-hidden": "true" }), kind)));
  const element = h("details", { class: "legend" }, h("summary", {}, "Legend"), bars, families, kinds);
  const redraw = (): void => { fill(bars, ...BARS.map(([words, status, faded]) => h("li", {}, sample(status, faded), words))); };
  return { element, redraw };
}

function sample(status: Status, faded: boolean): HTMLElement {
  const canvas = h("canvas", { width: 72, height: 28, class: "sample", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  const shown = { item: { event: { type: "meet" } }, fact: { status, date: { precision: faded ? "month" : "day" }, first: 0, last: faded ? 9 : 0 } };
  if (context) {
    context.scale(2, 2);
    paint(context, shown as unknown as Shown, { x: 3, y: 2, width: 26, height: 10 }, { colours: colours(), dim: false, chosen: false, label: faded ? "" : null, before: false, room: 0, font: "8px sans-serif" });
  }
  return canvas;
}

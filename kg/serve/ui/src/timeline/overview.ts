/** All of time in a strip: how many events each stretch has, and the brush that filters every view. */
import { brushX, type D3BrushEvent } from "d3-brush";
import { type ScaleTime, scaleLinear } from "d3-scale";
import { select } from "d3-selection";

import { svg } from "../parts/dom";
import { type Day, fromDate, toDate } from "../story/days";
import type { View } from "../state/view";

export const HEIGHT = 40;
const BIN = 5;

export interface Overview {
  element: SVGSVGElement;
  show: (view: View, scale: ScaleTime<number, number>, width: number) => void;
}

export function overview(brushed: (range: readonly [Day, Day] | null) => void): Overview {
  const bars = svg("path", { class: "overview-bars" });
  const handle = svg("g", { class: "overview-brush" });
  const element = svg("svg", { class: "overview", height: HEIGHT, role: "presentation" }, bars, handle);
  const brush = brushX<unknown>();
  const place = select<SVGGElement, unknown>(handle);
  let scale: ScaleTime<number, number> | null = null;
  let [drawn, shownRange] = [0, ""];

  brush.on("start brush end", (event: D3BrushEvent<unknown>) => {
    const wide = scale;
    if (!event.sourceEvent || !wide) return;
    const span = event.selection as [number, number] | null;
    if (!span) {
      if (event.type === "end") brushed(null);
      return;
    }
    if (span[1] - span[0] < 1) return;
    const [from, to] = span.map((x) => fromDate(wide.invert(x))) as [Day, Day];
    brushed([Math.floor(from), Math.max(Math.floor(from), Math.ceil(to) - 1)]);
  });

  const show: Overview["show"] = (view, wide, width) => {
    scale = wide;
    element.setAttribute("width", String(width));
    bars.setAttribute("d", histogram(view, wide, width));
    if (drawn !== width) {
      brush.extent([[0, 0], [width, HEIGHT]]);
      place.call(brush);
      [drawn, shownRange] = [width, ""];
    }
    const range = JSON.stringify(view.state.range);
    if (range === shownRange) return;
    shownRange = range;
    const days = view.state.range;
    place.call((group) => {
      brush.move(group, days && [wide(toDate(days[0])), wide(toDate(days[1] + 1))]);
    });
  };
  return { element, show };
}

/** Events by the first day that they can be on. */
function histogram(view: View, scale: ScaleTime<number, number>, width: number): string {
  const counts = new Array<number>(Math.ceil(width / BIN) + 1).fill(0);
  for (const { fact } of view.whenever) {
    const day = fact.first !== null && Number.isFinite(fact.first) ? fact.first : fact.last;
    if (day === null || !Number.isFinite(day)) continue;
    const bin = Math.floor(scale(toDate(day)) / BIN);
    if (bin >= 0 && bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const height = scaleLinear([0, Math.sqrt(Math.max(1, ...counts))], [0, HEIGHT - 4]);
  return counts
    .map((n, bin) => (n ? `M${bin * BIN},${HEIGHT}v-${height(Math.sqrt(n)).toFixed(1)}h${BIN - 1}V${HEIGHT}z` : ""))
    .join("");
}

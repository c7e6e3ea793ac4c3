/** The timeline: bars from earliest to latest day, an axis, and the brush; panning and zooming move the brush. */
import { axisTop } from "d3-axis";
import { type ScaleTime, scaleUtc } from "d3-scale";
import { select } from "d3-selection";
import { type D3ZoomEvent, zoom, type ZoomBehavior, zoomIdentity, type ZoomTransform } from "d3-zoom";

import { colours } from "../look/theme";
import { announce } from "../parts/announce";
import { h, svg } from "../parts/dom";
import { type Day, fromDate, readable, toDate } from "../story/days";
import type { Model } from "../story/model";
import { about } from "../state/about";
import type { State } from "../state/state";
import type { Change } from "../state/store";
import type { Shown, View } from "../state/view";
import { overview } from "./overview";
import { paint } from "./paint";
import { type Bar, packed, type Packing } from "./rows";

const AXIS = 20;
const LABELLED = 160;
const FONT = "12px system-ui, sans-serif";
const CLOSEST = 5;
const EDGE = 21;

export interface Timeline {
  element: HTMLElement;
  show: (view: View) => void;
  redraw: () => void;
}

export function timeline(model: Model, change: Change): Timeline {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const spacer = h("div", { class: "timeline-spacer" }, canvas);
  const scroll = h("div", {
    class: "timeline-scroll",
    tabindex: 0,
    role: "application",
    "aria-roledescription": "timeline",
    "aria-label": "Timeline. Arrow keys go from event to event, Enter opens one, plus and minus zoom.",
  }, spacer);
  const ticks = svg("g", { transform: `translate(0,${AXIS - 1})` });
  const axis = svg("svg", { class: "timeline-axis", height: AXIS, "aria-hidden": "true" }, ticks);
  const tip = h("div", { class: "tip", hidden: true, role: "presentation" });
  const all = overview((range) => { change({ range }); });
  const element = h("div", { class: "timeline" }, axis, scroll, all.element, tip);
  const context = canvas.getContext("2d");
  const widths = new Map<string, number>();

  const low = model.extent[0] - padding(model);
  const high = model.extent[1] + padding(model);
  let view: View | null = null;
  let transform: ZoomTransform = zoomIdentity;
  let packing: Packing = { bars: [], rows: 0 };
  let packedFor: { events: readonly Shown[]; perDay: number; labelled: boolean } | null = null;
  let height = 18;
  let revealed: string | undefined;
  let [hovered, focused]: (Shown | null)[] = [null, null];
  let size = { width: 0, height: 0 };

  const whole = (): ScaleTime<number, number> => scaleUtc([toDate(low), toDate(high + 1)], [0, size.width]);
  const daysOf = (t: ZoomTransform): readonly [Day, Day] | null => {
    if (t.k <= 1.0001) return null;
    const [from, to] = t.rescaleX(whole()).domain().map(fromDate) as [Day, Day];
    return [Math.ceil(from - 0.001), Math.max(Math.ceil(from - 0.001), Math.floor(to + 0.001) - 1)];
  };

  const zooming: ZoomBehavior<HTMLElement, unknown> = zoom<HTMLElement, unknown>()
    .filter((event: WheelEvent | MouseEvent) => (event.type === "wheel" ? event.ctrlKey || event.metaKey || event.shiftKey : event.button === 0))
    .on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => {
      transform = event.transform;
      if (event.sourceEvent) change({ range: daysOf(transform) });
    });
  const zoomed = select<HTMLElement, unknown>(scroll);

  function fit(): void {
    const { clientWidth, clientHeight } = scroll;
    if (clientWidth === 0 || (size.width === clientWidth && size.height === clientHeight)) return;
    size = { width: clientWidth, height: clientHeight };
    canvas.width = clientWidth * devicePixelRatio;
    canvas.height = clientHeight * devicePixelRatio;
    canvas.style.width = `${clientWidth}px`;
    canvas.style.height = `${clientHeight}px`;
    axis.setAttribute("width", String(clientWidth));
    zooming.extent([[0, 0], [clientWidth, 1]]).translateExtent([[0, 0], [clientWidth, 1]])
      .scaleExtent([1, Math.max(1, (high - low) / CLOSEST)]);
    zoomed.call(zooming).on("dblclick.zoom", null);
    if (view) follow(view.state);
  }

  /** Takes over a range that something else has set. */
  function follow(state: State): void {
    if (size.width === 0 || JSON.stringify(daysOf(transform)) === JSON.stringify(state.range)) return;
    if (!state.range) zooming.transform(zoomed, zoomIdentity);
    else {
      const scale = whole();
      const [left, right] = [scale(toDate(state.range[0])), scale(toDate(state.range[1] + 1))];
      const k = size.width / Math.max(right - left, 1e-6);
      zooming.transform(zoomed, zoomIdentity.scale(k).translate(-left, 0));
    }
  }

  function pack(events: readonly Shown[], perDay: number, labelled: boolean): void {
    const before = packedFor;
    const same = before?.perDay === perDay && before.labelled === labelled && before.events.length === events.length &&
      before.events.every((shown, n) => shown.item === events[n]?.item && shown.fact === events[n].fact);
    if (same) return;
    packedFor = { events, perDay, labelled };
    packing = packed(events, perDay, low, high, labelled ? labelWidth : () => 0);
    height = labelled ? 20 : 8;
  }

  function labelWidth({ item }: Shown): number {
    const known = widths.get(item.event.id);
    if (known !== undefined || !context) return known ?? 0;
    context.font = FONT;
    const width = context.measureText(label(item.title)).width + 8;
    widths.set(item.event.id, width);
    return width;
  }

  function draw(): void {
    if (!view || !context || size.width === 0) return;
    const { shown, whenever, state } = view;
    const perDay = (size.width / (high + 1 - low)) * transform.k;
    const labelled = shown.length <= LABELLED;
    pack(whenever, perDay, labelled);
    spacer.style.height = `${Math.max(size.height, packing.rows * height + 10)}px`;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    const now = colours();
    const chosen = about(state.selection);
    grid(context, now.line);
    for (const bar of packing.bars) {
      const box = boxOf(bar);
      if (box.y > size.height || box.y + height < 0 || !inSight(box)) continue;
      const mine = bar.shown === hovered || bar.shown.item === focused?.item;
      paint(context, bar.shown, box, {
        colours: now,
        dim: !mine && chosen !== null && !chosen(bar.shown.item),
        chosen: mine || (state.selection?.kind === "event" && state.selection.id === bar.shown.item.event.id),
        label: labelled ? label(bar.shown.item.title) : null,
        before: bar.before,
        room: bar.before ? box.x : size.width - box.x - box.width,
        font: FONT,
      });
    }
    if (state.asOf !== null) asOfLine(context, state.asOf, now.accent);
    const scale = transform.rescaleX(whole());
    select(ticks).call(axisTop<Date>(scale).ticks(Math.max(2, size.width / 110)).tickSizeOuter(0))
      .selectAll<SVGTextElement, Date>("text").attr("dx", (day) => inwards(scale(day)));
  }

  /** How far the name of a tick is moved to stay inside the picture. */
  function inwards(x: number): number {
    return Math.max(0, EDGE - x) + Math.min(0, size.width - EDGE - x);
  }

  /** Without its bar a label is not shown: it would stand for an event of other days. */
  function inSight(box: { x: number; width: number }): boolean {
    return box.x < size.width - 0.5 && box.x + box.width > 0.5;
  }

  function grid(on: CanvasRenderingContext2D, colour: string): void {
    const scale = transform.rescaleX(whole());
    on.fillStyle = colour;
    for (const tick of scale.ticks(Math.max(2, size.width / 110))) on.fillRect(Math.round(scale(tick)), 0, 1, size.height);
  }

  function asOfLine(on: CanvasRenderingContext2D, day: Day, colour: string): void {
    on.fillStyle = colour;
    on.fillRect(Math.round(transform.rescaleX(whole())(toDate(day + 1))), 0, 2, size.height);
  }

  function boxOf(bar: Bar): { x: number; y: number; width: number; height: number } {
    const y = bar.row * height + 5 - scroll.scrollTop;
    return { x: bar.left + transform.x, y, width: bar.right - bar.left, height: height - (height > 10 ? 7 : 2) };
  }

  function under(event: PointerEvent | MouseEvent): Shown | null {
    const { left, top } = scroll.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    const labelled = packedFor?.labelled === true;
    const hit = packing.bars.find((bar) => {
      const box = boxOf(bar);
      const reach = labelled ? labelWidth(bar.shown) : 2;
      const inside = x >= box.x - (bar.before ? reach : 3) && x <= box.x + box.width + (bar.before ? 3 : reach);
      return inside && inSight(box) && y >= box.y - 2 && y <= box.y + height - 2;
    });
    return hit?.shown ?? null;
  }

  function hint(event: PointerEvent | MouseEvent): void {
    const { left, top, width } = element.getBoundingClientRect();
    tip.hidden = hovered === null;
    if (!hovered) return;
    tip.textContent = `${readable(hovered.fact.date)} · ${hovered.fact.status} · ${hovered.item.title}`;
    const x = Math.min(event.clientX - left + 12, width - tip.offsetWidth - 4);
    tip.style.transform = `translate(${Math.max(4, x)}px, ${event.clientY - top + 14}px)`;
  }

  function open(shown: Shown): void {
    change({ selection: { kind: "event", id: shown.item.event.id } });
  }

  function step(by: number): void {
    const dated = view?.shown.filter(({ fact }) => fact.first !== null) ?? [];
    if (dated.length === 0) return;
    const at = dated.findIndex(({ item }) => item === focused?.item);
    focused = dated[Math.max(0, Math.min(dated.length - 1, at < 0 ? 0 : at + by))] ?? null;
    reveal(focused?.item.event.id);
    if (focused) announce(`${readable(focused.fact.date)}, ${focused.fact.status}: ${focused.item.title}`);
    draw();
  }

  /** Scrolls to the row of an event. */
  function reveal(id: string | undefined): void {
    const row = packing.bars.find((bar) => bar.shown.item.event.id === id)?.row;
    if (row === undefined || (row * height >= scroll.scrollTop && (row + 1) * height <= scroll.scrollTop + size.height)) return;
    scroll.scrollTop = row * height - size.height / 2;
  }

  function keyed(event: KeyboardEvent): void {
    if (event.key === "ArrowRight" || event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && focused) open(focused);
    else if (event.key === "+" || event.key === "=") scaleBy(1.6);
    else if (event.key === "-") scaleBy(1 / 1.6);
    else return;
    event.preventDefault();
  }

  function scaleBy(factor: number): void {
    zooming.scaleBy(zoomed, factor);
    draw();
    change({ range: daysOf(transform) });
  }

  scroll.addEventListener("scroll", draw);
  scroll.addEventListener("keydown", keyed);
  scroll.addEventListener("blur", () => { focused = null; draw(); });
  scroll.addEventListener("pointermove", (event) => {
    const before = hovered;
    hovered = under(event);
    scroll.style.cursor = hovered ? "pointer" : "";
    hint(event);
    if (before !== hovered) draw();
  });
  scroll.addEventListener("pointerleave", () => { hovered = null; tip.hidden = true; draw(); });
  scroll.addEventListener("click", (event) => {
    const hit = under(event);
    if (hit) open(hit);
  });
  element.addEventListener("kg-zoom", (event) => { scaleBy((event as CustomEvent<number>).detail); });

  function show(next: View): void {
    view = next;
    fit();
    follow(next.state);
    if (size.width > 0) all.show(next, whole(), size.width);
    draw();
    const { selection } = next.state;
    if (selection?.id !== revealed) reveal(selection?.kind === "event" ? selection.id : undefined);
    revealed = selection?.id;
  }
  new ResizeObserver(() => {
    fit();
    if (view) show(view);
  }).observe(scroll);
  return { element, show, redraw: draw };
}

function label(title: string): string {
  return title.length > 60 ? `${title.slice(0, 59)}…` : title;
}

function padding(model: Model): number {
  return Math.max(3, Math.round((model.extent[1] - model.extent[0]) * 0.03));
}

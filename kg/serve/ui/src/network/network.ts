/** Who with whom: parties as points where the build put them, the events shown as lines between them. */
import Graph from "graphology";
import Sigma from "sigma";

import { colours, over } from "../look/theme";
import { announce } from "../parts/announce";
import { h } from "../parts/dom";
import type { Model } from "../story/model";
import { partiesOf } from "../state/about";
import type { State } from "../state/state";
import type { Change } from "../state/store";
import type { View } from "../state/view";
import { drawRing, Labels, type Point } from "./labels";
import { mainFamily, pairKey, type Ties, tiesOf } from "./ties";

/** Of up to so many parties sigma is asked for as many names as there is room for. */
const FEW = 300;
/** Of up to so many, names keep clear of the points; it would cost too much of a frame with more. */
const SOME = 1500;

export interface Network {
  element: HTMLElement;
  show: (view: View) => void;
  redraw: () => void;
}

export function network(model: Model, change: Change, state: () => State): Network {
  const stage = h("div", { class: "network-stage" });
  const element = h("div", {
    class: "network",
    tabindex: 0,
    role: "application",
    "aria-roledescription": "network",
    "aria-label": "Network of people, countries and organisations. Arrow keys go from one to the next, Enter opens one.",
  }, stage);
  const graph = graphOf(model);
  let ties: Ties = { pairs: new Map(), parties: new Map() };
  let look = colours();
  let near: ReadonlySet<string> | null = null;
  let hovered: string | null = null;
  let focused: string | null = null;
  let sigma: Sigma | null = null;
  const labels = new Labels();

  function start(): void {
    if (sigma || element.clientWidth === 0 || element.clientHeight === 0) return;
    try {
      sigma = new Sigma(graph, stage, {
        allowInvalidContainer: true,
        labelFont: "system-ui, sans-serif",
        labelSize: 12,
        labelWeight: "500",
        labelDensity: graph.order > FEW ? 0.8 : 3,
        labelGridCellSize: 90,
        labelRenderedSizeThreshold: 4,
        stagePadding: 40,
        minCameraRatio: 0.08,
        maxCameraRatio: 2,
        enableEdgeEvents: true,
        zIndex: true,
        nodeReducer: (id, data) => ({ ...data, ...nodeLook(id) }),
        edgeReducer: (id, data) => ({ ...data, ...edgeLook(id) }),
        defaultDrawNodeLabel: (context, node, settings) => { labels.add(context, node, settings); },
        defaultDrawNodeHover: (context, node, settings) => { drawRing(context, node, settings, look); },
      });
    } catch {
      stage.replaceChildren(h("p", { class: "empty" }, "The network needs WebGL, which this browser does not offer. Names can be chosen under Filters."));
      return;
    }
    sigma.on("afterRender", () => { labels.flush(look, points()); });
    sigma.on("clickNode", ({ node }) => { open(node); });
    sigma.on("clickEdge", ({ edge }) => { change({ facets: { ...state().facets, party: graph.extremities(edge).sort() } }); });
    sigma.on("clickStage", () => { change({ selection: null }); });
    sigma.on("enterNode", ({ node }) => { hover(node, true); });
    sigma.on("leaveNode", () => { hover(null, false); });
    sigma.on("enterEdge", () => { stage.style.cursor = "pointer"; });
    sigma.on("leaveEdge", () => { stage.style.cursor = ""; });
  }

  /** Where the points in sight are drawn; none of thousands. */
  function points(): Point[] {
    if (!sigma || ties.parties.size > SOME) return [];
    const drawn: Point[] = [];
    const { width, height } = sigma.getDimensions();
    for (const id of graph.nodes()) {
      const data = sigma.getNodeDisplayData(id);
      if (!data || data.hidden) continue;
      const { x, y } = sigma.framedGraphToViewport(data);
      if (x > 0 && x < width && y > 0 && y < height) drawn.push({ x, y, size: sigma.scaleSize(data.size) });
    }
    return drawn;
  }

  function hover(node: string | null, pointing: boolean): void {
    hovered = node;
    stage.style.cursor = pointing ? "pointer" : "";
    refresh();
  }

  function open(id: string): void {
    change({ selection: { kind: "party", id } });
  }

  function refresh(): void {
    const lit = hovered ?? focused;
    const centre = lit ? new Set([lit]) : near;
    litParties = centre && neighbourhood(graph, centre, ties, !lit && state().selection?.kind === "event");
    sigma?.refresh({ skipIndexation: true });
  }

  let litParties: ReadonlySet<string> | null = null;

  function nodeLook(id: string): Record<string, unknown> {
    const events = ties.parties.get(id) ?? 0;
    const party = model.parties.get(id);
    const lit = litParties === null || litParties.has(id);
    const chosen = near?.has(id) === true || id === hovered || id === focused;
    return {
      hidden: events === 0,
      size: 3 + 13 * Math.sqrt(events / busiest),
      color: party ? (lit ? look.kinds[party.kind] : look.line) : look.muted,
      label: lit ? (party?.label ?? id) : null,
      forceLabel: chosen,
      highlighted: chosen,
      zIndex: chosen ? 2 : lit ? 1 : 0,
    };
  }

  let busiest = 1;

  function edgeLook(edge: string): Record<string, unknown> {
    const [a, b] = graph.extremities(edge);
    const tie = ties.pairs.get(pairKey(a, b));
    if (!tie) return { hidden: true };
    const lit = litParties === null || (litParties.has(a) && litParties.has(b) && touches(a, b));
    const colour = look.families[mainFamily(tie)];
    return {
      hidden: false,
      size: Math.min(9, 0.6 + 1.3 * Math.sqrt(tie.events)),
      color: over(lit ? colour : look.line, look.paper, lit ? (tie.real ? 0.75 : 0.35) : 0.6),
      zIndex: lit ? 1 : 0,
    };
  }

  function touches(a: string, b: string): boolean {
    const lit = hovered ?? focused;
    if (lit) return a === lit || b === lit;
    return near === null || near.has(a) || near.has(b);
  }

  function show(view: View): void {
    if (!sigma) stretch(graph, model, element.clientWidth / Math.max(1, element.clientHeight));
    ties = tiesOf(view);
    busiest = Math.max(1, ...[...ties.parties].filter(([id]) => graph.hasNode(id)).map(([, events]) => events));
    near = partiesOf(model, view.state.selection);
    start();
    refresh();
  }

  function redraw(): void {
    look = colours();
    refresh();
  }

  function step(by: number): void {
    const order = [...ties.parties].filter(([id]) => graph.hasNode(id)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (order.length === 0) return;
    const at = order.findIndex(([id]) => id === focused);
    const [id = "", events = 0] = order[Math.max(0, Math.min(order.length - 1, at < 0 ? 0 : at + by))] ?? [];
    focused = id;
    announce(`${model.parties.get(id)?.label ?? id}: ${events} ${events === 1 ? "event" : "events"}`);
    refresh();
  }

  function keyed(event: KeyboardEvent): void {
    if (event.key === "ArrowRight" || event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && focused) open(focused);
    else if (event.key === "+" || event.key === "=") void sigma?.getCamera().animatedZoom({ duration: 150 });
    else if (event.key === "-") void sigma?.getCamera().animatedUnzoom({ duration: 150 });
    else if (event.key === "0") void sigma?.getCamera().animatedReset({ duration: 150 });
    else return;
    event.preventDefault();
  }

  element.addEventListener("keydown", keyed);
  element.addEventListener("blur", () => { focused = null; refresh(); });
  new ResizeObserver(() => {
    stretch(graph, model, element.clientWidth / Math.max(1, element.clientHeight));
    start();
    sigma?.resize();
    sigma?.refresh();
  }).observe(element);
  return { element, show, redraw };
}

/** All parties that have a place, and every pair that some event joins. */
function graphOf(model: Model): Graph {
  const graph = new Graph({ type: "undirected", multi: false });
  for (const { id, x, y } of model.parties.values()) {
    if (x !== null && y !== null) graph.addNode(id, { x, y, size: 4 });
  }
  for (const { pairs } of model.items) {
    for (const [a, b] of pairs) if (!graph.hasEdge(a, b)) graph.addEdgeWithKey(pairKey(a, b), a, b);
  }
  return graph;
}

/** Lets the layout, which is as wide as high, fill the room that there is. */
function stretch(graph: Graph, model: Model, aspect: number): void {
  const factor = Math.max(0.6, Math.min(2, aspect));
  graph.updateEachNodeAttributes((id, data) => ({ ...data, x: (model.parties.get(id)?.x ?? 0) * factor }), { attributes: ["x"] });
}

/** The parties themselves and, unless they are those of an event, whom they have to do with. */
function neighbourhood(graph: Graph, centre: ReadonlySet<string>, ties: Ties, alone: boolean): Set<string> {
  const found = new Set(centre);
  if (alone) return found;
  for (const id of centre) {
    if (!graph.hasNode(id)) continue;
    graph.forEachEdge(id, (edge, _, source, target) => {
      if (ties.pairs.has(edge)) found.add(source).add(target);
    });
  }
  return found;
}

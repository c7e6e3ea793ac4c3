/** How sigma writes names: with a halo in the colour of the page, so that they are read over lines, in both themes. */
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";

import type { Colours } from "../look/theme";

type Node = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;

const LONGEST = 30;
/** Points of this radius have a name even where it lies on another point. */
const LARGE = 12;

/** A drawn point, in pixels. */
export interface Point {
  x: number;
  y: number;
  size: number;
}

/** Where a name may stand, in pixels; `y` is its middle. */
export interface Box {
  left: number;
  right: number;
  y: number;
}

interface Name {
  context: CanvasRenderingContext2D;
  label: string;
  point: Point;
  boxes: Box[];
  height: number;
}

/** The names of a frame, written when all are known: those of the largest points first, none over another. */
export class Labels {
  private waiting: Name[] = [];

  add(context: CanvasRenderingContext2D, node: Node, settings: Settings): void {
    if (!node.label) return;
    const label = node.label.length > LONGEST ? `${node.label.slice(0, LONGEST - 1)}…` : node.label;
    const { x, y, size } = node;
    this.waiting.push({ context, label, point: { x, y, size }, boxes: boxesOf(context, node, label, settings), height: settings.labelSize + 2 });
  }

  flush(colours: Colours, points: readonly Point[]): void {
    const taken: Box[] = [];
    for (const { context, label, boxes, point, height } of this.waiting.sort((a, b) => b.point.size - a.point.size)) {
      const box = placed(boxes, height, taken, points, point.size >= LARGE);
      if (!box) continue;
      taken.push(box);
      write(context, label, box, colours);
    }
    this.waiting = [];
  }
}

/** The first box that covers no name and no point; with `anyway`, else the first that covers no name. */
export function placed(boxes: readonly Box[], height: number, taken: readonly Box[], points: readonly Point[], anyway: boolean): Box | undefined {
  const free = boxes.filter((box) => taken.every(({ left, right, y }) => Math.abs(y - box.y) > height || right < box.left || left > box.right));
  return free.find((box) => !points.some((point) => covers(box, height, point))) ?? (anyway ? free[0] : undefined);
}

function covers({ left, right, y }: Box, height: number, point: Point): boolean {
  const down = Math.max(0, Math.abs(point.y - y) - height / 2 + 2);
  if (down >= point.size) return false;
  const across = Math.max(left - point.x, point.x - right, 0);
  return across * across + down * down < point.size * point.size;
}

/** To the right of its point, to the left, under and over it, straight or aslant: those that are not off the picture, or the first pushed into it. */
function boxesOf(context: CanvasRenderingContext2D, { x, y, size }: Node, label: string, settings: Settings): Box[] {
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  const width = context.measureText(label).width;
  const away = size + settings.labelSize / 2 + 2;
  const aside = [x - width / 2, x - size, x + size - width];
  const lefts = [[x + size + 3, y], [x - size - 3 - width, y], ...aside.flatMap((left) => [[left, y + away], [left, y - away]])] as [number, number][];
  const boxes = lefts.map(([left, middle]) => ({ left, right: left + width, y: middle }));
  const inside = boxes.filter(({ left, right }) => left >= 2 && right <= context.canvas.clientWidth);
  return inside.length > 0 ? inside : [{ left: 2, right: 2 + width, y }];
}

function write(context: CanvasRenderingContext2D, label: string, { left, y }: Box, colours: Colours): void {
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = colours.paper;
  context.strokeText(label, left, y);
  context.fillStyle = colours.ink;
  context.fillText(label, left, y);
}

/** A ring about the node under the pointer or chosen, and its name. */
export function drawRing(context: CanvasRenderingContext2D, node: Node, settings: Settings, colours: Colours): void {
  context.beginPath();
  context.arc(node.x, node.y, node.size + 3, 0, Math.PI * 2);
  context.lineWidth = 2.5;
  context.strokeStyle = colours.ink;
  context.stroke();
  const [box] = node.label ? boxesOf(context, node, node.label, settings) : [];
  if (node.label && box) write(context, node.label, box, colours);
}

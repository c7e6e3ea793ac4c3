/** How sigma writes names: with a halo in the colour of the page, so that they are read over lines, in both themes. */
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";

import type { Colours } from "../look/theme";

type Node = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;

const LONGEST = 30;

interface Box {
  left: number;
  right: number;
  y: number;
}

/** The names of a frame, written when all are known: those of the largest points first, none over another. */
export class Labels {
  private waiting: { context: CanvasRenderingContext2D; label: string; size: number; box: Box; height: number }[] = [];

  add(context: CanvasRenderingContext2D, node: Node, settings: Settings): void {
    if (!node.label) return;
    const label = node.label.length > LONGEST ? `${node.label.slice(0, LONGEST - 1)}…` : node.label;
    this.waiting.push({ context, label, size: node.size, box: boxOf(context, node, label, settings), height: settings.labelSize + 2 });
  }

  flush(colours: Colours): void {
    const taken: Box[] = [];
    for (const { context, label, box, height } of this.waiting.sort((a, b) => b.size - a.size)) {
      if (!taken.every(({ left, right, y }) => Math.abs(y - box.y) > height || right < box.left || left > box.right)) continue;
      taken.push(box);
      write(context, label, box, colours);
    }
    this.waiting = [];
  }
}

/** To the right of its point, to the left where there is no room, and never off the picture. */
function boxOf(context: CanvasRenderingContext2D, node: Node, label: string, settings: Settings): Box {
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  const width = context.measureText(label).width;
  const right = node.x + node.size + 3;
  const before = right + width > context.canvas.clientWidth;
  const left = Math.max(2, before ? node.x - node.size - 3 - width : right);
  return { left, right: left + width, y: node.y };
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
  if (node.label) write(context, node.label, boxOf(context, node, node.label, settings), colours);
}

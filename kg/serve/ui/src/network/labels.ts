/** How sigma writes names: with a halo in the colour of the page, so that they are read over lines, in both themes. */
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";

import type { Colours } from "../look/theme";

type Node = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;

export function drawLabel(context: CanvasRenderingContext2D, node: Node, settings: Settings, colours: Colours): void {
  if (!node.label) return;
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  context.textBaseline = "middle";
  const width = context.measureText(node.label).width;
  const right = node.x + node.size + 3;
  const x = right + width > context.canvas.clientWidth ? node.x - node.size - 3 - width : right;
  const { y } = node;
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = colours.paper;
  context.strokeText(node.label, x, y);
  context.fillStyle = colours.ink;
  context.fillText(node.label, x, y);
}

/** A ring about the node under the pointer or chosen, and its name. */
export function drawRing(context: CanvasRenderingContext2D, node: Node, settings: Settings, colours: Colours): void {
  context.beginPath();
  context.arc(node.x, node.y, node.size + 3, 0, Math.PI * 2);
  context.lineWidth = 2.5;
  context.strokeStyle = colours.ink;
  context.stroke();
  drawLabel(context, node, settings, colours);
}

/** How a bar looks: faded where its days are uncertain, dashed when planned, struck when cancelled or denied. */
import type { Colours } from "../look/theme";
import { family } from "../story/families";
import type { Shown } from "../state/view";

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Manner {
  colours: Colours;
  /** Fainter, as it is not about what is selected. */
  dim: boolean;
  chosen: boolean;
  label: string | null;
  /** The label stands before the bar. */
  before: boolean;
  /** Pixels between the bar and the edge of the picture on the label's side. */
  room: number;
  font: string;
}

const LEAST = 4;
const DASHES: Record<string, number[]> = { planned: [4, 2], proposed: [1.5, 2], unknown: [1, 4] };

export function paint(context: CanvasRenderingContext2D, shown: Shown, box: Box, manner: Manner): void {
  const colour = manner.colours.families[family(shown.item.event.type)];
  const { status } = shown.fact;
  context.globalAlpha = manner.dim ? 0.25 : 1;
  if (status === "happened" || status === "ongoing") fillBar(context, shown, box, colour, manner);
  else outline(context, box, colour, DASHES[status] ?? []);
  if (status === "ongoing") arrow(context, box, colour);
  if (struck(shown)) strike(context, box, manner.colours.ink);
  if (manner.chosen) ring(context, box, manner.colours.ink);
  if (manner.label !== null) write(context, shown, box, manner, manner.label);
  context.globalAlpha = 1;
}

/** Whether the days between which an event lies are more than one, so that the bar says "some time in here". */
export function uncertain(shown: Shown): boolean {
  return shown.fact.date?.precision !== "day" && shown.fact.first !== shown.fact.last;
}

export function struck(shown: Shown): boolean {
  return shown.fact.status === "cancelled" || shown.fact.status === "denied";
}

function fillBar(context: CanvasRenderingContext2D, shown: Shown, box: Box, colour: string, manner: Manner): void {
  const faded = uncertain(shown);
  if (faded && manner.label !== null && box.width > 12) {
    const gradient = context.createLinearGradient(box.x, 0, box.x + box.width, 0);
    gradient.addColorStop(0, shown.fact.first === -Infinity ? "transparent" : `${colour}40`);
    gradient.addColorStop(0.5, `${colour}d0`);
    gradient.addColorStop(1, shown.fact.last === Infinity ? "transparent" : `${colour}40`);
    context.fillStyle = gradient;
  } else context.fillStyle = faded ? `${colour}90` : colour;
  rounded(context, box);
  context.fill();
}

function outline(context: CanvasRenderingContext2D, box: Box, colour: string, dash: number[]): void {
  context.fillStyle = `${colour}22`;
  context.strokeStyle = colour;
  context.lineWidth = 1.4;
  context.setLineDash(dash);
  rounded(context, { x: box.x + 0.7, y: box.y + 0.7, width: box.width - 1.4, height: box.height - 1.4 });
  context.fill();
  context.stroke();
  context.setLineDash([]);
}

function rounded(context: CanvasRenderingContext2D, box: Box): void {
  context.beginPath();
  context.roundRect(box.x, box.y, Math.max(1, box.width), Math.max(1, box.height), 3);
}

function arrow(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  const [x, middle] = [box.x + box.width, box.y + box.height / 2];
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(x - 1, box.y);
  context.lineTo(x + 4, middle);
  context.lineTo(x - 1, box.y + box.height);
  context.fill();
}

function strike(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  const middle = Math.round(box.y + box.height / 2) + 0.5;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(box.x - 2, middle);
  context.lineTo(box.x + box.width + 2, middle);
  context.stroke();
}

function ring(context: CanvasRenderingContext2D, box: Box, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  rounded(context, { x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4 });
  context.stroke();
}

function write(context: CanvasRenderingContext2D, shown: Shown, box: Box, manner: Manner, title: string): void {
  const y = box.y + box.height / 2;
  context.font = manner.font;
  const label = fitting(context, title, manner.room - 8);
  const { width } = context.measureText(label);
  const x = manner.before ? box.x - 6 - width : box.x + box.width + 6;
  context.textBaseline = "middle";
  context.fillStyle = struck(shown) ? manner.colours.muted : manner.colours.ink;
  context.fillText(label, x, y + 0.5);
  if (struck(shown)) context.fillRect(x, Math.round(y), width, 1);
}

/** As much of a text as there is room for; nothing rather than a letter or two. */
function fitting(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 0 && context.measureText(`${text.slice(0, end).trimEnd()}…`).width > room) end--;
  return end < LEAST ? "" : `${text.slice(0, end).trimEnd()}…`;
}

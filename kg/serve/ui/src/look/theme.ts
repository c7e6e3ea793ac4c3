/** Dark or light: as the system has it until the reader chooses; pictures on canvas take their colours from the style sheet. */
import { type Family, FAMILIES } from "../story/families";
import type { Kind } from "../story/types";

export interface Colours {
  ink: string;
  muted: string;
  line: string;
  paper: string;
  accent: string;
  families: Record<Family, string>;
  kinds: Record<Kind, string>;
}

const KEY = "kg-theme";

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => long(style.getPropertyValue(`--${name}`).trim());
  const families = Object.fromEntries(Object.keys(FAMILIES).map((name) => [name, of(name)])) as Colours["families"];
  const kinds = Object.fromEntries(
    (["person", "country", "organisation", "group", "place"] as const).map((kind) => [kind, of(kind)]),
  ) as Colours["kinds"];
  return { ink: of("ink"), muted: of("muted"), line: of("line"), paper: of("paper"), accent: of("accent"), families, kinds };
}

/** A colour (#rrggbb) laid over another with some opacity: WebGL would add translucent lines up to glaring ones. */
export function over(colour: string, ground: string, opacity: number): string {
  const [front, back] = [channels(colour), channels(ground)];
  return `#${front.map((value, n) => Math.round(value * opacity + (back[n] ?? 0) * (1 - opacity)).toString(16).padStart(2, "0")).join("")}`;
}

/** #rgb as #rrggbb, to which an opacity can be added. */
function long(colour: string): string {
  return colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

export function dark(): boolean {
  return document.documentElement.dataset.theme === "dark";
}

/** Sets the theme and keeps to the system's as long as the reader has not chosen. */
export function startTheme(changed: () => void): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => {
    document.documentElement.dataset.theme = chosen() ?? (system.matches ? "dark" : "light");
    changed();
  };
  system.addEventListener("change", apply);
  apply();
}

export function switchTheme(): void {
  const next = dark() ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A page from disk may not be allowed to remember.
  }
}

function chosen(): string | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === "dark" || kept === "light" ? kept : null;
  } catch {
    return null;
  }
}

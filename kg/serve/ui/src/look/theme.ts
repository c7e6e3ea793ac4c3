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
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const families = Object.fromEntries(Object.keys(FAMILIES).map((name) => [name, of(name)])) as Colours["families"];
  const kinds = Object.fromEntries(
    (["person", "country", "organisation", "group", "place"] as const).map((kind) => [kind, of(kind)]),
  ) as Colours["kinds"];
  return { ink: of("ink"), muted: of("muted"), line: of("line"), paper: of("paper"), accent: of("accent"), families, kinds };
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

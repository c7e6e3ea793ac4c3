/** Says to screen readers what only the eye would see. */
import { h } from "./dom";

const region = h("div", { class: "unseen", role: "status", "aria-live": "polite" });

export function announcer(): HTMLElement {
  return region;
}

export function announce(text: string): void {
  if (region.textContent !== text) region.textContent = text;
}

/** Links to the web: only http and https; anything else is shown as the text that it is. */
import { h } from "./dom";

/** The address if a browser may follow it. */
export function safe(address: string | null | undefined): string | null {
  try {
    const url = new URL(address ?? "");
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A link that opens beside, or mere text where the address is none. */
export function link(address: string | null | undefined, text: string): HTMLElement {
  const href = safe(address);
  if (href === null) return h("span", {}, text);
  return h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, text);
}

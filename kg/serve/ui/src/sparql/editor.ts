import { h } from "../parts/dom";
export function editor(parent: HTMLElement): void { parent.append(h("p", {}, "…")); }

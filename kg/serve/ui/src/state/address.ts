/** The state in the address bar: what follows `#`, so that it works on a file from disk too. */
import { toDay, toIso } from "../story/days";
import { byFacet, FACETS, INITIAL, PANES, type Pane, type State } from "./state";

const SEPARATOR = "|"; // outlets and ids hold commas

/** `from=2023-01-01&to=2023-02-01&type=meet%7Cvisit&event=3f2a9c`: only what differs from the initial state. */
export function toAddress(state: State): string {
  const parameters = new URLSearchParams();
  if (state.range) {
    parameters.set("from", toIso(state.range[0]));
    parameters.set("to", toIso(state.range[1]));
  }
  if (state.asOf !== null) parameters.set("asof", toIso(state.asOf));
  for (const facet of FACETS) {
    const chosen = state.facets[facet];
    if (chosen.length > 0) parameters.set(facet, chosen.map(escaped).join(SEPARATOR));
  }
  if (state.text) parameters.set("text", state.text);
  if (state.selection) parameters.set(state.selection.kind === "event" ? "event" : "about", state.selection.id);
  if (state.pane !== INITIAL.pane) parameters.set("view", state.pane);
  return parameters.toString();
}

/** The state of an address; what is no day or no view is left out. */
export function fromAddress(address: string): State {
  const parameters = new URLSearchParams(address.replace(/^#/, ""));
  const [from, to] = [toDay(parameters.get("from")), toDay(parameters.get("to"))];
  const facets = byFacet((facet) => values(parameters.get(facet)));
  const [event, about] = [parameters.get("event"), parameters.get("about")];
  const pane = parameters.get("view") as Pane | null;
  return {
    range: from !== null && to !== null && from <= to ? [from, to] : null,
    asOf: toDay(parameters.get("asof")),
    facets,
    text: parameters.get("text") ?? "",
    selection: event ? { kind: "event", id: event } : about ? { kind: "party", id: about } : null,
    pane: pane && PANES.includes(pane) ? pane : INITIAL.pane,
  };
}

function values(text: string | null): string[] {
  return [...new Set((text ?? "").split(SEPARATOR).filter((value) => value !== "").map(unescaped))].sort();
}

function escaped(value: string): string {
  return value.replaceAll("%", "%25").replaceAll(SEPARATOR, "%7C");
}

function unescaped(value: string): string {
  return value.replaceAll("%7C", SEPARATOR).replaceAll("%25", "%");
}

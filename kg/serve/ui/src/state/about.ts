/** What the selection is about: which events and which parties stand out in every view. */
import type { Item, Model } from "../story/model";
import type { Selection } from "./state";

/** A test for events, or null where nothing is selected. */
export function about(selection: Selection | null): ((item: Item) => boolean) | null {
  if (!selection) return null;
  const { kind, id } = selection;
  return kind === "event" ? (item) => item.event.id === id : (item) => item.parties.has(id);
}

/** The parties that stand out; null where nothing is selected. */
export function partiesOf(model: Model, selection: Selection | null): ReadonlySet<string> | null {
  if (!selection) return null;
  if (selection.kind === "party") return new Set([selection.id]);
  return model.byId.get(selection.id)?.parties ?? null;
}

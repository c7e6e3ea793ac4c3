/** The events shown as ties between parties: how many, of which family, whether any took place. */
import { type Family, family } from "../story/families";
import type { View } from "../state/view";

export interface Tie {
  events: number;
  /** Events that were neither cancelled nor denied. */
  real: number;
  families: Map<Family, number>;
}

export interface Ties {
  /** By `pairKey`. */
  pairs: ReadonlyMap<string, Tie>;
  /** Events that each party takes part in. */
  parties: ReadonlyMap<string, number>;
}

export function pairKey(a: string, b: string): string {
  return `${a}\n${b}`;
}

export function tiesOf(view: View): Ties {
  const pairs = new Map<string, Tie>();
  const parties = new Map<string, number>();
  for (const { item, fact } of view.shown) {
    for (const id of item.parties) parties.set(id, (parties.get(id) ?? 0) + 1);
    const of = family(item.event.type);
    for (const [a, b] of item.pairs) {
      const key = pairKey(a, b);
      const tie = pairs.get(key) ?? { events: 0, real: 0, families: new Map<Family, number>() };
      tie.events += 1;
      tie.real += fact.status === "cancelled" || fact.status === "denied" ? 0 : 1;
      tie.families.set(of, (tie.families.get(of) ?? 0) + 1);
      pairs.set(key, tie);
    }
  }
  return { pairs, parties };
}

/** The family of most of a tie's events. */
export function mainFamily(tie: Tie): Family {
  let best: [Family, number] = ["words", 0];
  for (const entry of tie.families) if (entry[1] > best[1]) best = entry;
  return best[0];
}

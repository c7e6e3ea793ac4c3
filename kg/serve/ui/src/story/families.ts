/** Types of action in families: a few colours tell more than two dozen. */

export const FAMILIES = {
  talks: ["meet", "call", "visit", "host", "invite", "attend"],
  cooperation: ["agree", "support", "cooperate", "aid"],
  words: ["announce", "request", "propose", "say"],
  dispute: ["accuse", "reject", "threaten", "protest"],
  force: ["sanction", "mobilize", "coerce", "attack", "retreat"],
  office: ["appoint"],
} as const;

export type Family = keyof typeof FAMILIES;

export const FAMILY_NAMES: Record<Family, string> = {
  talks: "Meetings, visits, calls",
  cooperation: "Agreement and help",
  words: "Announcements, requests",
  dispute: "Accusations, refusals, threats",
  force: "Sanctions and force",
  office: "Appointments",
};

const OF = new Map<string, Family>(
  (Object.entries(FAMILIES) as [Family, readonly string[]][]).flatMap(([family, types]) => types.map((type) => [type, family])),
);

export function family(type: string): Family {
  return OF.get(type) ?? "words";
}

/** Types in which both sides do the same: their participants are joined pair by pair (kg.model.SYMMETRIC). */
export const SYMMETRIC: ReadonlySet<string> = new Set(["meet", "call", "agree", "cooperate"]);

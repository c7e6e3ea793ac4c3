/** Names of countries by ISO code: the build's own where it has the country, else the browser's. */
import type { Model } from "../story/model";

export function countryNames(model: Model): (code: string) => string {
  const own = new Map<string, string>();
  for (const party of model.parties.values()) {
    if (party.kind === "country" && party.country) own.set(party.country, party.label);
  }
  const known = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });
  return (code) => own.get(code) ?? (/^[A-Z]{2}$/.test(code) ? (known.of(code) ?? code) : code);
}

/** A small story by hand: made-up people of made-up news. */
import { modelOf } from "../../src/story/model";
import type { Happening, Party, Report, Story } from "../../src/story/types";
import { INITIAL, type State } from "../../src/state/state";

export function party(id: string, label: string, changes: Partial<Party> = {}): Party {
  return { id, label, kind: "person", country: null, wikidata: null, x: 0, y: 0, community: 0, posts: [], ...changes };
}

export function report(document: string, quote: string, changes: Partial<Report> = {}): Report {
  return {
    document, start: 0, end: quote.length, quote, type: "visit", status: "happened", polarity: "positive", attributed_to: null, via: null,
    date_text: null, edtf: null, extractor: "syntax", rule: "visit-1", row: "", marks: [], ...changes,
  };
}

export function day(iso: string): NonNullable<Happening["date"]> {
  return { edtf: iso, earliest: iso, latest: iso, precision: "day" };
}

export function happening(id: string, changes: Partial<Happening> = {}): Happening {
  return {
    id, type: "visit", action: "visit", plover: "CONSULT", cameo: "042", actors: ["actor:ana"], targets: ["actor:peru"], place: null,
    date: day("2021-05-02"), status: "happened", confidence: 0.8, reports: [report("a", "Ana came to Lima.")],
    known: [{ day: "2021-05-03", status: "happened", date: day("2021-05-02") }], conflicts: [], links: [], reasons: [], ...changes,
  };
}

export const STORY: Story = {
  version: 1,
  parties: [
    party("actor:ana", "Ana Šimić", { country: "HR" }),
    party("actor:bo", "Bo Lindqvist", { country: "SE" }),
    party("actor:peru", "Peru", { kind: "country", country: "PE" }),
    party("place:lima", "Lima", { kind: "place", country: "PE", x: null, y: null, community: null }),
  ],
  documents: [
    { id: "a", length: 100, published: "2021-05-03", title: "A visit", url: "https://news.example/a", outlet: "Andes Wire", language: "en" },
    { id: "b", length: 100, published: "2021-04-01", title: null, url: null, outlet: "Nordic Post", language: null },
  ],
  events: [
    happening("visit", {
      place: "place:lima",
      reports: [report("b", "Ana will come.", { status: "planned" }), report("a", "Ana came to Lima.")],
      known: [{ day: "2021-04-01", status: "planned", date: null }, { day: "2021-05-03", status: "happened", date: day("2021-05-02") }],
    }),
    happening("meeting", {
      type: "meet", action: "meet", actors: ["actor:ana", "actor:bo"], targets: [], status: "cancelled",
      date: { edtf: "2021-06", earliest: "2021-06-01", latest: "2021-06-30", precision: "month" },
      known: [{ day: "2021-05-03", status: "cancelled", date: day("2021-06-01") }],
    }),
    happening("open", {
      type: "agree", action: "agree", actors: ["actor:bo", "actor:peru"], targets: [],
      date: { edtf: "2021-09/..", earliest: "2021-09-01", latest: null, precision: "interval" }, known: [{ day: "2021-05-03", status: "happened", date: null }],
    }),
    happening("undated", { type: "accuse", action: "accuse", actors: ["actor:bo"], date: null, known: [] }),
  ],
};

export const MODEL = modelOf(STORY);

export function state(changes: Partial<State>): State {
  return { ...INITIAL, ...changes };
}

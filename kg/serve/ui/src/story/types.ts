/** The story of a build as kg/export/story.py writes it: names and meanings are the same there. */

export const VERSION = 1;

export const STATUSES = ["happened", "ongoing", "planned", "proposed", "cancelled", "denied", "unknown"] as const;
export type Status = (typeof STATUSES)[number];
export type Kind = "person" | "country" | "organisation" | "place" | "group";
export type Role = "actor" | "action" | "target" | "date" | "place";

/** An office held; an unknown or open end is null. Days are YYYY-MM-DD. */
export interface Post {
  name: string;
  title: string;
  start: string | null;
  end: string | null;
}

export interface Party {
  id: string;
  label: string;
  kind: Kind;
  country: string | null;
  wikidata: string | null;
  x: number | null;
  y: number | null;
  community: number | null;
  posts: Post[];
}

export interface When {
  edtf: string;
  earliest: string | null;
  latest: string | null;
  precision: string;
}

/** What the reports up to the end of a day leave of an event. */
export interface Known {
  day: string;
  status: Status;
  date: When | null;
}

/** Words that tell one part of an event, by code points of the document. */
export interface Mark {
  start: number;
  end: number;
  role: Role;
  label: string;
}

export interface Report {
  document: string;
  start: number;
  end: number;
  quote: string;
  type: string;
  status: Status;
  polarity: string;
  attributed_to: string | null;
  via: string | null;
  date_text: string | null;
  edtf: string | null;
  extractor: string;
  rule: string;
  row: string;
  marks: Mark[];
}

/** Why two reports, by their position, are held to be of one event. */
export interface Reason {
  reports: [number, number];
  score: number;
  terms: Record<string, number>;
}

export interface Happening {
  id: string;
  type: string;
  action: string;
  plover: string;
  cameo: string;
  actors: string[];
  targets: string[];
  place: string | null;
  date: When | null;
  status: Status;
  confidence: number;
  reports: Report[];
  known: Known[];
  conflicts: When[];
  links: { kind: string; event: string }[];
  reasons: Reason[];
}

export interface Source {
  id: string;
  length: number;
  published: string | null;
  title: string | null;
  url: string | null;
  outlet: string | null;
  language: string | null;
}

export interface Story {
  version: number;
  parties: Party[];
  events: Happening[];
  documents: Source[];
}

/** Days as whole numbers since 1 January 1970, and as people read them. */
import type { When } from "./types";

export type Day = number;

const MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SEASONS = ["spring", "summer", "autumn", "winter"];

/** The day of an ISO string (YYYY-MM-DD); null if it is none. */
export function toDay(iso: string | null | undefined): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso ?? "");
  if (!match) return null;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3])); // Date.UTC takes 0–99 for 1900–1999
  const day = date.getTime() / MS;
  return toIso(day) === iso ? day : null;
}

export function toIso(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

export function toDate(day: Day): Date {
  return new Date(day * MS);
}

export function fromDate(date: Date): Day {
  return date.getTime() / MS;
}

/** "14 Nov 2022". */
export function readableDay(day: Day): string {
  return readableIso(toIso(day));
}

/** A date as people write it: "13–14 Nov 2022", "about Mar 2023", "spring 2023", "from Sep 2021"; "no date" for none. */
export function readable(when: When | null): string {
  if (!when) return "no date";
  const [first = "", last] = when.edtf.split("/");
  if (last === undefined) return point(first) ?? when.edtf;
  if (first === "" || first === "..") return `until ${point(last) ?? last}`;
  if (last === "" || last === "..") return `from ${point(first) ?? first}`;
  return shortened(first, last) ?? `${point(first) ?? first} – ${point(last) ?? last}`;
}

/** An interval of whole days or months with what repeats left out. */
function shortened(first: string, last: string): string | null {
  const whole = /^\d{4}-\d\d-\d\d$/;
  if (whole.test(first) && whole.test(last) && first.slice(0, 4) === last.slice(0, 4)) {
    if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${readableIso(last)}`;
    return `${readableIso(first).slice(0, -5)} – ${readableIso(last)}`;
  }
  return null;
}

function point(edtf: string): string | null {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?(?:T[^~?%]*)?([~?%])?$/.exec(edtf);
  if (!match) return null;
  const [, year = "", month, day, mark] = match;
  const words = year.includes("X") ? century(year) : `${parts(month, day)}${Number(year)}`;
  const doubt = { "~": "about ", "?": "perhaps ", "%": "perhaps about " }[mark ?? ""] ?? "";
  return doubt + words;
}

function parts(month: string | undefined, day: string | undefined): string {
  if (!month) return "";
  const number = Number(month);
  const name = number > 20 ? SEASONS[number - 21] : MONTHS[number - 1];
  return `${day ? `${Number(day)} ` : ""}${name ?? month} `;
}

function century(year: string): string {
  return year.endsWith("XX") ? `${year.slice(0, 2)}00 to ${year.slice(0, 2)}99` : `${year.slice(0, 3)}0s`;
}

function readableIso(iso: string): string {
  return point(iso) ?? iso;
}

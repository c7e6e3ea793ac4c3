/** Where the story comes from: the page itself (a file made by `kg export`), or the server that the page came from. */
import { type Story, VERSION } from "./types";

/** Whether a server stands behind the page, which can be asked in SPARQL. */
export function served(): boolean {
  return document.getElementById("story") === null;
}

/** The story; throws an Error whose message can be shown. */
export async function load(): Promise<Story> {
  const inside = document.getElementById("story");
  const story = inside ? (JSON.parse(inside.textContent) as Story) : await fetched();
  if (story.version !== VERSION) throw new Error("This page and its data are of different versions of kg.");
  return story;
}

async function fetched(): Promise<Story> {
  const answer = await fetch("api/story", { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`The server answered ${answer.status} when asked for the events.`);
  return (await answer.json()) as Story;
}

/** One question to /sparql, by the SPARQL 1.1 Protocol (query via POST directly). */
export interface Answer {
  text: string;
  media: string;
  /** What is wrong with the query or the server, where there is no answer. */
  problem?: string;
}

const TYPES = "application/sparql-results+json, text/turtle;q=0.9";

export async function ask(query: string, accept = TYPES): Promise<Answer> {
  try {
    const answer = await fetch("sparql", { method: "POST", body: query, headers: { "Content-Type": "application/sparql-query", Accept: accept } });
    const [text, media] = [await answer.text(), answer.headers.get("Content-Type") ?? ""];
    return answer.ok ? { text, media } : { text, media, problem: text.trim() || `The server answered ${answer.status}.` };
  } catch {
    return { text: "", media: "", problem: "The server does not answer; is kg serve still running?" };
  }
}

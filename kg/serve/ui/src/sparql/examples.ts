/** The named queries of ontology/queries, as they stand there; the server knows their prefixes. */
export interface Example {
  name: string;
  title: string;
  query: string;
}

const FILES = import.meta.glob<string>("../../../../../ontology/queries/*.rq", { query: "?raw", import: "default", eager: true });

export const EXAMPLES: readonly Example[] = Object.entries(FILES)
  .map(([path, query]) => ({
    name: /([^/]+)\.rq$/.exec(path)?.[1] ?? path,
    title: /^# title: (.*)$/m.exec(query)?.[1] ?? path,
    query,
  }))
  .sort((a, b) => (a.title < b.title ? -1 : 1));

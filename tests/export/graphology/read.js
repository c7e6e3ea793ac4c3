// Reads a GEXF file as Gephi Lite does and prints what it found as one line of JSON.

import { readFileSync } from "node:fs";
import Graph from "graphology";
import { parse } from "graphology-gexf";

const graph = parse(Graph, readFileSync(process.argv[2], "utf8"));
console.log(
  JSON.stringify({
    type: graph.type,
    multi: graph.multi,
    nodes: Object.fromEntries(graph.mapNodes((name, attributes) => [name, attributes])),
    edges: graph.mapEdges((name, attributes, source, target) => ({ name, source, target, ...attributes })),
  }),
);

// Reads one diagram, as a JSON string, from each line of the input; answers each with one line of JSON: what mermaid read, or
// why it could not. It is started in the folder that holds `node_modules`.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { JSDOM } = createRequire(`${process.cwd()}/`)("jsdom");
// Mermaid cleans every label with DOMPurify, which needs a page to work in.
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(
  pathToFileURL(resolve("node_modules/mermaid/dist/mermaid.core.mjs"))
);
mermaid.initialize({ startOnLoad: false });

async function read(text) {
  try {
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    const nodes = db.getVertices ? [...db.getVertices().values()] : [];
    const edges = db.getVertices ? db.getEdges() : [];
    return {
      type,
      nodes: nodes.map((each) => [each.id, each.text]),
      edges: edges.map((each) => [each.start, each.end, each.text]),
      error: "",
    };
  } catch (error) {
    return { type: "", nodes: [], edges: [], error: String(error.message) || "no reason given" };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await read(JSON.parse(line)))}\n`);
}

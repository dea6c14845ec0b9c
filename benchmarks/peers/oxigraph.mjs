// Serves Oxigraph (in memory) as a SPARQL endpoint: node oxigraph.mjs TRIPLES.nt PORT. Needs `npm install oxigraph` in the working directory.
import { createServer } from "node:http";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const oxigraph = createRequire(process.cwd() + "/")("oxigraph");
const [file, port] = process.argv.slice(2);
const store = new oxigraph.Store();
const begin = performance.now();

let lines = [];
const load = () => {
  store.load(lines.join("\n"), { format: "application/n-triples", lenient: true, no_transaction: true });
  lines = [];
};
for await (const line of createInterface({ input: createReadStream(file) })) {
  lines.push(line);
  if (lines.length === 50_000) load();
}
load();
console.error(`${store.size} triples loaded in ${((performance.now() - begin) / 1000).toFixed(1)} s`);

createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  try {
    const query = new URLSearchParams(body).get("query");
    const rdf = /^\s*(construct|describe)/im.test(query.replace(/#.*$/gm, ""));
    const answer = store.query(query, { results_format: rdf ? "application/n-triples" : "text/csv" });
    response.writeHead(200, { "Content-Type": rdf ? "application/n-triples" : "text/csv" }).end(answer);
  } catch (e) {
    response.writeHead(400, { "Content-Type": "text/plain" }).end(String(e));
  }
}).listen(Number(port), "127.0.0.1", function () {
  console.log(`http://127.0.0.1:${this.address().port}/`);
});

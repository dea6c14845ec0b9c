// Sends queries to the endpoint and reads the results.

/** @typedef {{type: "uri"|"literal"|"bnode", value: string, datatype?: string, lang?: string}} Term */
/**
 * @typedef {object} Answer
 * @property {string[]} columns
 * @property {(Term|undefined)[][]} rows
 * @property {boolean} graph true if the rows are triples
 * @property {boolean} [truth] the result of an ASK
 */

const ENDPOINT = "/news/sparql";
const MAX_LENGTH = 20e6;
const TABLE = "application/sparql-results+json";
const GRAPH = "application/rdf+json";

export class Failure extends Error {}

function post(query, accept, signal) {
  return fetch(ENDPOINT, {
    method: "POST",
    body: query,
    headers: { "Content-Type": "application/sparql-query; charset=utf-8", Accept: accept },
    signal,
  });
}

async function text(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const parts = [];
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return parts.join("");
    parts.push(value);
    bytes += value.length;
    if (bytes > MAX_LENGTH) {
      await reader.cancel();
      throw new Failure("The result is too large to display. Add a LIMIT, or download it.");
    }
  }
}

/**
 * Checks a query with the server's parser. Returns the first error, or null.
 *
 * @param {string} query
 * @returns {Promise<{line: number, column: number, message: string}|null>} line and column from 1
 */
export async function check(query) {
  const response = await fetch("/query/check", { method: "POST", body: query });
  if (!response.ok) throw new Failure(await response.text());
  const answer = await response.json();
  return answer.line ? answer : null;
}

/**
 * Runs a query.
 *
 * @param {string} query
 * @param {AbortSignal} [signal]
 * @returns {Promise<Answer>}
 * @throws {Failure} with the server's message
 */
export async function ask(query, signal) {
  const response = await post(query, `${TABLE}, ${GRAPH};q=0.9`, signal);
  if (!response.ok) throw new Failure(await text(response));
  const json = JSON.parse(await text(response));
  if (response.headers.get("Content-Type")?.startsWith(GRAPH)) return { ...triples(json), graph: true };
  if ("boolean" in json) return { columns: [], rows: [], graph: false, truth: json.boolean };
  const columns = json.head.vars;
  return { columns, rows: json.results.bindings.map((row) => columns.map((name) => row[name])), graph: false };
}

function triples(json) {
  const node = (name) => ({ type: name.startsWith("_:") ? "bnode" : "uri", value: name });
  const rows = Object.entries(json).flatMap(([subject, properties]) =>
    Object.entries(properties).flatMap(([property, objects]) =>
      objects.map((object) => [node(subject), node(property), object])));
  return { columns: ["subject", "predicate", "object"], rows };
}

/** Runs a query and saves the result in a file of another format. */
export async function download(query, accept, name) {
  const response = await post(query, accept);
  if (!response.ok) throw new Failure(await response.text());
  save(await response.blob(), name);
}

/** Saves data as a file, by the browser's download. */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Shows a result as a graph: the triples of a CONSTRUCT, or rows with the columns ?source and ?target.
import { h } from "./dom.js";
import { Network } from "./network.js";
import { legend } from "./network-legend.js";
import { short } from "./result-table.js";

const MAX_ROWS = 3000;
const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const CONTENT = "#content";

const ends = ({ columns, graph: isGraph }) => (isGraph ? { source: 0, target: 2, kind: 1 }
  : { source: columns.indexOf("source"), target: columns.indexOf("target"), kind: columns.indexOf("kind") });

export function hasGraph(answer) {
  const { source, target } = ends(answer);
  return source >= 0 && target >= 0 && answer.rows.length > 0;
}

/**
 * @param {import("./sparql.js").Answer} answer
 * @param {{base: string, prefixes: Record<string, string>}} context
 */
export function graph(answer, context) {
  const { source, target, kind } = ends(answer);
  const nodes = new Map();
  const links = [];
  const node = (term) => {
    if (!nodes.has(term.value)) {
      const name = term.type === "uri" ? short(term.value, context.prefixes, context.base) : term.value;
      nodes.set(term.value, { id: term.value, name, kind: "Other" });
    }
    return nodes.get(term.value);
  };
  for (const row of answer.rows.slice(0, MAX_ROWS)) {
    if (!row[source] || !row[target]) continue;
    const property = kind >= 0 ? row[kind]?.value ?? "" : "";
    if (answer.graph && property === TYPE) node(row[source]).kind = row[target].value.replace(/.*[#/]/, "");
    else if (answer.graph && (property === LABEL || property.endsWith(CONTENT))) node(row[source]).name = row[target].value;
    else links.push({ source: node(row[source]), target: node(row[target]), kind: property.replace(/.*[#/]/, ""), count: 1 });
  }
  const canvas = h("canvas", { class: "network", tabindex: "0", role: "img",
    "aria-label": `Graph of ${nodes.size} nodes and ${links.length} links; the table contains the same data` });
  const network = new Network(canvas, { opened: ({ id }) => { if (id.startsWith(context.base)) location.href = "/" + id.slice(context.base.length); } });
  // The canvas has a size only after it has been added to the page.
  requestAnimationFrame(() => network.show([...nodes.values()], links));
  return h("div", { class: "network-frame" }, canvas, legend([...nodes.values()], []),
    answer.rows.length > MAX_ROWS ? h("p", { class: "quiet small" }, `The first ${MAX_ROWS.toLocaleString("en")} rows.`) : null);
}

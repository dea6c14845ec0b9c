// The legend of a graph: the meaning of its shapes and lines.
import { h, s } from "./dom.js";
import { nodeKind, shapePath } from "./network-paint.js";

export const KINDS = { Person: "Person", Organisation: "Organisation", Place: "Place", Other: "Other" };
export const RELATIONS = { said: "spoke about", mentioned: "mentioned with", role: "has a role in" };

/** Returns a legend with the kinds of nodes and links that occur. */
export function legend(nodes, links) {
  const kinds = new Set(nodes.map((it) => nodeKind(it.kind)));
  const relations = new Set(links.map((it) => it.kind));
  const sign = (content) => s("svg", { viewBox: "-12 -9 24 18", width: 24, height: 18, "aria-hidden": "true" }, content);
  return h("ul", { class: "legend", "aria-label": "Legend" },
    Object.entries(KINDS).filter(([kind]) => kinds.has(kind)).map(([kind, name]) => h("li", {},
      sign(s("path", { d: shapePath({ kind, x: 0, y: 0, degree: 1 }), class: `node ${kind}` })), name)),
    Object.entries(RELATIONS).filter(([kind]) => relations.has(kind)).map(([kind, name]) => h("li", {},
      sign(s("path", { d: "M-11 0h22", class: `link ${kind}` })), name)));
}

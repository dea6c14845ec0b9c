// Writes a graph to a file: a picture, or GEXF for Gephi.
import { bounds } from "./network.js";
import { clip, linkKind, nodeKind, paint, radius, shapePath } from "./network-paint.js";

const MARGIN = 60;
const MAX_PIXELS = 4000;

const escape = (text) => text
  // Characters that XML does not allow, even escaped.
  .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
  .replace(/[&<>"]/g, (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[it]);

/** Returns the graph as SVG, with all names. */
export function svg({ nodes, links, palette }) {
  const box = bounds(nodes);
  const [x, y, width, height] = [box.x - MARGIN, box.y - MARGIN, box.width + 4 * MARGIN, box.height + 2 * MARGIN].map(Math.round);
  const point = (it) => `${it.x.toFixed(1)} ${it.y.toFixed(1)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" font-family="sans-serif" font-size="11">
<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${palette.paper}"/>
${links.map((it) => `<path d="M${point(it.source)}L${point(it.target)}" stroke="${palette.links[linkKind(it.kind)]}" opacity=".6"/>`).join("\n")}
${nodes.map((it) => `<path d="${shapePath(it)}" fill="${palette.nodes[nodeKind(it.kind)]}"><title>${escape(it.name)}</title></path>`).join("\n")}
${nodes.map((it) => `<text x="${(it.x + radius(it) + 4).toFixed(1)}" y="${(it.y + 4).toFixed(1)}" fill="${palette.ink}">${escape(clip(it.name, 60))}</text>`).join("\n")}
</svg>
`;
}

/** Returns the complete graph as PNG, independent of the visible part. */
export function png(network) {
  const box = bounds(network.nodes);
  const scale = Math.min(2, MAX_PIXELS / (box.width + 4 * MARGIN), MAX_PIXELS / (box.height + 2 * MARGIN));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, (box.width + 4 * MARGIN) * scale);
  canvas.height = Math.max(1, (box.height + 2 * MARGIN) * scale);
  const view = { scale, x: (MARGIN - box.x) * scale, y: (MARGIN - box.y) * scale };
  paint(canvas.getContext("2d"), { nodes: network.nodes, links: network.links, palette: network.palette, view,
    selected: null, hovered: null, canvas: { clientWidth: canvas.width, clientHeight: canvas.height } }, 1);
  const under = canvas.getContext("2d");
  under.setTransform(1, 0, 0, 1, 0, 0);
  under.globalCompositeOperation = "destination-over";
  under.fillStyle = network.palette.paper;
  under.fillRect(0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
}

/** Returns the graph as GEXF 1.3, with the positions of the nodes. */
export function gexf({ nodes, links }) {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed">
<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>
<nodes>
${nodes.map((it) => `<node id="${escape(it.id)}" label="${escape(it.name)}"><attvalues><attvalue for="kind" value="${escape(it.kind)}"/></attvalues>`
    + `<viz:position x="${it.x.toFixed(1)}" y="${(-it.y).toFixed(1)}" z="0"/></node>`).join("\n")}
</nodes>
<edges>
${links.map((it, i) => `<edge id="${i}" source="${escape(it.source.id)}" target="${escape(it.target.id)}" kind="${escape(it.kind)}" weight="${it.count}"`
    + `${it.kind === "mentioned" ? ' type="undirected"' : ""}${it.words ? ` label="${escape(it.words)}"` : ""}/>`).join("\n")}
</edges>
</graph>
</gexf>
`;
}

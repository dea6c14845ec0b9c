// The network: starts with one entity, expands its neighbours, and stores the state in the address.
import { address, h } from "./dom.js";
import { Network } from "./network.js";
import { legend, RELATIONS } from "./network-legend.js";
import { gexf, png, svg } from "./network-save.js";
import { save } from "./sparql.js";

/** @typedef {import("./network.js").GraphNode} GraphNode */
/** @typedef {{source: string, target: string, kind: string, count: number, words: string}} Link */

const MAX_ADDRESS_LENGTH = 6000;
const MAX_ROWS = 300;
const LIMIT = 30;

const find = (id) => document.getElementById(id);
const place = find("graph");
const { entity: start, base } = place.dataset;
const told = find("told");
const boxes = [...place.querySelectorAll("[name=kind]")];
const given = new URLSearchParams(location.search);

/** @type {Map<string, GraphNode>} */ const nodes = new Map();
/** @type {Map<string, Link>} */ const links = new Map();
const unfolded = new Set();
const out = new Set(given.getAll("out").map(absolute));
const limit = Number(given.get("limit")) || LIMIT;
let allRows = false;

/** Shortens an IRI for the address, by the start that all IRIs of entities share. */
function relative(iri) { return iri.startsWith(base + "entity/") ? iri.slice(base.length + 7) : iri; }
function absolute(name) { return /^https?:/.test(name) ? name : base + "entity/" + name; }

const network = new Network(place.querySelector("canvas"), { opened: (it) => unfold(it.id), selected: choose, moved: remember });
const kinds = () => boxes.filter((it) => it.checked).map((it) => it.value);

async function fetchAround(id) {
  const response = await fetch(`/api/graph?${new URLSearchParams({ entity: id, limit })}`);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Loads and adds the neighbours of entities. */
async function add(ids) {
  for (const found of await Promise.all(ids.map(fetchAround))) {
    unfolded.add(found.nodes[0].id);
    for (const node of found.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
    for (const link of found.links) {
      const ends = [link.source, link.target];
      // "Mentioned with" has no direction.
      links.set([link.kind, ...(link.kind === "mentioned" ? ends.sort() : ends)].join(" "), link);
    }
  }
}

async function unfold(id) {
  told.textContent = "Loading …";
  try {
    const before = nodes.size;
    await add([id]);
    draw();
    told.textContent = nodes.size === before ? `${nodes.get(id).name} has no more links.`
      : `${nodes.get(id).name}: ${nodes.size - before} more; ${network.nodes.length} shown.`;
  } catch (failure) {
    told.textContent = failure.message;
  }
  choose(network.selected);
}

/** Shows the loaded nodes and links of the selected kinds. */
function draw() {
  const wanted = new Set(kinds());
  const seen = [...links.values()].filter((it) => wanted.has(it.kind) && !out.has(it.source) && !out.has(it.target));
  const linked = new Set([start, ...unfolded, ...seen.flatMap((it) => [it.source, it.target])]);
  const shown = [...nodes.values()].filter((it) => linked.has(it.id) && !out.has(it.id));
  network.show(shown, seen);
  find("legend").replaceChildren(legend(shown, seen));
  find("names").replaceChildren(...shown.slice(0, 2000).map((it) => h("option", { value: it.name })));
  table([...seen].sort((a, b) => b.count - a.count));
  remember();
}

function table(seen) {
  const rows = allRows ? seen : seen.slice(0, MAX_ROWS);
  const cell = (id) => h("td", {}, h("a", { href: address(id, base) }, nodes.get(id).name));
  const words = (it) => (it.kind === "role" && it.words ? `${it.words} of` : it.kind === "mentioned" ? "mentioned with" : RELATIONS[it.kind]);
  find("links").tBodies[0].replaceChildren(...rows.map((it) => h("tr", {},
    cell(it.source), h("td", {}, words(it)), cell(it.target), h("td", { class: "num" }, it.count.toLocaleString("en")))),
  ...(rows.length < seen.length ? [h("tr", {}, h("td", { colspan: 4 },
    h("button", { type: "button", click: () => { allRows = true; table(seen); } }, `Show all ${seen.length.toLocaleString("en")} links`)))] : []));
}

/** Shows the selected node and its actions. */
function choose(/** @type {GraphNode|null} */ node) {
  if (!node) {
    find("chosen").replaceChildren(h("h2", { id: "chosen-name" }, "Nothing selected"),
      h("p", { class: "quiet small" }, "Click a node in the network, or move to it with the arrow keys."));
    return;
  }
  const act = (text, click, off = false) => h("button", { type: "button", disabled: off, click }, text);
  find("chosen").replaceChildren(
    h("p", { class: "kicker" }, node.kind),
    h("h2", { id: "chosen-name" }, h("a", { href: address(node.id, base) }, node.name)),
    h("p", { class: "quiet small" }, `${node.degree} ${node.degree === 1 ? "link" : "links"} shown`),
    h("div", { class: "actions" },
      act("Expand", () => unfold(node.id), unfolded.has(node.id)),
      act(node.fx == null ? "Pin" : "Unpin", () => { network.pin(node); choose(node); }),
      act("Hide", () => { out.add(node.id); network.select(null); draw(); }, node.id === start),
      h("a", { class: "button", href: `/graph-view?entity=${encodeURIComponent(relative(node.id))}` }, "Centre on this")));
}

/** Updates the address, so that it opens the same state elsewhere. */
function remember() {
  const state = new URLSearchParams({ entity: relative(start) });
  for (const id of unfolded) if (id !== start) state.append("unfold", relative(id));
  for (const id of out) state.append("out", relative(id));
  if (kinds().length < boxes.length) state.set("kinds", kinds().join(","));
  if (limit !== LIMIT) state.set("limit", limit);
  for (const it of network.nodes) if (it.fx != null) state.append("pin", `${Math.round(it.fx)},${Math.round(it.fy)},${relative(it.id)}`);
  const target = `/graph-view?${state}`;
  if (target.length < MAX_ADDRESS_LENGTH && target !== location.pathname + location.search) history.replaceState(null, "", target);
}

const file = `${relative(start).replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}-network`;
const keep = (text, click) => h("button", { type: "button", click }, text);
find("keep").append(
  keep("SVG", () => save(new Blob([svg(network)], { type: "image/svg+xml" }), `${file}.svg`)),
  keep("PNG", async () => save(await png(network), `${file}.png`)),
  keep("GEXF", () => save(new Blob([gexf(network)], { type: "application/xml" }), `${file}.gexf`)),
  keep("Copy link", async () => {
    remember();
    told.textContent = await navigator.clipboard.writeText(location.href)
      .then(() => "Link copied.", () => "Copy the link from the address bar.");
  }));
const button = (text, label, click) => h("button", { type: "button", title: label, "aria-label": label, click }, text);
place.querySelector(".zoom").append(button("+", "Zoom in", () => network.zoom(1.3)), button("−", "Zoom out", () => network.zoom(1 / 1.3)),
  button("⤢", "Show all", () => { network.touched = false; network.fit(); network.draw(); }));
find("find").addEventListener("change", (event) => {
  const words = event.target.value.trim().toLowerCase();
  const found = words && (network.nodes.find((it) => it.name.toLowerCase() === words) ?? network.nodes.find((it) => it.name.toLowerCase().includes(words)));
  if (found) network.select(found, true);
  told.textContent = found || !words ? "" : "No node has this name.";
});
for (const box of boxes) {
  if (given.has("kinds")) box.checked = given.get("kinds").split(",").includes(box.value);
  box.addEventListener("change", draw);
}

place.hidden = false;
choose(null);
try {
  await add([...new Set([start, ...given.getAll("unfold").map(absolute)])]);
  for (const pin of given.getAll("pin")) {
    const [x, y, ...name] = pin.split(",");
    const node = nodes.get(absolute(name.join(",")));
    if (node) Object.assign(node, { x: Number(x), y: Number(y), fx: Number(x), fy: Number(y) });
  }
  draw();
  if (nodes.size === 1) told.textContent = "This entry has no links.";
} catch (failure) {
  told.textContent = failure.message;
}
// Used by the tests and for debugging.
globalThis.network = network;

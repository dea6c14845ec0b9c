// The query page: an editor, and the result as a table, a chart, a map or a graph.
import { h } from "./dom.js";
import { editor } from "./sparql-editor.js";
import { ask, check, download, Failure } from "./sparql.js";
import { chart, hasChart } from "./result-chart.js";
import { graph, hasGraph } from "./result-graph.js";
import { hasMap, map } from "./result-map.js";
import { table } from "./result-table.js";

const MAX_LINK_LENGTH = 6000;
const VIEWS = [
  { name: "Table", fits: (answer) => answer.truth === undefined, make: table },
  { name: "Chart", fits: hasChart, make: chart },
  { name: "Map", fits: hasMap, make: map },
  { name: "Graph", fits: hasGraph, make: graph },
];
const FORMS = {
  table: [["CSV", "text/csv", "csv"], ["JSON", "application/sparql-results+json", "json"]],
  graph: [["Turtle", "text/turtle", "ttl"], ["JSON-LD", "application/ld+json", "jsonld"]],
};

const find = (id) => document.getElementById(id);
const [form, area, told, place, stop] = ["ask", "sparql", "told", "answer", "stop"].map(find);
const vocabulary = await fetch("/query/terms.json").then((it) => it.json());
const context = { base: document.querySelector("[data-base]").dataset.base, prefixes: vocabulary.prefixes };
const view = editor(area, vocabulary, () => form.requestSubmit());
const given = { example: new URLSearchParams(location.search).get("example"), query: area.value };
let running = null;

/** Returns an address that opens the query; empty if the query is too long. */
function link() {
  const query = area.value;
  const parameters = given.example && query === given.query ? { example: given.example } : { query };
  const address = `/query?${new URLSearchParams(parameters)}`;
  return address.length > MAX_LINK_LENGTH ? "" : address;
}

async function run() {
  running?.abort();
  const mine = running = new AbortController();
  const query = area.value;
  history.replaceState(null, "", link() || "/query");
  told.textContent = "Running …";
  told.className = "quiet";
  stop.hidden = false;
  const begin = performance.now();
  const answer = await checked(query, mine.signal).catch((failure) => failure);
  if (mine !== running) return;
  stop.hidden = true;
  if (answer instanceof Error) {
    place.hidden = true;
    told.className = "note bad";
    told.textContent = answer instanceof Failure ? answer.message.trim()
      : answer.name === "AbortError" ? "Stopped." : "Cannot reach the server.";
    return;
  }
  show(answer, query);
  told.textContent = `${summary(answer)}, ${((performance.now() - begin) / 1000).toFixed(2)} s`;
}

/** Runs a query after checking it. An error has its position and message. */
async function checked(query, signal) {
  const fault = await check(query);
  if (fault) throw new Failure(`Line ${fault.line}, column ${fault.column}: ${fault.message}`);
  return ask(query, signal);
}

function summary({ truth, rows, graph: isGraph }) {
  if (truth !== undefined) return truth ? "Yes" : "No";
  const [one, many] = isGraph ? ["triple", "triples"] : ["row", "rows"];
  return rows.length === 0 ? "No results" : `${rows.length.toLocaleString("en")} ${rows.length === 1 ? one : many}`;
}

function show(answer, query) {
  place.hidden = !answer.rows.length;
  if (place.hidden) return;
  const panel = h("div", { id: "panel", role: "tabpanel", tabindex: "0" });
  const views = VIEWS.filter((it) => it.fits(answer));
  const tabs = views.map((it, i) => h("button", {
    type: "button", role: "tab", "aria-controls": "panel", id: `tab-${i}`, click: () => choose(i), keydown: (event) => step(event, i),
  }, it.name));

  function choose(i) {
    tabs.forEach((tab, j) => {
      tab.setAttribute("aria-selected", String(i === j));
      tab.tabIndex = i === j ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `tab-${i}`);
    panel.replaceChildren(views[i].make(answer, context));
  }

  function step(event, i) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    const next = (i + way + views.length) % views.length;
    choose(next);
    tabs[next].focus();
  }

  const saves = FORMS[answer.graph ? "graph" : "table"].map(([name, type, ending]) => h("button", {
    type: "button", click: () => download(query, type, `newsgraph.${ending}`).catch((it) => { told.textContent = it.message; }),
  }, name));
  place.replaceChildren(
    h("div", { class: "actions answer-bar" }, h("div", { role: "tablist", "aria-label": "View", class: "tabs" }, tabs),
      h("div", { class: "actions", role: "group", "aria-label": "Download" }, h("span", { class: "quiet small" }, "Download"), saves)),
    panel);
  // The result of a CONSTRUCT opens as a graph.
  choose(answer.graph && views.some((it) => it.name === "Graph") ? views.findIndex((it) => it.name === "Graph") : 0);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
stop.addEventListener("click", () => running?.abort());
find("share").addEventListener("click", async () => {
  const address = link();
  if (!address) {
    told.textContent = "This query is too long for a link; save it as a file instead.";
    return;
  }
  history.replaceState(null, "", address);
  try {
    await navigator.clipboard.writeText(location.href);
    told.textContent = "Link copied.";
  } catch {
    told.textContent = "Copy the link from the address bar.";
  }
});
if ("run" in form.dataset) run();
else view.focus();

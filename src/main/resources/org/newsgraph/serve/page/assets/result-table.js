// Shows a result as a table: sortable by its headers, in pages, with links to the pages of entities and articles.
import { address, h } from "./dom.js";

const PAGE_SIZE = 200;
const MAX_LENGTH = 400;
const NUMBER = /#(integer|decimal|double|float|int|long|nonNegativeInteger)$/;

/** @typedef {import("./sparql.js").Term} Term */

export const isNumber = (/** @type {Term|undefined} */ term) => NUMBER.test(term?.datatype ?? "");

/** Returns a short name for an IRI. */
export function short(iri, prefixes, base) {
  if (iri.startsWith(base)) {
    try {
      return decodeURIComponent(iri.slice(base.length).replace(/^entity\//, "")).replaceAll("_", " ");
    } catch {
      return iri.slice(base.length);
    }
  }
  for (const [prefix, start] of Object.entries(prefixes)) {
    if (iri.startsWith(start) && iri.length > start.length) return `${prefix}:${iri.slice(start.length)}`;
  }
  return iri;
}

function cell(term, context) {
  if (!term) return h("td", {});
  if (term.type === "uri") {
    const target = address(term.value, context.base);
    const name = short(term.value, context.prefixes, context.base);
    return h("td", {}, target ? h("a", { href: target, title: term.value }, name) : name);
  }
  const text = term.value.length > MAX_LENGTH ? folded(term.value) : term.value;
  return h("td", { class: isNumber(term) ? "num" : null, dir: isNumber(term) ? null : "auto", lang: term.lang }, text);
}

/** Returns the start of a long text, with a button that shows the rest. */
function folded(text) {
  const span = h("span", {}, text.slice(0, MAX_LENGTH) + "… ");
  const more = h("button", { type: "button", class: "more", click: () => span.replaceChildren(text) }, "Show all");
  span.append(more);
  return span;
}

function compare(a, b) {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return isNumber(a) && isNumber(b) ? Number(a.value) - Number(b.value)
    : a.value.localeCompare(b.value, "en", { numeric: true });
}

/**
 * @param {import("./sparql.js").Answer} answer
 * @param {{base: string, prefixes: Record<string, string>}} context
 */
export function table(answer, context) {
  let rows = answer.rows;
  let shown = PAGE_SIZE;
  let order = { column: -1, down: false };
  const body = h("tbody");
  const heads = answer.columns.map((name, i) => h("th", { scope: "col", class: answer.rows.some((row) => isNumber(row[i])) ? "num" : null },
    h("button", { type: "button", class: "sort", click: () => sort(i) }, name)));
  const more = h("button", { type: "button", click: () => { shown += 5 * PAGE_SIZE; draw(); } });

  function sort(column) {
    order = { column, down: order.column === column && !order.down };
    const sign = order.down ? -1 : 1;
    rows = [...answer.rows].sort((a, b) => sign * compare(a[column], b[column]));
    heads.forEach((head, i) => (i === column
      ? head.setAttribute("aria-sort", order.down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    draw();
  }

  function draw() {
    body.replaceChildren(...rows.slice(0, shown).map((row) => h("tr", {}, row.map((it) => cell(it, context)))));
    more.textContent = `Show more of ${rows.length.toLocaleString("en")} rows`;
    more.hidden = rows.length <= shown;
  }

  draw();
  return h("div", {},
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Rows" },
      h("table", { class: "result" }, h("thead", {}, h("tr", {}, heads)), body)),
    more);
}

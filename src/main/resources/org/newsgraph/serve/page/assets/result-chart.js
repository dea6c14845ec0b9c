// Shows a result as a bar chart: one column has the labels, another the numbers.
import { h, s } from "./dom.js";
import { isNumber, short } from "./result-table.js";

const MAX_BARS = 40;
const ROW_HEIGHT = 26;
const WIDTH = 800;
const LABEL_WIDTH = 260;

/** Tests whether a result has a column of numbers and another column. */
export const hasChart = (answer) => numeric(answer).length > 0 && answer.columns.length > 1;

const numeric = (answer) => answer.columns.map((_, i) => i)
  .filter((i) => answer.rows.some((row) => isNumber(row[i])) && answer.rows.every((row) => !row[i] || isNumber(row[i])));

/**
 * @param {import("./sparql.js").Answer} answer
 * @param {{base: string, prefixes: Record<string, string>}} context
 */
export function chart(answer, context) {
  const numbers = numeric(answer);
  const labels = answer.columns.map((_, i) => i).filter((i) => !numbers.includes(i));
  const label = choice("Labels", answer.columns, labels.length ? labels : [0]);
  const value = choice("Numbers", answer.columns, numbers);
  const picture = h("div", {});
  const draw = () => picture.replaceChildren(bars(answer, Number(label.select.value), Number(value.select.value), context));
  for (const { select } of [label, value]) select.addEventListener("change", draw);
  draw();
  return h("div", {}, h("div", { class: "actions" }, label.field, value.field), picture);
}

function choice(name, columns, options) {
  const select = h("select", {}, options.map((i) => h("option", { value: i }, columns[i])));
  return { select, field: h("label", { class: "inline" }, name + " ", select) };
}

function bars(answer, label, value, context) {
  const rows = answer.rows.filter((row) => row[value]).slice(0, MAX_BARS);
  const most = Math.max(1, ...rows.map((row) => Number(row[value].value)));
  const name = (term) => {
    const text = !term ? "–" : term.type === "uri" ? short(term.value, context.prefixes, context.base) : term.value;
    return text.length > 38 ? text.slice(0, 37) + "…" : text;
  };
  const height = rows.length * ROW_HEIGHT + 8;
  const svg = s("svg", { class: "chart", viewBox: `0 0 ${WIDTH} ${height}`, role: "img",
    "aria-label": `Bar chart: ${answer.columns[value]} by ${answer.columns[label]}; the table contains the same data` },
  rows.map((row, i) => {
    const width = Math.max(1, (Number(row[value].value) / most) * (WIDTH - LABEL_WIDTH - 80));
    const middle = i * ROW_HEIGHT + ROW_HEIGHT / 2 + 4;
    return s("g", {},
      s("text", { x: LABEL_WIDTH - 10, y: middle + 4, "text-anchor": "end" }, name(row[label])),
      s("rect", { class: "bar", x: LABEL_WIDTH, y: middle - 8, width, height: 16 }),
      s("text", { x: LABEL_WIDTH + width + 8, y: middle + 4 }, Number(row[value].value).toLocaleString("en")));
  }));
  const left = answer.rows.length - rows.length;
  return h("figure", {}, svg,
    left > 0 ? h("figcaption", { class: "quiet small" }, `The first ${MAX_BARS} rows; ${left.toLocaleString("en")} more in the table.`) : null);
}

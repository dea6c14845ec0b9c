// Shows a result on a map: coordinates as WKT, or in two columns.
import { address, h } from "./dom.js";
import { short } from "./result-table.js";
import { worldMap } from "./world.js";

const POINT = /^\s*(?:<[^>]*>\s*)?POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)/i;
const LATITUDE = /^(lat|latitude)$/i;
const LONGITUDE = /^(lon|long|lng|longitude)$/i;

/** Returns the coordinates of each row; null if it has none. */
function locate({ columns, rows }) {
  const [lat, lon] = [LATITUDE, LONGITUDE].map((it) => columns.findIndex((name) => it.test(name)));
  return rows.map((row) => {
    const point = row.map((it) => it?.value.match(POINT)).find(Boolean);
    const [x, y] = point ? [Number(point[1]), Number(point[2])] : lat >= 0 && lon >= 0 && row[lat] && row[lon]
      ? [Number(row[lon].value), Number(row[lat].value)] : [NaN, NaN];
    return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? { lon: x, lat: y } : null;
  });
}

export const hasMap = (answer) => locate(answer).some(Boolean);

/**
 * @param {import("./sparql.js").Answer} answer
 * @param {{base: string, prefixes: Record<string, string>}} context
 */
export function map(answer, context) {
  const places = locate(answer).flatMap((where, i) => {
    if (!where) return [];
    const row = answer.rows[i];
    const text = row.find((it) => it?.type === "literal" && !POINT.test(it.value));
    const thing = row.find((it) => it?.type === "uri" && it.value.startsWith(context.base));
    const count = row.find((it) => /#integer$/.test(it?.datatype ?? ""));
    return [{ ...where, name: text?.value ?? (thing ? short(thing.value, context.prefixes, context.base) : ""),
      count: count ? Number(count.value) : 1, href: thing ? address(thing.value, context.base) : "" }];
  });
  return h("div", {}, worldMap(places).element);
}

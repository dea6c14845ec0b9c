// A world map of places, moved and zoomed by mouse, touch, buttons and keys. The list next to it contains the same data.
import { h, s } from "./dom.js";
import { fingers } from "./fingers.js";

const RADIAN = Math.PI / 180;
const HOME = { x: -180, y: -115, width: 360 };
const ASPECT_RATIO = 185 / 360;
const MIN_WIDTH = 4;
const MAX_NAMES = 30;

/** @typedef {{lon: number, lat: number, name: string, count: number, href: string}} Place */
/** @typedef {{x: number, y: number, width: number}} View the visible part, in units of the base map */

/** Miller's projection, which the base map uses. */
const project = ({ lon, lat }) => ({ x: lon, y: -1.25 * Math.asinh(Math.tan(0.8 * lat * RADIAN)) / RADIAN });

/** Returns a view of all places, with a margin. */
function around(points) {
  if (!points.length) return HOME;
  const [xs, ys] = [points.map((p) => p.x), points.map((p) => p.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.min(360, Math.max(40, (right - left) * 1.3, ((bottom - top) * 1.4) / ASPECT_RATIO));
  return { x: (left + right - width) / 2, y: (top + bottom - width * ASPECT_RATIO) / 2, width };
}

/**
 * @param {Place[]} places
 * @param {{view?: View, moved?: (view: View) => void, chosen?: (place: Place|null) => void}} [options]
 */
export function worldMap(places, { view: given, moved, chosen } = {}) {
  const points = places.map((place) => ({ ...project(place), place })).sort((a, b) => b.place.count - a.place.count);
  const most = Math.max(1, ...places.map((it) => it.count));
  const start = given ?? around(points);
  let view = start;

  const land = s("use", { href: "/assets/world.svg#land", class: "land" });
  const borders = s("use", { href: "/assets/world.svg#borders", class: "borders" });
  const dots = points.map(({ x, y, place }) => s("circle", {
    class: "place", cx: x, cy: y,
    click: () => { if (place.href && !dragged) location.href = place.href; },
    pointerenter: () => chosen?.(place), pointerleave: () => chosen?.(null),
  }, s("title", {}, `${place.name}: ${place.count.toLocaleString("en")}`)));
  const names = s("g", { class: "names" });
  const svg = s("svg", { "aria-hidden": "true", preserveAspectRatio: "xMidYMid slice" }, land, borders, s("g", {}, dots), names);
  const button = (text, label, click) => h("button", { type: "button", title: label, "aria-label": label, click }, text);
  const host = h("div", { class: "world", tabindex: "0", role: "group",
    "aria-label": "Map of the places in the list. Arrow keys move the map, plus and minus zoom, 0 shows all.", keydown },
  svg, h("div", { class: "zoom" }, button("+", "Zoom in", () => zoom(1 / 1.6)), button("−", "Zoom out", () => zoom(1.6)),
    button("⤢", "Show all", () => show(around(points)))));

  function show(next) {
    const width = Math.min(360, Math.max(MIN_WIDTH, next.width));
    const height = width * ASPECT_RATIO;
    view = { width, x: Math.min(180 - width, Math.max(-180, next.x)), y: Math.min(70 - height, Math.max(-115, next.y)) };
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${width} ${height}`);
    const pixel = width / (svg.clientWidth || 800);
    dots.forEach((dot, i) => dot.setAttribute("r", pixel * (3.5 + 9 * Math.sqrt(points[i].place.count / most))));
    name(pixel, height);
    moved?.(view);
  }

  /** Draws the names of as many places as there is room for, the most frequent first. */
  function name(pixel, height) {
    const taken = [];
    const texts = [];
    for (const { x, y, place } of points) {
      if (texts.length === MAX_NAMES) break;
      if (x < view.x || x > view.x + view.width || y < view.y || y > view.y + height) continue;
      const text = place.name.length > 28 ? place.name.slice(0, 27) + "…" : place.name;
      const box = { x: x + 14 * pixel, y: y - 7 * pixel, width: text.length * 7 * pixel, height: 14 * pixel };
      if (taken.some((it) => it.x < box.x + box.width && box.x < it.x + it.width
        && it.y < box.y + box.height && box.y < it.y + it.height)) continue;
      taken.push(box);
      texts.push(s("text", { x: box.x, y: y + 4 * pixel, "font-size": 12 * pixel, "stroke-width": 3 * pixel }, text));
    }
    names.replaceChildren(...texts);
  }

  function zoom(factor, at = { x: view.x + view.width / 2, y: view.y + (view.width * ASPECT_RATIO) / 2 }) {
    const width = Math.min(360, Math.max(MIN_WIDTH, view.width * factor));
    const real = width / view.width;
    show({ width, x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real });
  }

  const pan = (right, down) => show({ ...view, x: view.x + right * view.width, y: view.y + down * view.width });

  function keydown(event) {
    const keys = {
      ArrowLeft: () => pan(-0.15, 0), ArrowRight: () => pan(0.15, 0), ArrowUp: () => pan(0, -0.1), ArrowDown: () => pan(0, 0.1),
      "+": () => zoom(1 / 1.6), "=": () => zoom(1 / 1.6), "-": () => zoom(1.6), 0: () => show(around(points)),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  let from = null;
  let dragged = false;
  const closer = (factor, { x, y }) => {
    const pixel = view.width / svg.clientWidth;
    zoom(1 / factor, { x: view.x + x * pixel, y: view.y + y * pixel });
  };
  const touch = fingers(svg, {
    began: () => view,
    pinched: (start, factor, before, after) => {
      dragged = true;
      const pixel = start.width / svg.clientWidth;
      const width = start.width / factor;
      show({ width, x: start.x + before.x * pixel - after.x * pixel / factor, y: start.y + before.y * pixel - after.y * pixel / factor });
    },
    tapped: (at) => closer(1.8, at),
  });
  svg.addEventListener("pointerdown", (event) => {
    from = { x: event.clientX, y: event.clientY, view };
    dragged = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (touch.busy) from = null;
    if (!from || !event.buttons) return;
    const pixel = view.width / svg.clientWidth;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!dragged && Math.hypot(dx, dy) < 4) return;
    if (!dragged) svg.setPointerCapture(event.pointerId);
    dragged = true;
    show({ ...from.view, x: from.view.x - dx * pixel, y: from.view.y - dy * pixel });
  });
  svg.addEventListener("pointerup", () => { from = null; });
  svg.addEventListener("pointercancel", () => { from = null; });
  svg.addEventListener("dblclick", (event) => {
    const box = svg.getBoundingClientRect();
    if (event.timeStamp - touch.doubled > 500) closer(1.8, { x: event.clientX - box.x, y: event.clientY - box.y });
  });
  // The wheel scrolls the page unless the map has the focus.
  host.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !host.contains(document.activeElement)) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    closer(Math.exp(-event.deltaY / 400), { x: event.clientX - box.x, y: event.clientY - box.y });
  }, { passive: false });
  new ResizeObserver(() => show(view)).observe(svg);
  return { element: host, mark: (place) => dots.forEach((dot, i) => dot.classList.toggle("marked", points[i].place === place)) };
}

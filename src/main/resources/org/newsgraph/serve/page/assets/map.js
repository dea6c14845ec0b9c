// Draws the list of places on a map. The address stores the visible part.
import { worldMap } from "./world.js";

const items = [...document.querySelectorAll("#places li")];
const places = items.map((item) => ({
  lon: Number(item.dataset.lon), lat: Number(item.dataset.lat), count: Number(item.dataset.count),
  name: item.querySelector("a").textContent, href: item.querySelector("a").getAttribute("href"),
}));

/** Returns the view in the address: x, y and width in units of the base map. */
function given() {
  const [x, y, width] = (new URLSearchParams(location.search).get("at") ?? "").split(",").map(Number);
  return width > 0 && Number.isFinite(x + y) ? { x, y, width } : undefined;
}

let waiting = 0;
function moved({ x, y, width }) {
  clearTimeout(waiting);
  // Browsers limit the rate of changes to the history, so the steps of a drag are not stored.
  waiting = setTimeout(() => history.replaceState(null, "", `/map?at=${[x, y, width].map((it) => it.toFixed(1))}`), 200);
}

if (places.length) {
  let first = true;
  const map = worldMap(places, {
    view: given(),
    moved: (view) => { if (!first) moved(view); first = false; },
    chosen: (place) => items.forEach((item, i) => item.classList.toggle("marked", places[i] === place)),
  });
  document.getElementById("map").append(map.element);
  items.forEach((item, i) => {
    for (const event of ["pointerenter", "focusin"]) item.addEventListener(event, () => map.mark(places[i]));
    for (const event of ["pointerleave", "focusout"]) item.addEventListener(event, () => map.mark(null));
  });
  const filter = document.getElementById("filter");
  filter.hidden = false;
  filter.addEventListener("input", () => {
    const words = filter.value.trim().toLowerCase();
    items.forEach((item, i) => { item.hidden = !places[i].name.toLowerCase().includes(words); });
  });
}

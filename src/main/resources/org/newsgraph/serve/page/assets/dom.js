// Makes elements; whatever a text holds, it stays text.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter((it) => it != null));
  return element;
}

/**
 * An element of HTML.
 *
 * @param {string} name
 * @param {Record<string, unknown>} [attributes] functions listen to the event of that name
 * @param {...(Node|string|null|undefined|(Node|string)[])} children
 */
export const h = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

/** An element of SVG; likewise. */
export const s = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

/** Where the explorer shows what has this IRI; other sites' are left as they are, scripts nowhere. */
export function address(iri, base) {
  // Whom one article alone knows lives inside that article's document, so the page is asked for by the IRI.
  if (iri.startsWith(base) && iri.includes("#entity=")) return `/entity?iri=${encodeURIComponent(iri.slice(base.length))}`;
  if (iri.startsWith(base)) return "/" + iri.slice(base.length);
  return /^https?:/i.test(iri) ? iri : "";
}

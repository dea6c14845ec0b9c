// Creates elements. Text never becomes markup.

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
 * Creates an HTML element.
 *
 * @param {string} name
 * @param {Record<string, unknown>} [attributes] functions become listeners for the event of that name
 * @param {...(Node|string|null|undefined|(Node|string)[])} children
 */
export const h = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);

/** Creates an SVG element, with the same parameters. */
export const s = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

/** Returns the address of the page about an IRI: in the explorer, or on another site. Empty for all but http and https. */
export function address(iri, base) {
  // An entity that only one article knows has an IRI inside that article's document, so its page is addressed by the IRI.
  if (iri.startsWith(base) && iri.includes("#entity=")) return `/entity?iri=${encodeURIComponent(iri.slice(base.length))}`;
  if (iri.startsWith(base)) return "/" + iri.slice(base.length);
  return /^https?:/i.test(iri) ? iri : "";
}

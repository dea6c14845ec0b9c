/**
 * JSON-LD: the graph as it is, as W3C Web Annotations, and in the terms of schema.org.
 *
 * <p>Begin with {@link org.newsgraph.export.jsonld.Annotations}.
 */
package org.newsgraph.export.jsonld;

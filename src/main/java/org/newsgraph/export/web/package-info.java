/**
 * The graph in the words of the web: W3C annotations and schema.org.
 *
 * <p>Begin reading with {@link org.newsgraph.export.web.Annotations}.
 */
package org.newsgraph.export.web;

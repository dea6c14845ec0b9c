/**
 * The built-in knowledge base: countries, towns and well-known organisations, which are part of the
 * program.
 *
 * <p>Terms: the <i>item table</i> ({@code items.tsv}) has one line per item; its <i>weight</i> is
 * the population of a place, or a figure on the same scale that shows how widely an organisation is
 * known.
 *
 * <p>Begin with {@link org.newsgraph.link.builtin.BuiltInKnowledgeBase}.
 */
package org.newsgraph.link.builtin;

package org.newsgraph.extract.attribution;

import org.newsgraph.article.Span;

/**
 * A range of text in quotation marks, or one that is quoted by its layout ({@link QuotedBlock}).
 *
 * @param span range from the opening to the closing mark, both included; it extends over several
 *     paragraphs if each of them opens with a mark and only the last has a closing mark
 * @param closed whether there is a closing mark; otherwise the quotation ends with its paragraph
 */
public record Quotation(Span span, boolean closed) {}

package org.newsgraph.extract.attribution;

import org.newsgraph.article.Span;

/**
 * A stretch of text in quotation marks.
 *
 * @param span from the opening mark to the closing one, both included; over several paragraphs
 *     where each opens and only the last closes
 * @param closed whether a closing mark was found; without one it ends with its paragraph
 */
public record Quotation(Span span, boolean closed) {}

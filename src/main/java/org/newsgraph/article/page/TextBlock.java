package org.newsgraph.article.page;

/**
 * A paragraph or heading of a printed page.
 *
 * @param text text on one line
 * @param size size of the type, in points
 * @param bold whether all of it is bold
 */
public record TextBlock(String text, double size, boolean bold) {}

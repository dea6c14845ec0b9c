/**
 * Printed pages: words with positions become paragraphs in reading order.
 *
 * <p>A {@link org.newsgraph.article.page.PageWord} is a word and its box on the page. {@code
 * PageRow} is a line of type across the page. {@link org.newsgraph.article.page.RunningHeads}
 * separates the rows that a newspaper repeats at the edges of its pages, {@code ReadingOrder}
 * divides the rest into columns, and {@code ParagraphBuilder} joins the lines of the columns into
 * {@link org.newsgraph.article.page.TextBlock}s, mending the words that a line end divides. {@link
 * org.newsgraph.article.page.PrintedText} is the result.
 *
 * <pre>
 *   words ── RunningHeads ──► rows ── ReadingOrder ──► columns ── ParagraphBuilder ──► blocks
 *                 │
 *                 └──► publisher, date
 * </pre>
 *
 * <p>Uses {@code article} and {@code article.layout}. Begin with {@link
 * org.newsgraph.article.page.PrintedText}.
 */
package org.newsgraph.article.page;

/**
 * Bytes become articles: the first step of an article's journey.
 *
 * <p>Concepts:
 *
 * <ul>
 *   <li>A {@link org.newsgraph.article.Source} is one file or stream of bytes that a user names,
 *       directly or as part of a folder or archive. A {@link org.newsgraph.article.SourceLocation}
 *       is a place in it: the line, entry or record of an article.
 *   <li>An {@link org.newsgraph.article.Article} is an identifier, {@link
 *       org.newsgraph.article.Metadata} and a {@link org.newsgraph.article.Text}. Offsets in a text
 *       count Unicode code points; a {@link org.newsgraph.article.Span} is a range of them.
 *   <li>The {@link org.newsgraph.article.Layout} of a text gives each paragraph its function:
 *       headline, byline, body, boilerplate.
 *   <li>A {@link org.newsgraph.article.Problem} is one article that could not be read, with its
 *       location and the reason; {@link org.newsgraph.article.Problems} receives them.
 * </ul>
 *
 * <p>{@code format} has one {@link org.newsgraph.article.ArticleReader} per source format, {@code
 * layout} divides a text into paragraphs with functions, {@code page} reads printed pages column by
 * column, {@code press} knows the layouts of press archives, {@code decode} turns bytes into
 * characters and detects the language. To add a format, implement {@link
 * org.newsgraph.article.ArticleReader} and add a case to {@link
 * org.newsgraph.article.format.FormatDetectingReader}.
 *
 * <p>Uses no other package of Newsgraph. Begin with {@link org.newsgraph.article.Article}, then
 * read {@link org.newsgraph.article.format.PlainTextReader}.
 */
package org.newsgraph.article;

/**
 * Bytes become articles: where an article's journey begins.
 *
 * <p>{@link org.newsgraph.article.Sources} finds the files that a person named, {@link
 * org.newsgraph.article.FormatDetectingReader} opens archives and gives each file to the {@link
 * org.newsgraph.article.ArticleReader} of its format, and what could not be read goes to {@link
 * org.newsgraph.article.Problems}. An {@link org.newsgraph.article.Article} has a {@link
 * org.newsgraph.article.Text}, addressed by code point, and a {@link org.newsgraph.article.Layout}
 * says what each of its paragraphs is for.
 *
 * <p>Uses no other package of Newsgraph. Begin with {@link org.newsgraph.article.Article}, then
 * read {@link org.newsgraph.article.PlainTextReader}. A new format is one class that implements
 * {@link org.newsgraph.article.ArticleReader} and one case in {@link
 * org.newsgraph.article.FormatDetectingReader}.
 */
package org.newsgraph.article;

/**
 * One reader per source format: plain text, HTML, PDF, DOCX, RTF, JSON, feeds, wire formats, WARC.
 *
 * <p>{@link org.newsgraph.article.format.FormatDetectingReader} opens archives and compressed
 * files, detects the {@link org.newsgraph.article.format.SourceFormat} of each file by its first
 * bytes, or by its name if they are ambiguous, and hands it to the reader of that format. A reader
 * streams: it returns articles one by one and reports each article that it cannot read, with its
 * location, so that one bad record does not stop the others.
 *
 * <p>Three steps are shared by formats. {@code MainContent} extracts the article from a web page:
 * the page is divided into blocks ({@code PageBlock}), of which {@code ArticleBody} selects those
 * of the article by their place in the page's template ({@code TemplateNode}) and outside boxes
 * ({@code PageBox}). {@code PageMetadata} and {@code JsonLd} read a page's metadata; {@code
 * PageArticles} divides live blogs and letters pages. {@code DocumentText} turns the lines of a
 * document (PDF, DOCX, RTF) into one article, or into several if it is the export of a press
 * archive.
 *
 * <p>Uses {@code article}, {@code article.decode}, {@code article.layout}, {@code article.page} and
 * {@code article.press}. Begin with {@link org.newsgraph.article.format.PlainTextReader}, the
 * shortest reader.
 */
package org.newsgraph.article.format;

/**
 * The layouts of press archives: Nexis, Factiva, ProQuest, Gale, Europresse and Retriever.
 *
 * <p>An <em>export</em> is a file with several <em>documents</em>. {@link
 * org.newsgraph.article.press.PressArchive} detects the archive that an export comes from and its
 * <em>boundaries</em>, the lines between documents. One class per layout turns the lines of a
 * document into a {@link org.newsgraph.article.press.PressArticle}: labelled lines before and after
 * the text (newspaper, date, section, byline, copyright, index terms) become metadata.
 *
 * <p>Everything here is a pure function over lines. Files are read, and problems reported, in
 * {@code article.format}. Begin reading at {@link org.newsgraph.article.press.PressArchive}.
 */
package org.newsgraph.article.press;

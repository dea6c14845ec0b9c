package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleId;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Text;
import org.newsgraph.article.layout.Letters;
import org.newsgraph.article.layout.Letters.Letter;

/**
 * Turns the letters of a letters page into articles by their writers.
 *
 * @param id id of the page, to which the number of each letter is added: "page-7/2"; without it,
 *     the ids are checksums of the letters' texts
 * @param page metadata of the page
 * @param location location of the page
 */
record LetterArticles(Optional<String> id, Metadata page, SourceLocation location) {
  /** Returns one article per letter, or an empty list if the text is not a letters page. */
  List<Article> of(Text text, Layout layout) {
    List<Article> articles = new ArrayList<>();
    for (Letter letter : Letters.split(text, layout, page.title())) {
      String own = text.substring(letter.span());
      int number = articles.size() + 1;
      articles.add(
          new Article(
              id.map(it -> it + "/" + number)
                  .orElseGet(() -> ArticleId.of(Optional.empty(), Optional.empty(), own)),
              new Text(own),
              metadata(letter),
              location));
    }
    return articles;
  }

  private Metadata metadata(Letter letter) {
    return new Metadata(
        letter.title().or(page::title),
        letter.authors(),
        page.publisher(),
        page.published(),
        page.url(),
        page.language(),
        page.section(),
        page.rights(),
        page.modified(),
        page.correction());
  }
}

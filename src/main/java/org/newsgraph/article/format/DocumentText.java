package org.newsgraph.article.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.Text;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.layout.ArticleHeader;

/**
 * The lines of a document in a binary format (PDF, DOCX, RTF, ODT): one article, or several in the
 * export of a press archive.
 *
 * @param lines lines of the document's text
 * @param metadata metadata in the document's properties; ignored for exports, whose articles have
 *     their own
 * @param maxLength maximum length of an article's text, in code points
 */
record DocumentText(List<String> lines, Metadata metadata, int maxLength) {
  /** Titles that programs give to documents: "Document1", "Microsoft Word - harbour.doc". */
  private static final Pattern GENERIC_TITLE =
      Pattern.compile(
          "(?i)(?:document|dokument|untitled|unbenannt|sans titre|title|template|doc)[ _-]?\\d*"
              + "|microsoft word - .*|.*\\.(?:docx?|odt|rtf|txt|pdf|indd|qxd)");

  /** Authors that programs give to documents. */
  private static final Pattern GENERIC_AUTHOR =
      Pattern.compile(
          "(?i)(?:(?:windows|microsoft office|ms office|office)[ -]?)?(?:user|benutzer|utilisateur)"
              + "|admin(?:istrator)?|owner|unknown|author|anonymous|root|python-docx|libreoffice");

  /**
   * Returns the text of a document with properties. A byline and a date in the text are more
   * reliable than the properties, which often name the computer's owner and the day on which a
   * template was made.
   */
  static DocumentText of(List<String> lines, Metadata properties, int maxLength) {
    Optional<String> title = properties.title().filter(it -> !GENERIC_TITLE.matcher(it).matches());
    Text text = new Text(String.join("\n", lines).strip());
    Metadata seen = ArticleHeader.metadata(text, Layout.of(text, title));
    List<String> named =
        properties.authors().stream().filter(it -> !GENERIC_AUTHOR.matcher(it).matches()).toList();
    Metadata merged =
        new Metadata(
            title.or(seen::title),
            seen.authors().isEmpty() ? named : seen.authors(),
            properties.publisher().or(seen::publisher),
            seen.published().or(properties::published),
            properties.url(),
            properties.language(),
            properties.section(),
            properties.rights(),
            seen.modified().or(properties::modified));
    return new DocumentText(lines, merged, maxLength);
  }

  /** Tests whether the document is the export of a press archive. */
  boolean isExport() {
    return PressArchiveReader.isExport(lines.stream().limit(PressArchiveReader.PEEK));
  }

  Stream<Article> articles(Source source, Problems problems) {
    if (isExport()) {
      return new PressArchiveReader(maxLength)
          .articles(lines.iterator(), () -> {}, source, problems);
    }
    return ArticleStreams.readOne(source, problems, () -> article(source)).stream()
        .flatMap(article -> letters(article).stream());
  }

  /** Returns the letters of a letters page, otherwise the article itself. */
  private static List<Article> letters(Article article) {
    Layout layout = Layout.of(article.text(), article.metadata().title());
    List<Article> letters =
        new LetterArticles(Optional.empty(), article.metadata(), article.location())
            .of(article.text(), layout);
    return letters.isEmpty() ? List.of(article) : letters;
  }

  private Article article(Source source) throws UnreadableArticleException {
    String all = String.join("\n", lines).strip();
    Text text = new Text(all);
    Metadata seen = ArticleHeader.metadata(text, Layout.of(text, metadata.title()));
    return ArticleStreams.createArticle(
        Optional.empty(), all, metadata.withFallback(seen), source.location(), maxLength);
  }
}

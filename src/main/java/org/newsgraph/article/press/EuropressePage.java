package org.newsgraph.article.press;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.MetadataBuilder;

/** The documents of Europresse in a web page, one in each of its {@code article} elements. */
public final class EuropressePage {
  private static final String DOCUMENT = "article:has(.DocPublicationName)";

  private EuropressePage() {}

  /** Tests whether a page may be an export, before it is parsed. */
  public static boolean mayMatch(String html) {
    return html.contains("DocPublicationName") && html.contains("<article");
  }

  /** Returns the elements of the documents. */
  public static List<Element> documents(Document page) {
    return page.select(DOCUMENT);
  }

  /** Returns the article in an element, or empty if it contains no text. */
  public static Optional<PressArticle> parse(Element document) {
    MetadataBuilder metadata = new MetadataBuilder();
    Optional<String> id =
        document.select("footer p, footer span").stream()
            .map(Element::text)
            .map(it -> EuropresseDocument.NUMBER.matcher(it.strip()))
            .filter(Matcher::matches)
            .map(it -> it.group(1))
            .findFirst();
    metadata.publisher(EuropresseDocument.publisher(document.select(".DocPublicationName").text()));
    EuropresseDocument.readIssue(document.select(".DocHeader").text(), id, metadata);
    Element title = document.selectFirst(".titreArticleVisu, .titreArticle");
    metadata.title(title == null ? null : title.text());
    Element block = document.selectFirst(".titreArticle");
    Element author = block == null ? null : block.nextElementSibling();
    metadata.author(author == null ? null : author.text());
    metadata.rights(document.select("footer small").text());
    String text =
        document.select("section p").stream()
            .map(it -> it.wholeText().replaceAll("[\\s\\p{Z}]+", " ").strip())
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining("\n\n"));
    if (text.isEmpty()) {
      text = document.select("section").text().strip();
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new PressArticle(id, text, metadata.build()));
  }
}

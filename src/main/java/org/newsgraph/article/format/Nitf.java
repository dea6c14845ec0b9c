package org.newsgraph.article.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.newsgraph.article.MetadataBuilder;

/**
 * An article in the News Industry Text Format, either a document of its own or inside NewsML-G2.
 */
final class Nitf {
  private final Element nitf;

  Nitf(Element nitf) {
    this.nitf = nitf;
  }

  Optional<String> id() {
    return attribute("doc-id", "id-string");
  }

  /** Returns the paragraphs of the body, without pictures and captions. */
  String text() {
    return first("body.content")
        .map(
            content -> {
              Element copy = content.clone();
              copy.getElementsByTag("media").remove();
              return HtmlText.of(copy);
            })
        .orElse("");
  }

  void read(MetadataBuilder metadata) {
    metadata.title(text("hl1")).title(text("hedline")).title(text("title"));
    metadata.authors(bylines());
    attribute("date.issue", "norm").ifPresent(metadata::published);
    attribute("date.release", "norm").ifPresent(metadata::published);
    attribute("pubdata", "date.publication").ifPresent(metadata::published);
    attribute("pubdata", "name").ifPresent(metadata::publisher);
    metadata.publisher(text("distributor"));
    attribute("doc.copyright", "holder").ifPresent(metadata::publisher);
    attribute("doc.copyright", "holder").ifPresent(it -> metadata.rights("© " + it));
    attribute("pubdata", "position.section").ifPresent(metadata::section);
    attribute("nitf", "xml:lang").ifPresent(metadata::language);
  }

  /** Returns the bylines without the author's office, unless the byline gives nothing else. */
  private List<String> bylines() {
    return nitf.getElementsByTag("byline").stream()
        .flatMap(
            byline -> {
              Element copy = byline.clone();
              copy.getElementsByTag("byttl").remove();
              List<Element> persons = copy.getElementsByTag("person");
              return persons.isEmpty()
                  ? Stream.of(copy.text().isBlank() ? byline.text() : copy.text())
                  : persons.stream().map(Element::text);
            })
        .map(it -> it.replaceAll("[,;\\s]+$", ""))
        .filter(it -> !it.isBlank())
        .toList();
  }

  private Optional<Element> first(String name) {
    return Optional.ofNullable(nitf.getElementsByTag(name).first());
  }

  private String text(String name) {
    return first(name).map(Element::text).orElse(null);
  }

  private Optional<String> attribute(String name, String attribute) {
    return first(name).map(it -> it.attr(attribute)).filter(it -> !it.isBlank());
  }
}

package org.newsgraph.article.format;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.newsgraph.article.Article;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;

/**
 * An item of NewsML-G2: the metadata of the envelope, and the article in NITF, XHTML or plain text.
 */
final class NewsMl {
  private final Element item;

  NewsMl(Element item) {
    this.item = item;
  }

  Article article(SourceLocation place, int maxLength, Problems problems)
      throws UnreadableArticleException {
    MetadataBuilder metadata = new MetadataBuilder();
    Optional<Nitf> nitf = Optional.ofNullable(item.selectFirst("nitf")).map(Nitf::new);
    envelope(metadata);
    nitf.ifPresent(it -> it.read(metadata));
    metadata.authors(item.select("contentMeta > creator > name").eachText());
    String text = nitf.map(Nitf::text).orElseGet(this::text);
    if (text.isBlank()) {
      throw noText(metadata.build().title().orElse(""));
    }
    return ArticleStreams.createArticle(
        Optional.of(item.attr("guid")).filter(it -> !it.isBlank()).or(() -> nitf.flatMap(Nitf::id)),
        text,
        metadata.build(place, problems),
        place,
        maxLength);
  }

  private NoTextException noText(String title) {
    Element type = item.selectFirst("itemMeta > itemClass");
    String name = type == null ? "" : type.attr("qcode").replaceFirst(".*:", "");
    return name.isEmpty() || name.equals("text") || name.equals("composite")
        ? NoTextException.headlineOnly(title)
        : NoTextException.unsupportedType(name, title);
  }

  private void envelope(MetadataBuilder metadata) {
    text("contentMeta > headline").ifPresent(metadata::title);
    metadata.authors(item.select("contentMeta > by").eachText());
    text("itemMeta > firstCreated").ifPresent(metadata::published);
    text("contentMeta > contentCreated").ifPresent(metadata::published);
    text("itemMeta > versionCreated").ifPresent(metadata::published);
    text("itemMeta > versionCreated").ifPresent(metadata::modified);
    text("itemMeta > provider > name").ifPresent(metadata::publisher);
    text("rightsInfo > copyrightHolder > name").ifPresent(metadata::publisher);
    text("contentMeta > infoSource > name").ifPresent(metadata::publisher);
    // The code serves as name if there is no other: "nprov:REUTERS".
    attribute("itemMeta > provider", "qcode")
        .map(it -> it.substring(it.indexOf(':') + 1))
        .ifPresent(metadata::publisher);
    attribute("contentMeta > language", "tag").ifPresent(metadata::language);
    metadata.language(item.attr("xml:lang"));
    text("rightsInfo > copyrightNotice").ifPresent(metadata::rights);
    attribute("itemMeta > link[rel=irel:canonical]", "href").ifPresent(metadata::url);
  }

  /** Returns the text, from XHTML or plain text. */
  private String text() {
    Element html = item.selectFirst("contentSet > inlineXML body, contentSet > inlineXML html");
    if (html != null) {
      return HtmlText.of(html);
    }
    Element xml = item.selectFirst("contentSet > inlineXML");
    if (xml != null && !xml.text().isBlank()) {
      return HtmlText.of(xml);
    }
    Element data = item.selectFirst("contentSet > inlineData");
    StringBuilder text = new StringBuilder();
    if (data != null) {
      data.textNodes().stream().map(TextNode::getWholeText).forEach(text::append);
    }
    return text.toString().replace("\r\n", "\n").strip();
  }

  private Optional<String> text(String selector) {
    return Optional.ofNullable(item.selectFirst(selector))
        .map(Element::text)
        .filter(it -> !it.isBlank());
  }

  private Optional<String> attribute(String selector, String name) {
    return Optional.ofNullable(item.selectFirst(selector))
        .map(it -> it.attr(name))
        .filter(it -> !it.isBlank());
  }
}

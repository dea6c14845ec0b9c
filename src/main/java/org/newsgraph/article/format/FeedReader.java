package org.newsgraph.article.format;

import static org.jdom2.Namespace.XML_NAMESPACE;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.StAXStreamBuilder;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.io.IoErrors;

/**
 * Reads a feed (RSS, Atom). Each item with its full text becomes an article. An item with only a
 * headline and a summary is reported and skipped.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record FeedReader(int maxLength) implements ArticleReader {
  /** Names of the root elements of feeds. */
  static final Set<String> ROOTS = Set.of("rss", "RDF", "feed");

  /**
   * Minimum length of a summary that is taken for the text, in UTF-16 code units. Some feeds put
   * the full text where others have a summary of a line or two.
   */
  private static final int MIN_TEXT_LENGTH = 1000;

  private static final Pattern TRUNCATED =
      Pattern.compile(
          "(?is).*(?:\\[(?:…|\\.\\.\\.|&hellip;)\\]|continue reading.{0,60}|read more.{0,20})");

  /** Minimum numbers of characters and paragraphs of a shorter summary that is the text. */
  private static final int MIN_SHORT_TEXT_LENGTH = 300;

  private static final int MIN_SHORT_TEXT_PARAGRAPHS = 3;

  private static final Pattern HTML_ENTITY =
      Pattern.compile("&(?!amp;|lt;|gt;|quot;|apos;)\\p{Alpha}\\w{1,30};");

  private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!#?\\w{1,31};)");

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  private Stream<Article> articles(Source source, Problems problems) {
    try (InputStream in = source.open()) {
      String xml = withoutHtmlEntities(Xml.decode(ArticleStreams.readBytes(in, Xml.MAX_BYTES)));
      Document document = repairedDocument(xml, source, problems);
      FeedDates dates = FeedDates.of(document);
      SyndFeed feed = feed(document);
      if (feed.getLanguage() == null) {
        feed.setLanguage(document.getRootElement().getAttributeValue("lang", XML_NAMESPACE));
      }
      return IntStream.range(0, feed.getEntries().size())
          .mapToObj(i -> new Item(feed, i, dates, place(source, i), problems))
          .flatMap(it -> ArticleStreams.readOne(it.place, problems, () -> article(it)).stream());
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.location(), IoErrors.describeRead(e));
    } catch (StackOverflowError e) {
      problems.error(source.location(), "nested too deeply", e);
    }
    return Stream.empty();
  }

  private static SourceLocation place(Source source, int index) {
    return new SourceLocation(source.name() + ": item " + (index + 1), 0);
  }

  static SyndFeed feed(String xml) throws UnreadableArticleException {
    return feed(document(xml));
  }

  /** Replaces the entities that HTML defines and XML does not: "&amp;rsquo;". */
  private static String withoutHtmlEntities(String xml) {
    return HTML_ENTITY
        .matcher(xml)
        .replaceAll(it -> Matcher.quoteReplacement(Parser.unescapeEntities(it.group(), true)));
  }

  /** Parses a feed. If it is not well-formed, it is parsed again with its ampersands escaped. */
  private static Document repairedDocument(String xml, Source source, Problems problems)
      throws UnreadableArticleException {
    try {
      return document(xml);
    } catch (UnreadableArticleException e) {
      String repaired = BARE_AMPERSAND.matcher(xml).replaceAll("&amp;").strip();
      if (repaired.equals(xml)) {
        throw e;
      }
      Document document = document(repaired);
      problems.warning(source.location(), e.getMessage() + "; this was repaired");
      return document;
    }
  }

  private static Document document(String xml) throws UnreadableArticleException {
    try {
      return new StAXStreamBuilder().build(Xml.reader(xml));
    } catch (XMLStreamException e) {
      throw Xml.unreadable(e);
    } catch (JDOMException e) {
      throw e.getCause() instanceof XMLStreamException xmlException
          ? Xml.unreadable(xmlException)
          : new UnreadableArticleException("this is not a feed (" + e.getMessage() + ")");
    } catch (IllegalArgumentException e) {
      // JDOM rejects some names that the XML parser accepts.
      throw new UnreadableArticleException("unsupported or invalid feed (" + e.getMessage() + ")");
    }
  }

  private static SyndFeed feed(Document document) throws UnreadableArticleException {
    try {
      return new SyndFeedInput().build(document);
    } catch (FeedException | IllegalArgumentException e) {
      throw new UnreadableArticleException("unsupported or invalid feed (" + e.getMessage() + ")");
    }
  }

  private Article article(Item item) throws UnreadableArticleException {
    MetadataBuilder metadata = item.metadata();
    String text = text(item.entry());
    if (text.isBlank()) {
      throw NoTextException.headlineOnly(metadata.build().title().orElse(""));
    }
    return ArticleStreams.createArticle(
        Optional.ofNullable(item.entry().getUri()),
        text,
        metadata.build(item.place, item.problems),
        item.place,
        maxLength);
  }

  /**
   * An item of a feed.
   *
   * @param index position in the feed, counted from 0
   * @param dates dates of all items of the feed
   * @param place location in messages
   */
  private record Item(
      SyndFeed feed, int index, FeedDates dates, SourceLocation place, Problems problems) {
    SyndEntry entry() {
      return feed.getEntries().get(index);
    }

    MetadataBuilder metadata() {
      SyndEntry entry = entry();
      MetadataBuilder metadata = new MetadataBuilder();
      metadata.title(entry.getTitle() == null ? null : Jsoup.parse(entry.getTitle()).text());
      metadata.authors(entry.getAuthors().stream().map(SyndPerson::getName).toList());
      metadata.author(entry.getAuthor());
      metadata.authors(feed.getAuthors().stream().map(SyndPerson::getName).toList());
      addDates(metadata);
      metadata.url(entry.getLink()).url(entry.getUri());
      metadata.publisher(feed.getTitle());
      metadata.language(feed.getLanguage());
      metadata.rights(feed.getCopyright());
      return metadata;
    }

    private void addDates(MetadataBuilder metadata) {
      if (dates.published().size() == feed.getEntries().size()) {
        dates.published().get(index).forEach(metadata::published);
        dates.updated().get(index).forEach(metadata::published);
        dates.updated().get(index).forEach(metadata::modified);
      } else {
        // The items cannot be found in the document, so ROME's dates are better than none.
        metadata
            .published(iso(entry().getPublishedDate()))
            .published(iso(entry().getUpdatedDate()));
        metadata.modified(iso(entry().getUpdatedDate()));
      }
    }
  }

  private static String iso(Date date) {
    return date == null ? null : date.toInstant().toString();
  }

  private static String text(SyndEntry entry) {
    for (SyndContent content : entry.getContents()) {
      String text = text(content);
      if (!text.isBlank() && !TRUNCATED.matcher(text).matches()) {
        return text;
      }
    }
    String summary = entry.getDescription() == null ? "" : text(entry.getDescription());
    return isLong(summary) && !TRUNCATED.matcher(summary).matches() ? summary : "";
  }

  private static boolean isLong(String summary) {
    return summary.length() >= MIN_TEXT_LENGTH
        || (summary.length() >= MIN_SHORT_TEXT_LENGTH
            && summary.split("\n\n+", -1).length >= MIN_SHORT_TEXT_PARAGRAPHS);
  }

  private static String text(SyndContent content) {
    String value = content.getValue() == null ? "" : content.getValue();
    // RSS does not state whether content is HTML.
    boolean plainText = List.of("text", "text/plain").contains(String.valueOf(content.getType()));
    return plainText && !value.contains("<")
        ? value.strip()
        : HtmlText.of(Jsoup.parseBodyFragment(value).body());
  }
}

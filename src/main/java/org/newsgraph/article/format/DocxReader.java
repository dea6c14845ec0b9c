package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Reads a Word document (.docx): the text of its paragraphs with all tracked changes accepted, and
 * its properties.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record DocxReader(int maxLength) implements ArticleReader {
  private static final String TEXT = "word/document.xml";
  private static final String PROPERTIES = "docProps/core.xml";

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  private Stream<Article> articles(Source source, Problems problems) {
    List<String> lines = null;
    MetadataBuilder metadata = new MetadataBuilder();
    try (ZipInputStream zip = new ZipInputStream(source.open())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(TEXT)) {
          lines = lines(part(zip));
        } else if (entry.getName().equals(PROPERTIES)) {
          properties(Xml.tree(part(zip)), metadata);
        }
      }
      if (lines == null) {
        throw new UnreadableArticleException(
            "not a Word document but another office document: save it as .docx or text");
      }
      return new DocumentText(lines, metadata.build(source.location(), problems), maxLength)
          .articles(source, problems);
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (XMLStreamException e) {
      problems.error(source.location(), Xml.unreadable(e).getMessage());
    } catch (IOException e) {
      problems.error(source.location(), "this Word document is damaged (" + e.getMessage() + ")");
    }
    return Stream.empty();
  }

  private static String part(InputStream zip) throws IOException, UnreadableArticleException {
    return Xml.decode(ArticleStreams.readBytes(zip, 2 * Xml.MAX_BYTES));
  }

  private static void properties(Element core, MetadataBuilder metadata) {
    metadata.title(core.select("title").text());
    metadata.author(core.select("creator").text());
    metadata.published(core.select("created").text());
    metadata.modified(core.select("modified").text());
    metadata.language(core.select("language").text());
  }

  /** Returns the lines of the document. Each paragraph is a line, followed by a blank line. */
  private static List<String> lines(String xml) throws XMLStreamException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    XMLStreamReader reader = Xml.reader(xml);
    boolean text = false;
    // Content that is repeated for programs that do not support the first variant.
    int fallbackDepth = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "t" -> text = fallbackDepth == 0;
          case "tab" -> line.append(' ');
          case "br", "cr" -> endLine(line, lines);
          case "Fallback" -> fallbackDepth++;
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        switch (reader.getLocalName()) {
          case "t" -> text = false;
          case "p" -> {
            endLine(line, lines);
            lines.add("");
          }
          case "Fallback" -> fallbackDepth--;
          default -> {}
        }
      } else if (text && reader.hasText()) {
        line.append(reader.getText());
      }
    }
    return lines;
  }

  private static void endLine(StringBuilder line, List<String> lines) {
    lines.add(line.toString().replace('\u00A0', ' ').stripTrailing());
    line.setLength(0);
  }
}

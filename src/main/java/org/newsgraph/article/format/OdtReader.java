package org.newsgraph.article.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Reads a text document of OpenDocument (ODT): its paragraphs, without notes, comments and deleted
 * text.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record OdtReader(int maxLength) implements ArticleReader {
  private static final String LEFT_OUT = "tracked-changes, annotation, note, sequence-decls, forms";

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  private Stream<Article> articles(Source source, Problems problems) {
    try {
      Map<String, String> parts =
          ZipParts.read(source, name -> name.equals("content.xml") || name.equals("meta.xml"));
      if (!parts.containsKey("content.xml")) {
        throw new UnreadableArticleException("this OpenDocument file has no content");
      }
      MetadataBuilder metadata = new MetadataBuilder();
      if (parts.containsKey("meta.xml")) {
        properties(Xml.tree(parts.get("meta.xml")), metadata);
      }
      List<String> lines = lines(Xml.tree(parts.get("content.xml")));
      return DocumentText.of(lines, metadata.build(source.location(), problems), maxLength)
          .articles(source, problems);
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (IOException e) {
      problems.error(source.location(), "this document is damaged (" + e.getMessage() + ")");
    }
    return Stream.empty();
  }

  private static void properties(Element meta, MetadataBuilder metadata) {
    metadata.title(meta.select("title").text());
    metadata.author(meta.select("initial-creator").text()).author(meta.select("creator").text());
    metadata.published(meta.select("creation-date").text());
    metadata.modified(meta.select("date").text());
    metadata.language(meta.select("language").text());
  }

  /** Returns the lines of the document. Each paragraph is a line, followed by a blank line. */
  private static List<String> lines(Element content) {
    content.select(LEFT_OUT).remove();
    List<String> lines = new ArrayList<>();
    for (Element paragraph : content.select("h, p")) {
      StringBuilder text = new StringBuilder();
      append(paragraph, text);
      text.toString().replace('\u00A0', ' ').strip().lines().forEach(lines::add);
      lines.add("");
    }
    return lines;
  }

  private static void append(Element element, StringBuilder text) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode part) {
        text.append(part.getWholeText().replaceAll("\\s+", " "));
      } else if (node instanceof Element child) {
        switch (child.normalName()) {
          case "s", "tab" -> text.append(' ');
          case "line-break" -> text.append('\n');
          // A paragraph in a frame, such as a caption, is a paragraph of its own.
          case "h", "p", "frame" -> {}
          default -> append(child, text);
        }
      }
    }
  }
}

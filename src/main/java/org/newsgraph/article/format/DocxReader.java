package org.newsgraph.article.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.Problems;
import org.newsgraph.article.Source;
import org.newsgraph.article.UnreadableArticleException;

/**
 * Reads a Word document (.docx): the text of its paragraphs with all tracked changes accepted, its
 * footnotes and endnotes after the text, and its properties.
 *
 * @param maxLength maximum length of an article's text, in code points
 */
record DocxReader(int maxLength) implements ArticleReader {
  private static final Pattern TEXT = Pattern.compile("word/document\\d*\\.xml");
  private static final Pattern NOTES = Pattern.compile("word/(?:footnotes|endnotes)\\d*\\.xml");
  private static final String PROPERTIES = "docProps/core.xml";

  @Override
  public Stream<Article> read(Source source, Problems problems) {
    return Stream.of(source).flatMap(it -> articles(it, problems));
  }

  private Stream<Article> articles(Source source, Problems problems) {
    DocxText text = null;
    List<DocxText> notes = new ArrayList<>();
    MetadataBuilder metadata = new MetadataBuilder();
    try {
      for (Map.Entry<String, String> part : ZipParts.read(source, DocxReader::isRead).entrySet()) {
        if (TEXT.matcher(part.getKey()).matches()) {
          text = DocxText.parse(part.getValue());
        } else if (NOTES.matcher(part.getKey()).matches()) {
          notes.add(DocxText.parse(part.getValue()));
        } else {
          properties(Xml.tree(part.getValue()), metadata);
        }
      }
      if (text == null) {
        throw new UnreadableArticleException(
            "not a Word document but another office document: save it as .docx or text");
      }
      return DocumentText.of(
              text.lines(notes), metadata.build(source.location(), problems), maxLength)
          .articles(source, problems);
    } catch (UnreadableArticleException e) {
      problems.error(source.location(), e.getMessage());
    } catch (XMLStreamException e) {
      problems.error(source.location(), Xml.unreadable(e).getMessage());
    } catch (IOException e) {
      problems.error(source.location(), "this Word document is damaged (" + e.getMessage() + ")");
    } catch (RuntimeException e) {
      // Parts that do not follow the schema, such as a note inside a text box.
      problems.error(source.location(), "this Word document is damaged", e);
    }
    return Stream.empty();
  }

  private static boolean isRead(String part) {
    return TEXT.matcher(part).matches() || NOTES.matcher(part).matches() || part.equals(PROPERTIES);
  }

  private static void properties(Element core, MetadataBuilder metadata) {
    metadata.title(core.select("title").text());
    metadata.author(core.select("creator").text());
    metadata.published(core.select("created").text());
    metadata.modified(core.select("modified").text());
    metadata.language(core.select("language").text());
  }
}

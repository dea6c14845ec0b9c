package org.newsgraph.article.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
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
    try (ZipArchiveInputStream zip =
        new ZipArchiveInputStream(source.open(), "UTF-8", true, true)) {
      for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (TEXT.matcher(entry.getName()).matches()) {
          text = DocxText.parse(part(zip));
        } else if (NOTES.matcher(entry.getName()).matches()) {
          notes.add(DocxText.parse(part(zip)));
        } else if (entry.getName().equals(PROPERTIES)) {
          properties(Xml.tree(part(zip)), metadata);
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
      // The JDK's reader of ZIP files fails on names that are not UTF-8.
      problems.error(source.location(), "this Word document is damaged", e);
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
}

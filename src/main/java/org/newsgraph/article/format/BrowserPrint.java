package org.newsgraph.article.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.Dates;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.Urls;
import org.newsgraph.article.page.PrintedText;
import org.newsgraph.article.page.TextBlock;

/**
 * The article of a web page that a browser printed as a tagged PDF, without the menus, links and
 * comments around it.
 *
 * @param paragraphs paragraphs of the article, without its headline
 * @param metadata metadata that the visible text of the page gives
 */
record BrowserPrint(List<String> paragraphs, Metadata metadata) {
  /** Programs that tag PDFs with the structure of the printed page. */
  private static final Pattern BROWSER = Pattern.compile("(?is).*(?:\\bSkia/|Chrom(?:e|ium)\\b).*");

  /** Programs that share a browser's PDF library but do not print web pages. */
  private static final Pattern OTHER_PROGRAM = Pattern.compile("(?is).*\\bGoogle Docs\\b.*");

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"'”’»)\\]]*$");

  /** Minimum length of a paragraph that is certainly text, in UTF-16 code units. */
  private static final int MIN_PROSE_LENGTH = 60;

  private static final String BLOCKS =
      "div, p, h1, h2, h3, h4, h5, h6, ul, li, table, blockquote, article, section";

  /** Share of a line's text in links from which it only leads to other pages. */
  private static final double LINK_SHARE = 0.8;

  /** Maximum length of a line that may be the label of a button or a part of the page. */
  private static final int MAX_LABEL_LENGTH = 60;

  /** Length of the prose, in UTF-16 code units, that a short line outweighs. */
  private static final int LABEL_WEIGHT = 150;

  /** Minimum number of paragraphs above the comments. */
  private static final int MIN_PARAGRAPHS = 3;

  BrowserPrint {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * Returns the article of a document, or empty if no browser printed it or it is not tagged.
   *
   * @param printed the text of its pages
   */
  static Optional<BrowserPrint> of(PDDocument document, PrintedText printed)
      throws IOException, UnreadableArticleException {
    PDDocumentInformation properties = document.getDocumentInformation();
    String programs = properties.getProducer() + "\n" + properties.getCreator();
    if (!BROWSER.matcher(programs).matches() || OTHER_PROGRAM.matcher(programs).matches()) {
      return Optional.empty();
    }
    Optional<Document> tagged = PdfWebPage.of(document);
    Document page = tagged.orElseGet(() -> untagged(printed));
    Metadata metadata =
        PrintedPageMetadata.of(
            page,
            Optional.ofNullable(properties.getTitle()),
            Optional.ofNullable(document.getDocumentCatalog().getLanguage()),
            printed.blocks().stream().map(TextBlock::text).toList());
    Set<String> labels = labels(page);
    List<String> body = withoutLinks(article(HtmlText.paragraphs(page.body()), labels, metadata));
    return body.isEmpty()
        ? Optional.empty()
        : Optional.of(new BrowserPrint(body, withAddress(metadata, printed.metadata().url())));
  }

  /**
   * Leaves out the links and notices below the article: the part from which on short lines that are
   * no sentences outweigh the prose.
   */
  private static List<String> withoutLinks(List<String> paragraphs) {
    int end = 0;
    int balance = 0;
    int best = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = paragraphs.get(i);
      balance +=
          !isSentence(paragraph)
              ? -LABEL_WEIGHT
              : paragraph.length() < MIN_PROSE_LENGTH ? 0 : paragraph.length();
      if (balance > best) {
        best = balance;
        end = i + 1;
      }
    }
    return paragraphs.subList(0, end);
  }

  /** Returns the blocks of an untagged document as elements of a page. */
  private static Document untagged(PrintedText printed) {
    Document page = Document.createShell("");
    for (TextBlock block : printed.blocks()) {
      boolean isHeading = printed.isHeading(block) || block.bold();
      String name = isHeading ? "h2" : isSentence(block.text()) ? "p" : "div";
      page.body().appendElement(name).text(block.text());
    }
    return page;
  }

  /** Adds the address that the browser printed at the foot of the pages. */
  private static Metadata withAddress(Metadata metadata, Optional<String> url) {
    MetadataBuilder address = new MetadataBuilder();
    url.ifPresent(address::url);
    url.flatMap(Dates::fromUrl).ifPresent(address::published);
    url.flatMap(Urls::host).ifPresent(address::publisher);
    return metadata.withFallback(address.build());
  }

  /** Returns the texts of short blocks and links that are neither headings nor sentences. */
  private static Set<String> labels(Document page) {
    Set<String> labels = new HashSet<>();
    for (Element block : page.select("div, li, p")) {
      boolean isLeaf = block.select(BLOCKS).size() == 1;
      String text = block.text();
      boolean isLabel =
          (block.nameIs("div") && text.length() <= MAX_LABEL_LENGTH)
              || block.select("a").text().length() > LINK_SHARE * text.length();
      if (isLeaf
          && isLabel
          && !isSentence(text)
          && !PageControls.opensComments(text)
          && !PageControls.opensLinks(text)) {
        labels.add(text);
      }
    }
    return labels;
  }

  /** Returns the paragraphs between the headline and the end of the article. */
  private static List<String> article(List<String> all, Set<String> labels, Metadata metadata) {
    List<String> lines =
        all.stream()
            .filter(it -> !labels.contains(it.strip()) && !PageControls.isControl(it))
            .distinct()
            .toList();
    int begin = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (PrintedPageMetadata.isTitle(lines.get(i), metadata)) {
        begin = i + 1;
        break;
      }
    }
    while (begin < lines.size()
        && (PrintedPageMetadata.isHeaderLine(lines.get(begin))
            || PageControls.opensComments(lines.get(begin)))) {
      begin++;
    }
    List<String> rest = new ArrayList<>(lines.subList(begin, end(lines, begin)));
    while (!rest.isEmpty() && !isSentence(rest.get(rest.size() - 1))) {
      rest.remove(rest.size() - 1);
    }
    return rest;
  }

  private static int end(List<String> lines, int begin) {
    int all = proseLength(lines.subList(begin, lines.size()));
    int before = 0;
    int paragraphs = 0;
    for (int i = begin; i < lines.size(); i++) {
      String line = lines.get(i);
      if ((paragraphs >= MIN_PARAGRAPHS && PageControls.opensComments(line))
          || (2 * before >= all && PageControls.opensLinks(line))) {
        return i;
      }
      before += proseLength(List.of(line));
      paragraphs += isProse(line) ? 1 : 0;
    }
    return lines.size();
  }

  private static int proseLength(List<String> lines) {
    return lines.stream().filter(BrowserPrint::isProse).mapToInt(String::length).sum();
  }

  private static boolean isProse(String line) {
    return line.length() >= MIN_PROSE_LENGTH && isSentence(line);
  }

  static boolean isSentence(String line) {
    return SENTENCE_END.matcher(line.strip()).find();
  }
}

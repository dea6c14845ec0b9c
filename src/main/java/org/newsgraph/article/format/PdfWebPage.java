package org.newsgraph.article.format;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.newsgraph.article.format.PdfMarkedContent.Sequence;

/**
 * Restores the web page from a PDF that a browser printed. Chromium tags its PDFs: their structure
 * has an element for each of the page's, though without names and classes.
 */
final class PdfWebPage {
  private static final int MAX_DEPTH = 400;

  /** HTML elements of the structure types that have one. */
  private static final Map<String, String> ELEMENTS =
      Map.ofEntries(
          Map.entry("Art", "article"),
          Map.entry("Aside", "aside"),
          Map.entry("BlockQuote", "blockquote"),
          Map.entry("Caption", "figcaption"),
          Map.entry("Em", "em"),
          Map.entry("Figure", "figure"),
          Map.entry("H", "h2"),
          Map.entry("H1", "h1"),
          Map.entry("H2", "h2"),
          Map.entry("H3", "h3"),
          Map.entry("H4", "h4"),
          Map.entry("H5", "h5"),
          Map.entry("H6", "h6"),
          Map.entry("L", "ul"),
          Map.entry("LI", "li"),
          Map.entry("Link", "a"),
          Map.entry("P", "p"),
          Map.entry("Sect", "section"),
          Map.entry("Strong", "strong"),
          Map.entry("TD", "td"),
          Map.entry("TH", "th"),
          Map.entry("TR", "tr"),
          Map.entry("Table", "table"));

  /** Elements whose content is text, so that their parts are not divided into blocks. */
  private static final Set<String> TEXTS =
      Set.of("Em", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Link", "P", "Strong");

  /** Elements that are not text: bullets of lists, buttons and fields. */
  private static final Set<String> SKIPPED = Set.of("Lbl", "Form");

  /** Distance between baselines from which a line of text starts a new paragraph, in type sizes. */
  private static final double MIN_GAP = 2.2;

  private final PdfMarkedContent contents;

  /** Last text that was added, or null at the start. */
  private Sequence last;

  private PdfWebPage(PdfMarkedContent contents) {
    this.contents = contents;
  }

  /** Returns the page, or empty if the document is not tagged. */
  static Optional<Document> of(PDDocument document) throws IOException {
    PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
    if (root == null) {
      return Optional.empty();
    }
    Document page = Document.createShell("");
    PdfWebPage reader = new PdfWebPage(PdfMarkedContent.of(document));
    for (Object kid : root.getKids()) {
      reader.add(kid, null, page.body(), false, 0);
    }
    return page.body().hasText() ? Optional.of(page) : Optional.empty();
  }

  /**
   * Adds a part of the structure to an HTML element.
   *
   * @param page page of the part, unless the part states its own; null if none is known
   * @param isText whether the part is inside a paragraph or heading
   */
  private void add(Object part, PDPage page, Element parent, boolean isText, int depth) {
    if (part instanceof PDStructureElement element && depth < MAX_DEPTH) {
      PDPage own = element.getPage();
      addElement(element, own == null ? page : own, parent, isText, depth);
    } else if (part instanceof Integer number) {
      contents.get(page, number).ifPresent(it -> addText(it, parent, isText));
    } else if (part instanceof PDMarkedContentReference reference) {
      PDPage own = reference.getPage();
      contents
          .get(own == null ? page : own, reference.getMCID())
          .ifPresent(it -> addText(it, parent, isText));
    } else if (part instanceof PDObjectReference reference) {
      addAddress(reference, parent);
    }
  }

  private void addElement(
      PDStructureElement element, PDPage page, Element parent, boolean isText, int depth) {
    String type = element.getStandardStructureType();
    if (type == null || SKIPPED.contains(type)) {
      return;
    }
    String name = ELEMENTS.get(type);
    Element target = parent;
    if (name != null) {
      target = parent.appendElement(name);
    } else if (!isText && isBlock(element, page)) {
      target = parent.appendElement("div");
    }
    for (Object kid : element.getKids()) {
      add(kid, page, target, isText || TEXTS.contains(type), depth + 1);
    }
  }

  /**
   * Tests whether an element without a type of its own is a block: it contains other elements and
   * starts on a new line.
   */
  private boolean isBlock(PDStructureElement element, PDPage page) {
    return element.getKids().stream().anyMatch(PDStructureElement.class::isInstance)
        && (last == null
            || firstText(element, page, 0).stream()
                .noneMatch(it -> it.begin().isOnLineOf(last.end()) || last.isFullBefore(it)));
  }

  private Optional<Sequence> firstText(Object part, PDPage page, int depth) {
    if (part instanceof PDStructureElement element && depth < MAX_DEPTH) {
      PDPage own = element.getPage() == null ? page : element.getPage();
      return element.getKids().stream()
          .flatMap(kid -> firstText(kid, own, depth + 1).stream())
          .findFirst();
    }
    if (part instanceof PDMarkedContentReference reference) {
      PDPage own = reference.getPage() == null ? page : reference.getPage();
      return contents.get(own, reference.getMCID());
    }
    return part instanceof Integer number ? contents.get(page, number) : Optional.empty();
  }

  private void addText(Sequence sequence, Element parent, boolean isText) {
    if (last != null && !sequence.begin().isOnLineOf(last.end())) {
      boolean isParagraph = isText ? isBelowGap(sequence) : !last.isFullBefore(sequence);
      if (isParagraph && parent.childNodeSize() > 0) {
        parent.appendElement("br");
        parent.appendElement("br");
      } else {
        parent.appendText(" ");
      }
    } else if (last != null && sequence.begin().isApartFrom(last.end())) {
      parent.appendText(" ");
    }
    parent.appendText(sequence.text());
    last = sequence;
  }

  private boolean isBelowGap(Sequence sequence) {
    return sequence.begin().page() == last.end().page()
        && sequence.begin().baseline() - last.end().baseline() > MIN_GAP * sequence.begin().size();
  }

  private static void addAddress(PDObjectReference reference, Element parent) {
    if (parent.nameIs("a")
        && reference.getReferencedObject() instanceof PDAnnotationLink link
        && link.getAction() instanceof PDActionURI action
        && action.getURI() != null) {
      parent.attr("href", action.getURI());
    }
  }
}

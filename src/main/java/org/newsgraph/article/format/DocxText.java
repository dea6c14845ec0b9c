package org.newsgraph.article.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of one part of a Word document, with all tracked changes accepted: deleted text is left
 * out, and moved text stands where it was moved to. Hidden text is left out.
 */
final class DocxText {
  private FlowedLines flow = new FlowedLines();

  /** Notes that the text refers to, in the order of the references. */
  private final List<String> references = new ArrayList<>();

  /** Lines of the notes that this part consists of. */
  private final Map<String, FlowedLines> notes = new HashMap<>();

  /** For each open paragraph, whether its end is deleted, so that the next one continues it. */
  private final Deque<Boolean> endsDeleted = new ArrayDeque<>();

  /** Number of open elements whose text is left out. */
  private int skipped;

  private int paragraphProperties;
  private boolean isHidden;
  private boolean isText;

  private DocxText() {}

  /**
   * Parses a part of a document: its text, its footnotes or its endnotes.
   *
   * @param xml content of the part
   */
  static DocxText parse(String xml) throws XMLStreamException {
    DocxText text = new DocxText();
    XMLStreamReader reader = Xml.reader(xml);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> text.start(reader.getLocalName(), reader);
        case XMLStreamConstants.END_ELEMENT -> text.end(reader.getLocalName());
        default -> {
          if (text.isText && reader.hasText()) {
            text.flow.append(reader.getText());
          }
        }
      }
    }
    return text;
  }

  /**
   * Returns the lines of the text, followed by those of its notes.
   *
   * @param noteParts parts with footnotes and endnotes
   */
  List<String> lines(List<DocxText> noteParts) {
    List<String> all = new ArrayList<>(flow.lines());
    for (String reference : references) {
      for (DocxText part : noteParts) {
        if (part.notes.containsKey(reference)) {
          all.addAll(part.notes.get(reference).lines());
        }
      }
    }
    return all;
  }

  private void start(String name, XMLStreamReader reader) {
    switch (name) {
      case "t" -> isText = skipped == 0 && !isHidden;
      case "tab" -> append(" ");
      case "noBreakHyphen" -> append("-");
      case "br", "cr" -> {
        if (isShown()) {
          flow.endLine();
        }
      }
      case "p" -> endsDeleted.push(false);
      case "pPr" -> paragraphProperties++;
      case "r" -> isHidden = false;
      case "vanish" -> isHidden |= paragraphProperties == 0 && isOn(reader);
      case "del", "moveFrom" -> startDeletion();
      // The fallback repeats content for programs that do not support it; rt is a pronunciation.
      case "Fallback", "rt" -> skipped++;
      case "txbxContent" -> flow.startInset();
      case "footnoteReference", "endnoteReference" -> {
        if (isShown()) {
          references.add(name.replace("Reference", "") + attribute(reader, "id"));
        }
      }
      case "footnote", "endnote" -> {
        flow = new FlowedLines();
        notes.put(name + attribute(reader, "id"), flow);
      }
      default -> {}
    }
  }

  private void end(String name) {
    switch (name) {
      case "t" -> isText = false;
      case "p" -> {
        boolean isDeleted = endsDeleted.pop();
        if (skipped == 0 && !isDeleted) {
          flow.endParagraph();
        }
      }
      case "pPr" -> paragraphProperties--;
      case "r" -> isHidden = false;
      case "del", "moveFrom" -> {
        if (paragraphProperties == 0) {
          skipped--;
        }
      }
      case "Fallback", "rt" -> skipped--;
      case "txbxContent" -> flow.endBox();
      default -> {}
    }
  }

  /** Starts deleted text, or marks the end of the current paragraph as deleted. */
  private void startDeletion() {
    if (paragraphProperties == 0) {
      skipped++;
    } else if (!endsDeleted.isEmpty()) {
      endsDeleted.pop();
      endsDeleted.push(true);
    }
  }

  private void append(String text) {
    if (isShown()) {
      flow.append(text);
    }
  }

  private boolean isShown() {
    return skipped == 0 && !isHidden && paragraphProperties == 0;
  }

  private static boolean isOn(XMLStreamReader reader) {
    String value = attribute(reader, "val");
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  /** Returns the value of an attribute in any namespace, or an empty string. */
  private static String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }
}

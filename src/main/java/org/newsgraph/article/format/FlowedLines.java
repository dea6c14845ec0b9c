package org.newsgraph.article.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Collects the lines of a word processor's document. Each paragraph is followed by a blank line. A
 * text box follows the paragraph that it is anchored in, and notes follow the text.
 */
final class FlowedLines {
  /** The lines of the document, of a text box or of a note. */
  private static final class Flow {
    private final List<String> lines = new ArrayList<>();
    private final List<String> boxes = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
  }

  private final Deque<Flow> open = new ArrayDeque<>();
  private final List<String> notes = new ArrayList<>();

  FlowedLines() {
    open.push(new Flow());
  }

  void append(CharSequence text) {
    open.element().line.append(text);
  }

  /** Ends a line within a paragraph. */
  void endLine() {
    Flow flow = open.element();
    flow.lines.add(flow.line.toString().replace('\u00A0', ' ').strip());
    flow.line.setLength(0);
  }

  /** Ends a paragraph. Empty paragraphs are left out. */
  void endParagraph() {
    Flow flow = open.element();
    if (!flow.line.toString().isBlank()) {
      endLine();
    }
    flow.line.setLength(0);
    if (!flow.lines.isEmpty() && !flow.lines.get(flow.lines.size() - 1).isEmpty()) {
      flow.lines.add("");
    }
    flow.lines.addAll(flow.boxes);
    flow.boxes.clear();
  }

  /** Starts the text of a box or note, which {@link #endBox} or {@link #endNote} ends. */
  void startInset() {
    open.push(new Flow());
  }

  void endBox() {
    List<String> box = closeInset();
    open.element().boxes.addAll(box);
  }

  void endNote() {
    notes.addAll(closeInset());
  }

  /** Returns all lines, with those of the notes at the end. */
  List<String> lines() {
    while (open.size() > 1) {
      endBox();
    }
    closeParagraph();
    List<String> all = new ArrayList<>(open.element().lines);
    all.addAll(notes);
    return all;
  }

  private List<String> closeInset() {
    closeParagraph();
    return open.pop().lines;
  }

  private void closeParagraph() {
    Flow flow = open.element();
    if (flow.line.length() > 0 || !flow.boxes.isEmpty()) {
      endParagraph();
    }
  }
}

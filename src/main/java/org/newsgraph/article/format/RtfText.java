package org.newsgraph.article.format;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.WordLists;
import org.newsgraph.article.format.RtfGroup.Destination;
import org.newsgraph.article.format.RtfScanner.Token;

/**
 * Parser of rich text documents (RTF specification 1.9.1). It accepts all tracked changes, and
 * leaves out hidden text, headers, footers, comments, pictures and the codes of fields.
 */
final class RtfText {
  private static final int MAX_DEPTH = 10_000;
  private static final String PARAGRAPH = "PARAGRAPH";
  private static final String LINE = "LINE";
  private static final int BULLET_OF_SYMBOL_FONTS = 0xF0B7;

  private static final Map<String, Destination> DESTINATIONS =
      table("rtf-destinations.tsv").entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, it -> Destination.valueOf(it.getValue())));

  private static final Map<String, String> CHARACTERS = table("rtf-characters.tsv");

  private final RtfScanner scanner;
  private final RtfFonts fonts = new RtfFonts();
  private final RtfProperties properties = new RtfProperties();
  private final FlowedLines lines = new FlowedLines();
  private final Deque<RtfGroup> outer = new ArrayDeque<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private RtfGroup group = new RtfGroup();

  /** Number of following characters that repeat a Unicode character. */
  private int fallback;

  private RtfText(byte[] document) {
    scanner = new RtfScanner(document);
  }

  /**
   * The content of a rich text document.
   *
   * @param lines lines of its text; each paragraph is followed by a blank line
   * @param metadata properties of the document
   * @param isComplete whether the document has an end
   */
  record Content(List<String> lines, Metadata metadata, boolean isComplete) {}

  static Content parse(byte[] document) throws UnreadableArticleException {
    RtfText text = new RtfText(document);
    boolean isComplete = text.read();
    return new Content(text.lines.lines(), text.properties.metadata(), isComplete);
  }

  /** Reads all tokens. Returns whether the outermost group is closed. */
  private boolean read() throws UnreadableArticleException {
    for (Token token = scanner.next(); token != Token.END; token = scanner.next()) {
      if (token == Token.BYTE) {
        readByte();
        continue;
      }
      decodeBytes();
      switch (token) {
        case GROUP_START -> startGroup();
        case GROUP_END -> {
          if (outer.isEmpty() || endGroup()) {
            return true;
          }
        }
        default -> readControl(scanner.word());
      }
    }
    decodeBytes();
    return false;
  }

  private void readByte() {
    if (fallback > 0) {
      fallback--;
    } else {
      bytes.write(scanner.value());
    }
  }

  /** Decodes consecutive bytes together, because a character may have several. */
  private void decodeBytes() {
    if (bytes.size() > 0) {
      append(bytes.toString(group.charset));
      bytes.reset();
    }
  }

  private void startGroup() throws UnreadableArticleException {
    if (outer.size() >= MAX_DEPTH) {
      throw new UnreadableArticleException("groups nested more than " + MAX_DEPTH + " deep");
    }
    fallback = 0;
    outer.push(group);
    group = new RtfGroup(group);
  }

  /** Ends a group. Returns whether it was the outermost one. */
  private boolean endGroup() {
    fallback = 0;
    RtfGroup ended = group;
    group = outer.pop();
    switch (ended.destination) {
      case BOX -> lines.endBox();
      case NOTE -> lines.endNote();
      case FONTS -> group.charset = fonts.defaultCharset();
      default -> {}
    }
    return outer.isEmpty();
  }

  private void readControl(String word) {
    String character = CHARACTERS.get(word);
    boolean isMark = PARAGRAPH.equals(character) || LINE.equals(character);
    if (fallback > 0 && character != null && !isMark) {
      fallback--;
      return;
    }
    fallback = 0;
    if (word.equals("*")) {
      group.isIgnorable = true;
      return;
    }
    boolean isIgnorable = group.isIgnorable;
    group.isIgnorable = false;
    if (group.destination == Destination.SKIPPED) {
      return;
    }
    Optional<Destination> destination = destination(word, isIgnorable);
    if (destination.isPresent()) {
      startDestination(destination.get(), word);
    } else if (character != null) {
      readCharacter(character);
    } else {
      readProperty(word);
    }
  }

  private Optional<Destination> destination(String word, boolean isIgnorable) {
    if (word.equals("ud")) {
      return Optional.of(group.unicodeDestination);
    }
    if (word.equals("upr")) {
      group.unicodeDestination = group.destination;
      return Optional.of(Destination.CONTAINER);
    }
    if (group.destination == Destination.INFORMATION && RtfProperties.isProperty(word)) {
      return Optional.of(Destination.PROPERTY);
    }
    return Optional.ofNullable(DESTINATIONS.get(word))
        .or(() -> isIgnorable ? Optional.of(Destination.SKIPPED) : Optional.empty());
  }

  private void startDestination(Destination destination, String word) {
    // A group is one box or note, even if it is malformed and starts several.
    if (group.isInset()) {
      return;
    }
    group.destination = destination;
    if (RtfProperties.isProperty(word)) {
      group.property = word;
    }
    if (group.isInset()) {
      lines.startInset();
    }
  }

  private void readCharacter(String character) {
    if (!group.isShown()) {
      append(character.length() == 1 ? character : " ");
    } else if (!group.isHidden()) {
      switch (character) {
        case PARAGRAPH -> lines.endParagraph();
        case LINE -> lines.endLine();
        case "SPACE" -> lines.append(" ");
        default -> lines.append(character);
      }
    }
  }

  private void readProperty(String word) {
    switch (word) {
      case "u" -> readUnicode(scanner.parameter(0));
      case "uc" -> group.fallbackLength = Math.max(0, scanner.parameter(1));
      case "f" -> readFont(word);
      case "plain" -> group.resetCharacters(fonts.defaultCharset());
      case "yr", "mo", "dy", "hr", "min" ->
          properties.setPart(group.property, word, scanner.parameter(0));
      default -> {
        if (RtfGroup.hides(word)) {
          group.setHidden(word, scanner.parameter(1) != 0);
        } else if (group.destination == Destination.FONTS) {
          fonts.readTable(word, scanner.parameter(0));
        } else if (outer.size() == 1) {
          if (fonts.readHeading(word, scanner.parameter(0))) {
            group.charset = fonts.defaultCharset();
          }
        }
      }
    }
  }

  private void readFont(String word) {
    if (group.destination == Destination.FONTS) {
      fonts.readTable(word, scanner.parameter(0));
    } else {
      group.charset = fonts.charset(scanner.parameter(0));
    }
  }

  private void readUnicode(int code) {
    char character = (char) code;
    boolean isSymbol = character >= 0xF000 && character <= 0xF0FF;
    if (!isSymbol) {
      append(String.valueOf(character));
    } else if (character == BULLET_OF_SYMBOL_FONTS) {
      append("•");
    }
    fallback = group.fallbackLength;
  }

  private void append(String text) {
    if (group.isShown()) {
      if (!group.isHidden()) {
        lines.append(text);
      }
    } else if (group.destination == Destination.PROPERTY) {
      properties.append(group.property, text);
    }
  }

  private static Map<String, String> table(String name) {
    return WordLists.rows(RtfText.class, name).stream()
        .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
  }
}

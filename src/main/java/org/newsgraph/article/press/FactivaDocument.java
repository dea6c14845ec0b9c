package org.newsgraph.article.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.decode.LanguageNames;
import org.newsgraph.article.layout.Byline;

/**
 * A document of Factiva: with a code before each field ("HD", "LP"), or without codes, where the
 * order and form of the lines determine the fields.
 */
final class FactivaDocument {
  /** Fields after texts without codes, which are those of Nexis. */
  private static final FieldTable FIELDS = FieldTable.of("nexis-fields.tsv");

  private static final Pattern CODE_LINE =
      Pattern.compile(
          "\\s*(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|ART|CX)(?:(\\s+)(.*)|)");

  /** Codes of index terms, which consist of a code and a name: "velfer : Vellmar Ferries". */
  private static final Set<String> INDEX_CODES = Set.of("CO", "IN", "NS", "RE");

  private static final Pattern CODE_BESIDE_VALUE = Pattern.compile("\\s*HD \\S.*");
  private static final Pattern WIDE_SPACE = Pattern.compile("\\t|\\s{2,}");
  private static final Pattern WORD_COUNT =
      Pattern.compile("[\\d,. ]{1,9} (?:words|Wörter|mots|palabras|parole|woorden|ord|palavras)");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d\\d");
  private static final Pattern SOURCE_CODE = Pattern.compile("[A-Z0-9]{2,10}");
  private static final Pattern PAGE =
      Pattern.compile("(?i)(?:page )?[A-Z]{0,2}\\d{1,3}|volume .*|.*edition.*");
  private static final Pattern PAGE_FOOT =
      Pattern.compile("(?:Page \\d+ of \\d+\\s+)?© \\d{4} Factiva, Inc\\..*");

  private final LabelledLines document;
  private final List<String> lines;
  private final MetadataBuilder metadata = new MetadataBuilder();
  private String day = "";
  private String time = "";

  private FactivaDocument(List<String> lines) {
    this.lines = lines;
    this.document = new LabelledLines(lines, FIELDS);
  }

  /**
   * Returns the article in these lines, or empty if they contain no text.
   *
   * @param id identifier of the document
   */
  static Optional<PressArticle> parse(List<String> lines, Optional<String> id) {
    List<String> kept =
        lines.stream().filter(it -> !PAGE_FOOT.matcher(it.strip()).matches()).toList();
    FactivaDocument document = new FactivaDocument(kept);
    String text = document.hasCodes() ? document.readCoded() : document.readUncoded();
    if (!document.day.isEmpty()) {
      document.metadata.published(ArchiveDates.withTime(document.day, document.time, ""));
    }
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(new PressArticle(id, text, document.metadata.build()));
  }

  private boolean hasCodes() {
    return lines.stream().anyMatch(it -> it.strip().matches("HD(?:\\s.*)?"))
        && lines.stream().anyMatch(it -> it.strip().matches("(?:LP|TD)(?:\\s.*)?"));
  }

  private String readCoded() {
    StringBuilder text = new StringBuilder();
    String code = "";
    List<String> value = new ArrayList<>();
    for (String line : lines) {
      Matcher coded = CODE_LINE.matcher(line);
      if (coded.matches() && isCode(coded, code)) {
        readCode(code, value, text);
        code = coded.group(1);
        value.clear();
        value.add(coded.group(3) == null ? "" : coded.group(3));
      } else {
        value.add(line);
      }
    }
    readCode(code, value, text);
    return text.toString().strip();
  }

  /**
   * Tests whether the capitals at the start of a line are a code and not a word of the text ("IN
   * the harbour").
   */
  private boolean isCode(Matcher coded, String current) {
    boolean isInText = current.equals("LP") || current.equals("TD");
    if (!isInText || coded.group(2) == null || WIDE_SPACE.matcher(coded.group(2)).find()) {
      return true;
    }
    return INDEX_CODES.contains(coded.group(1))
        ? coded.group(3).contains(" : ")
        : lines.stream().anyMatch(it -> CODE_BESIDE_VALUE.matcher(it).matches());
  }

  private void readCode(String code, List<String> lines, StringBuilder text) {
    String value = String.join(" ", lines).strip();
    switch (code) {
      case "HD" -> metadata.title(value);
      case "BY" -> metadata.author(value);
      case "SE" -> metadata.section(value);
      case "PD" -> day = ArchiveDates.toIso(value).orElse("");
      case "ET" -> time = value;
      case "SN" -> metadata.publisher(value);
      case "LA" -> metadata.language(value);
      case "CY" -> metadata.rights(value);
      case "CX" -> metadata.correction(value);
      case "LP", "TD" -> text.append(LabelledLines.text(lines)).append("\n\n");
      default -> {}
    }
  }

  private String readUncoded() {
    int words = 0;
    while (words < lines.size() && !WORD_COUNT.matcher(lines.get(words).strip()).matches()) {
      words++;
    }
    if (words == lines.size()) {
      return "";
    }
    readHeading(document.filled(0, words));
    int at = words + 1;
    String publisher = "";
    boolean hasLanguage = false;
    for (; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      Optional<String> date = day.isEmpty() ? ArchiveDates.toIso(line) : Optional.empty();
      if (date.isPresent()) {
        day = date.get();
      } else if (TIME.matcher(line).matches()) {
        time = line;
      } else if (LabelledLines.isCopyright(line)) {
        metadata.rights(line);
        at++;
        break;
      } else if (LanguageNames.isName(line)) {
        metadata.language(line);
        hasLanguage = true;
      } else if (!line.isEmpty()
          && !PAGE.matcher(line).matches()
          && (publisher.isEmpty() || !SOURCE_CODE.matcher(line).matches())) {
        if (!publisher.isEmpty() && hasLanguage) {
          break;
        }
        publisher = publisher.isEmpty() ? line : publisher;
        metadata.publisher(line);
      }
    }
    return document.text(at, lines.size());
  }

  /** Reads section, headline and byline; only the headline is always present. */
  private void readHeading(List<String> above) {
    List<String> rest = new ArrayList<>(above);
    if (rest.size() > 1) {
      String last = rest.get(rest.size() - 1);
      if (Byline.isByline(last) || Byline.isName(last)) {
        metadata.author(last);
        rest.remove(rest.size() - 1);
      }
    }
    if (!rest.isEmpty()) {
      metadata.title(rest.get(rest.size() - 1));
      metadata.section(rest.size() > 1 ? rest.get(0) : null);
    }
  }
}

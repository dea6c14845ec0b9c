package org.newsgraph.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Article;
import org.newsgraph.article.Dates;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.UnreadableArticleException;
import org.newsgraph.article.decode.LanguageNames;
import org.newsgraph.article.layout.Byline;

/**
 * One article of a press archive's export. The lines around its text (newspaper, date, section,
 * length, byline, copyright, index terms) become metadata.
 */
final class PressArchiveArticle {
  /** A field before the text: "SECTION: Section A; Pg. 1". */
  private static final Pattern HEAD_FIELD =
      Pattern.compile(
          "\\s*(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|ABSTRACT|SERIES|URL|COPYRIGHT|Byline"
              + "|Section|Length|Dateline|Highlight|Abstract|Series|Url):\\s*(.*)");

  /** A field after the text. */
  private static final Pattern TAIL_FIELD =
      Pattern.compile(
          "\\s*(?:(LOAD-DATE|LANGUAGE|GRAPHIC|PUBLICATION-TYPE|CORRECTION-DATE|CORRECTION|SUBJECT"
              + "|NOTES|URL|JOURNAL-CODE|ACC-NO|DOCUMENT-TYPE|TYPE|DISTRIBUTION|COMPANY|PERSON"
              + "|ORGANIZATION|GEOGRAPHIC|COUNTRY|STATE|CITY|INDUSTRY|TICKER|Load-Date|Language"
              + "|Publication-Type|Journal Code|Subject):\\s*(.*)|(Classification|Notes|Graphic))");

  private static final Pattern COPYRIGHT =
      Pattern.compile("\\s*(?:Copyright|\\(c\\)|©).{0,300}", Pattern.CASE_INSENSITIVE);
  private static final Pattern RESERVED =
      Pattern.compile("\\s*All Rights Reserved\\.?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD_COUNT = Pattern.compile("\\s*[\\d,.]{1,9} words\\s*");
  private static final Pattern EDITION =
      Pattern.compile("(?i).*\\b(?:edition|final|correction appended|\\w+day)\\b.*");
  private static final Pattern TAG =
      Pattern.compile(
          "(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|CLM|ART)(?:\\s+(.*)|)");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,10}");
  private static final Pattern PAGE =
      Pattern.compile("(?i)(?:page )?[A-Z]?\\d{1,3}|\\d{1,2}:\\d\\d|volume .*|.*edition.*");

  private final List<String> lines;
  private final MetadataBuilder metadata = new MetadataBuilder();

  private PressArchiveArticle(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Returns the article between two separators.
   *
   * @param lines lines between the separators
   * @param separator the separator after the article, which may contain its id; empty at the end of
   *     the file
   * @return the article, or empty if the lines are white space or a table of contents
   */
  static Optional<Article> of(
      List<String> lines, String separator, SourceLocation place, int maxLength)
      throws UnreadableArticleException {
    List<String> stripped = lines.stream().map(String::stripTrailing).toList();
    PressArchiveArticle exported = new PressArchiveArticle(stripped);
    boolean factiva = separator.matches("(?:AN\\s+)?Document \\S+");
    Optional<String> id =
        factiva ? Optional.of(separator.replaceFirst(".*\\s", "")) : Optional.empty();
    String text =
        !factiva
            ? exported.readNexis()
            : exported.isTagged() ? exported.readTaggedFactiva() : exported.readFactiva();
    if (text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        ArticleStreams.createArticle(id, text, exported.metadata.build(), place, maxLength));
  }

  // ---- Nexis ----

  private String readNexis() {
    int date = firstDate();
    int body = bodyStart(date);
    if (date < 0 || body < 0) {
      return "";
    }
    readNexisHeading(date, body);
    int at = readHead(date + 1, body);
    int tail = tailStart(at);
    readTail(tail);
    return text(lines.subList(at, tail));
  }

  private int firstDate() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && line.length() < 60 && isDate(line)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDate(String line) {
    return line.matches(".*\\b(?:19|20)\\d\\d\\b.*")
        && Dates.toIso(line.replaceAll("(?i)\\s+(?:GMT|EST|EDT|UTC)$", "")).isPresent();
  }

  /**
   * Returns the index of the line in which the text or its first field starts: the first field, or
   * the line "Body". Returns -1 if there is none.
   */
  private int bodyStart(int date) {
    for (int i = Math.max(0, date); i < lines.size(); i++) {
      if (HEAD_FIELD.matcher(lines.get(i)).matches() || lines.get(i).strip().equals("Body")) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Reads newspaper, date and headline. One variant of the format gives newspaper and date above
   * the headline, the other below it.
   */
  private void readNexisHeading(int date, int body) {
    metadata.published(lines.get(date).replaceAll("(?i)\\s+(?:GMT|EST|EDT|UTC)\\s*$", ""));
    List<String> above = paragraphs(0, date);
    List<String> below = new ArrayList<>(paragraphs(date + 1, body));
    below.removeIf(it -> COPYRIGHT.matcher(it).matches() || RESERVED.matcher(it).matches());
    while (!below.isEmpty() && below.size() > 1 && EDITION.matcher(below.get(0)).matches()) {
      below.remove(0);
    }
    if (above.size() >= 2 && (below.isEmpty() || EDITION.matcher(below.get(0)).matches())) {
      metadata.publisher(above.get(above.size() - 1)).title(above.get(above.size() - 2));
    } else {
      metadata.publisher(above.isEmpty() ? null : above.get(above.size() - 1));
      metadata.title(below.isEmpty() ? null : below.get(0));
    }
    for (int i = date; i < body; i++) {
      readCopyright(lines.get(i));
    }
  }

  private void readCopyright(String line) {
    if (COPYRIGHT.matcher(line).matches()) {
      metadata.rights(line);
    }
  }

  private List<String> paragraphs(int from, int to) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!lines.get(i).isBlank()) {
        paragraphs.add(lines.get(i).strip());
      }
    }
    return paragraphs;
  }

  /** Reads the fields before the text. Returns the index of the line in which the text starts. */
  private int readHead(int from, int first) {
    int at = Math.max(from, first);
    while (at < lines.size()) {
      Matcher field = HEAD_FIELD.matcher(lines.get(at));
      if (field.matches()) {
        StringBuilder value = new StringBuilder(field.group(2));
        at++;
        // A long value continues on the next line.
        while (at < lines.size() && !lines.get(at).isBlank() && isWrapped(at)) {
          value.append(' ').append(lines.get(at++).strip());
        }
        readField(field.group(1), value.toString());
      } else if (lines.get(at).strip().equals("Body")) {
        return at + 1;
      } else if (lines.get(at).isBlank() || COPYRIGHT.matcher(lines.get(at)).matches()) {
        readCopyright(lines.get(at++));
      } else {
        return at;
      }
    }
    return at;
  }

  private boolean isWrapped(int at) {
    return lines.get(at - 1).length() > 55
        && !HEAD_FIELD.matcher(lines.get(at)).matches()
        && !lines.get(at).strip().equals("Body");
  }

  private void readField(String name, String value) {
    switch (name.toUpperCase(Locale.ROOT)) {
      case "BYLINE" -> metadata.author(value);
      case "SECTION" -> metadata.section(value);
      case "URL" -> metadata.url(value);
      case "COPYRIGHT" -> metadata.rights(value);
      case "LANGUAGE" -> metadata.language(value.split("[;,]", -1)[0]);
      default -> {}
    }
  }

  private int tailStart(int from) {
    for (int i = from; i < lines.size(); i++) {
      boolean afterBlank = i == from || lines.get(i - 1).isBlank();
      if (afterBlank && (TAIL_FIELD.matcher(lines.get(i)).matches() || isClosingCopyright(i))) {
        return i;
      }
    }
    return lines.size();
  }

  private boolean isClosingCopyright(int at) {
    return COPYRIGHT.matcher(lines.get(at)).matches()
        && paragraphs(at + 1, lines.size()).stream().allMatch(it -> RESERVED.matcher(it).matches());
  }

  private void readTail(int from) {
    for (int i = from; i < lines.size(); i++) {
      readCopyright(lines.get(i));
      Matcher field = TAIL_FIELD.matcher(lines.get(i));
      if (field.matches() && field.group(1) != null) {
        readField(field.group(1), field.group(2));
      }
    }
  }

  // ---- Factiva ----

  private boolean isTagged() {
    return lines.stream().anyMatch(it -> it.matches("HD(?:\\s.*)?"))
        && lines.stream().anyMatch(it -> it.matches("(?:LP|TD)(?:\\s.*)?"));
  }

  private String readTaggedFactiva() {
    StringBuilder text = new StringBuilder();
    String tag = "";
    StringBuilder value = new StringBuilder();
    for (String line : lines) {
      Matcher tagLine = TAG.matcher(line);
      if (tagLine.matches()) {
        readTag(tag, value.toString(), text);
        tag = tagLine.group(1);
        value.setLength(0);
        value.append(tagLine.group(2) == null ? "" : tagLine.group(2)).append('\n');
      } else {
        value.append(line).append('\n');
      }
    }
    readTag(tag, value.toString(), text);
    return text.toString().strip();
  }

  private void readTag(String tag, String value, StringBuilder text) {
    switch (tag) {
      case "HD" -> metadata.title(value);
      case "BY" -> metadata.author(value);
      case "SE" -> metadata.section(value);
      case "PD" -> metadata.published(value);
      case "SN" -> metadata.publisher(value);
      case "LA" -> metadata.language(value.strip());
      case "CY" -> metadata.rights(value);
      case "LP", "TD" -> text.append(text(value.lines().toList())).append("\n\n");
      default -> {}
    }
  }

  private String readFactiva() {
    int words = -1;
    for (int i = 0; i < lines.size() && words < 0; i++) {
      words = WORD_COUNT.matcher(lines.get(i)).matches() ? i : -1;
    }
    if (words < 0) {
      return "";
    }
    readFactivaHeading(paragraphs(0, words));
    int at = words + 1;
    boolean dated = false;
    for (; at < lines.size(); at++) {
      String line = lines.get(at).strip();
      if (line.isEmpty() || PAGE.matcher(line).matches()) {
        continue;
      }
      if (!dated && isDate(line)) {
        metadata.published(line);
        dated = true;
      } else if (COPYRIGHT.matcher(line).matches()) {
        metadata.rights(line);
        at++;
        break;
      } else if (LanguageNames.isName(line)) {
        metadata.language(line);
      } else if (!CODE.matcher(line).matches() || metadata.build().publisher().isEmpty()) {
        if (metadata.build().publisher().isPresent() && metadata.build().language().isPresent()) {
          break;
        }
        metadata.publisher(line);
      }
    }
    return text(lines.subList(at, lines.size()));
  }

  /** Reads section, headline and byline; only the headline is always present. */
  private void readFactivaHeading(List<String> above) {
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

  private static String text(List<String> lines) {
    return String.join("\n", lines)
        .replaceAll("(?m)^[ \\t]+", "")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }
}

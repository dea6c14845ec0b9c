package org.newsgraph.article.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Dates;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.layout.Byline;

/**
 * A document of Europresse as lines: newspaper, section with date and page, headline, author, text,
 * copyright line.
 */
final class EuropresseDocument {
  /** Last line of a document: "Numéro de document : news·20240507·EK·0012". */
  static final Pattern NUMBER =
      Pattern.compile(
          "(?:Numéro de document|Document [Nn]umber|Número de documento|Dokumentnummer)\\s*:\\s*(\\p{L}+·(\\d{8})·\\S+)");

  /** Section, weekday, date, time of day and page. */
  private static final Pattern ISSUE =
      Pattern.compile(
          "(?:(.*?),\\s*)?(?:\\p{L}+\\s+)?(\\d{1,2}(?:er)?\\s+\\p{L}+\\s+\\d{4})(?:\\s+\\d{1,6} (?:mots|words|palabras|Wörter))?(?:[ ,-]+(?:à )?(\\d{1,2})[:h](\\d\\d)\\b.*?)?(?:,\\s*(?:p\\.|page)\\s*.*)?");

  /** Lines of the certificate that follows each document. */
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "\\p{L}+·\\d{8}·\\S+|(?:Cet article est paru dans|Certificat émis le|Certificate issued on) .*"
              + "|Ce certificat est émis .*|Date d'émission\\b.*|Le présent document est protégé .*"
              + "|This certificate is issued .*|(?:Issue date|Date issued)\\b.*|The present document .*");

  private EuropresseDocument() {}

  /**
   * Returns the article in these lines, or empty if they contain no text.
   *
   * @param id identifier of the document, which contains its date
   */
  static Optional<PressArticle> parse(List<String> lines, Optional<String> id) {
    List<String> kept =
        lines.stream().filter(it -> !CERTIFICATE.matcher(it.strip()).matches()).toList();
    int issue = 0;
    while (issue < kept.size() && !ISSUE.matcher(kept.get(issue).strip()).matches()) {
      issue++;
    }
    if (issue == kept.size()) {
      return Optional.empty();
    }
    MetadataBuilder metadata = new MetadataBuilder();
    List<String> above = LabelledLines.text(kept.subList(0, issue)).lines().toList();
    metadata.publisher(above.isEmpty() ? null : publisher(above.get(above.size() - 1)));
    readIssue(kept.get(issue), id, metadata);
    List<String> rest = new ArrayList<>(kept.subList(issue + 1, kept.size()));
    readHeading(rest, metadata);
    String text = LabelledLines.text(withoutRights(rest, metadata));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new PressArticle(id, text, metadata.build()));
  }

  /** Returns a newspaper's name without the number of the issue. */
  static String publisher(String line) {
    return line.replaceFirst("(?i),?\\s+n(?:o|°|º)\\.?\\s*\\d.*", "").strip();
  }

  /**
   * Reads the line with section, date and page.
   *
   * @param id identifier of the document, which also contains its date
   */
  static void readIssue(String line, Optional<String> id, MetadataBuilder metadata) {
    Matcher issue = ISSUE.matcher(line.replaceAll("[\\s\\p{Z}]+", " ").strip());
    if (issue.matches()) {
      metadata.section(issue.group(1));
      String time = issue.group(3) == null ? null : issue.group(3) + ":" + issue.group(4);
      Dates.toIso(issue.group(2).replaceFirst("^1er", "1"))
          .or(() -> id.flatMap(EuropresseDocument::date))
          .ifPresent(day -> metadata.published(ArchiveDates.withTime(day, time, "")));
    }
    id.flatMap(EuropresseDocument::date).ifPresent(metadata::published);
  }

  /** Returns the date in the identifier of a document. */
  private static Optional<String> date(String id) {
    return Optional.of(id.split("·", -1))
        .filter(it -> it.length > 2)
        .flatMap(it -> Dates.toIso(it[1]));
  }

  /** Takes rubric, headline and author from the lines of a document. */
  private static void readHeading(List<String> lines, MetadataBuilder metadata) {
    String first = takeLine(lines);
    boolean isRubric = first.equals(first.toUpperCase(Locale.ROOT)) && first.length() <= 40;
    metadata.title(isRubric && lines.size() > 2 ? takeLine(lines) : first);
    List<String> rest = new ArrayList<>(lines);
    String author = takeLine(rest);
    if (Byline.isName(author) || Byline.isByline(author)) {
      metadata.author(author);
      takeLine(lines);
    }
  }

  /** Removes and returns the first line that is not blank. */
  private static String takeLine(List<String> lines) {
    while (!lines.isEmpty()) {
      String line = lines.remove(0).strip();
      if (!line.isEmpty()) {
        return line;
      }
    }
    return "";
  }

  private static List<String> withoutRights(List<String> lines, MetadataBuilder metadata) {
    List<String> kept = new ArrayList<>(lines);
    kept.removeIf(
        line -> {
          boolean isRights = line.strip().matches("©.*(?:réservés|reserved|reservados).*");
          metadata.rights(isRights ? line : null);
          return isRights;
        });
    return kept;
  }
}

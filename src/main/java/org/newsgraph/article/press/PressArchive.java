package org.newsgraph.article.press;

import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.article.NoTextException;

/** A press archive whose exports are read. */
public enum PressArchive {
  NEXIS,
  FACTIVA,
  PROQUEST,
  GALE,
  EUROPRESSE,
  RETRIEVER;

  private static final Pattern NEXIS_START =
      Pattern.compile("(?:Document )?(\\d{1,6} of \\d{1,6}) DOCUMENTS?");
  private static final Pattern NUMBERED =
      Pattern.compile("(?:Document|Dokument) (\\d{1,6} (?:of|de|von) \\d{1,6})");
  private static final Pattern NEXIS_END =
      Pattern.compile("End of Document|Ende des Dokuments?|Fin du document");
  private static final Pattern FACTIVA_END =
      Pattern.compile(
          "(?:AN\\s+)?(?:Document|Documento|Dokument) ([A-Z][A-Za-z0-9]{3,11}20\\d\\d[A-Za-z0-9]{8,20}|[A-Z0-9]{6,}[a-z0-9]{6,})");
  private static final Pattern PROQUEST_END = Pattern.compile("Database: .*");
  private static final Pattern PROQUEST_RULE = Pattern.compile("_{20,}");
  private static final Pattern GALE_END = Pattern.compile("Gale Document Number:\\s*(\\S+)");
  private static final Pattern RETRIEVER_RULE = Pattern.compile("={20,}");

  private static final int MAX_BOUNDARY_LENGTH = 120;

  /** Number of lines between a newspaper's line and the line that names the medium. */
  private static final int RETRIEVER_HEAD_LENGTH = 6;

  /**
   * Detects the archive that an export comes from.
   *
   * @param lines the first lines of a file
   * @return the archive, or empty if the lines are not from an export
   */
  public static Optional<PressArchive> detect(Stream<String> lines) {
    Set<Clue> clues = EnumSet.noneOf(Clue.class);
    int sincePublication = RETRIEVER_HEAD_LENGTH + 1;
    Iterator<String> all = lines.iterator();
    while (all.hasNext()) {
      String next = all.next();
      String line = next.length() > 2 * MAX_BOUNDARY_LENGTH ? "" : next.strip();
      if (line.isEmpty()) {
        continue;
      }
      Optional<PressArchive> certain = ofLine(line);
      if (certain.isPresent()) {
        return certain;
      }
      sincePublication =
          RetrieverDocument.PUBLICATION.matcher(line).matches() ? 0 : sincePublication + 1;
      if (sincePublication <= RETRIEVER_HEAD_LENGTH
          && RetrieverDocument.MEDIUM.matcher(line).matches()) {
        return Optional.of(RETRIEVER);
      }
      Clue.of(line).ifPresent(clues::add);
    }
    if (clues.contains(Clue.PROQUEST_TEXT) && clues.contains(Clue.PROQUEST_PUBLICATION)) {
      return Optional.of(PROQUEST);
    }
    boolean isNexis =
        clues.contains(Clue.NEXIS_LENGTH)
            && (clues.contains(Clue.NEXIS_LOADED) || clues.contains(Clue.NUMBERED));
    return isNexis ? Optional.of(NEXIS) : Optional.empty();
  }

  /** Returns the archive whose exports alone contain such a line. */
  private static Optional<PressArchive> ofLine(String line) {
    if (NEXIS_START.matcher(line).matches() || NEXIS_END.matcher(line).matches()) {
      return Optional.of(NEXIS);
    }
    if (FACTIVA_END.matcher(line).matches()) {
      return Optional.of(FACTIVA);
    }
    if (EuropresseDocument.NUMBER.matcher(line).matches()) {
      return Optional.of(EUROPRESSE);
    }
    if (line.startsWith("ProQuest document ID:")) {
      return Optional.of(PROQUEST);
    }
    return GALE_END.matcher(line).matches() ? Optional.of(GALE) : Optional.empty();
  }

  /** Lines that point to an archive together. */
  private enum Clue {
    NUMBERED("(?:Document|Dokument) \\d{1,6} (?:of|de|von) \\d{1,6}"),
    NEXIS_LENGTH("(?i:LENGTH|LÄNGE|LONGUEUR):.*"),
    NEXIS_LOADED("(?:LOAD-DATE|Load-Date):.*"),
    PROQUEST_TEXT("Full [Tt]ext:.*"),
    PROQUEST_PUBLICATION("Publication title:.*");

    private final Pattern pattern;

    Clue(String regex) {
      pattern = Pattern.compile(regex);
    }

    static Optional<Clue> of(String line) {
      return Stream.of(values()).filter(it -> it.pattern.matcher(line).matches()).findFirst();
    }
  }

  /** Returns the boundary between documents that a line is, or empty if it is part of one. */
  public Optional<PressBoundary> boundary(String text) {
    if (text.length() > MAX_BOUNDARY_LENGTH) {
      return Optional.empty();
    }
    String line = text.strip();
    return switch (this) {
      case NEXIS ->
          numbered(NEXIS_START, line)
              .or(() -> numbered(NUMBERED, line))
              .or(() -> end(NEXIS_END, line));
      case FACTIVA -> end(FACTIVA_END, line);
      case PROQUEST ->
          numbered(NUMBERED, line)
              .or(() -> end(PROQUEST_END, line))
              .or(() -> between(PROQUEST_RULE, line));
      case GALE -> end(GALE_END, line);
      case EUROPRESSE -> end(EuropresseDocument.NUMBER, line);
      case RETRIEVER -> between(RETRIEVER_RULE, line);
    };
  }

  private static Optional<PressBoundary> numbered(Pattern pattern, String line) {
    Matcher start = pattern.matcher(line);
    return start.matches() ? Optional.of(PressBoundary.start(start.group(1))) : Optional.empty();
  }

  private static Optional<PressBoundary> end(Pattern pattern, String line) {
    Matcher end = pattern.matcher(line);
    return end.matches()
        ? Optional.of(
            PressBoundary.end(end.groupCount() == 0 ? Optional.empty() : Optional.of(end.group(1))))
        : Optional.empty();
  }

  private static Optional<PressBoundary> between(Pattern pattern, String line) {
    return pattern.matcher(line).matches()
        ? Optional.of(PressBoundary.between())
        : Optional.empty();
  }

  /**
   * Returns the article that a document consists of.
   *
   * @param lines lines of the document, without boundaries
   * @param id identifier of the document, if a boundary states it
   * @return the article, or empty if the lines are not a document of this archive
   * @throws NoTextException if the document consists of a headline or an abstract alone
   */
  public Optional<PressArticle> parse(List<String> lines, Optional<String> id)
      throws NoTextException {
    List<String> stripped = lines.stream().map(String::stripTrailing).toList();
    return switch (this) {
      case NEXIS -> NexisDocument.parse(stripped);
      case FACTIVA -> FactivaDocument.parse(stripped, id);
      case PROQUEST -> LabelledDocument.parseProQuest(stripped);
      case GALE -> LabelledDocument.parseGale(stripped, id);
      case EUROPRESSE -> EuropresseDocument.parse(stripped, id);
      case RETRIEVER -> RetrieverDocument.parse(stripped);
    };
  }
}

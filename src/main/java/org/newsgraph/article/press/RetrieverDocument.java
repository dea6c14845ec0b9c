package org.newsgraph.article.press;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.MetadataBuilder;

/** A document of Retriever, the press archive of newspapers in Norway and Sweden. */
final class RetrieverDocument {
  /** Line before the text, which names the medium: "Publicerat i print.". */
  static final Pattern MEDIUM =
      Pattern.compile("(?:Publicerat|Publisert) (?:på|i) \\p{L}{2,15}\\.?");

  /** Newspaper and date: "Kuriren, 2020-12-04 05:26", "Avisa, 07.05.2024". */
  static final Pattern PUBLICATION =
      Pattern.compile(
          "(.{2,100}), (?:(\\d{4}-\\d\\d-\\d\\d)|(\\d\\d)\\.(\\d\\d)\\.(\\d{4}))(?: (\\d\\d:\\d\\d))?");

  private static final Pattern LINK =
      Pattern.compile(
          "(?:Läs hela artikeln|Se webartikeln|Les hele artikkelen|Se webartikkelen) på\\s*(.*)");
  private static final Pattern RULE = Pattern.compile("[-=]{5,}");

  private RetrieverDocument() {}

  /** Returns the article in these lines, or empty if no newspaper or medium is named. */
  static Optional<PressArticle> parse(List<String> lines) {
    int medium = 0;
    while (medium < lines.size() && !MEDIUM.matcher(lines.get(medium).strip()).matches()) {
      medium++;
    }
    int publication = medium - 1;
    while (publication >= 0
        && (publication >= lines.size()
            || !PUBLICATION.matcher(lines.get(publication).strip()).matches())) {
      publication--;
    }
    if (medium >= lines.size() || publication < 0) {
      return Optional.empty();
    }
    MetadataBuilder metadata = new MetadataBuilder();
    Matcher line = PUBLICATION.matcher(lines.get(publication).strip());
    if (line.matches()) {
      String day =
          line.group(2) != null
              ? line.group(2)
              : line.group(5) + "-" + line.group(4) + "-" + line.group(3);
      metadata.publisher(line.group(1)).published(ArchiveDates.withTime(day, line.group(6), ""));
    }
    metadata.title(heading(lines, publication));
    int end = textEnd(lines, medium + 1);
    for (String after : lines.subList(end, lines.size())) {
      Matcher link = LINK.matcher(after.strip());
      if (after.strip().startsWith("©")) {
        metadata.rights(after);
      } else if (link.matches()) {
        metadata.url(ArchiveLinks.ofArticle(link.group(1)));
      } else {
        metadata.url(ArchiveLinks.ofArticle(after));
      }
    }
    String text = LabelledLines.text(lines.subList(medium + 1, end));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new PressArticle(Optional.empty(), text, metadata.build()));
  }

  /** Returns the line above the newspaper that is neither blank nor a rule. */
  private static String heading(List<String> lines, int publication) {
    for (int i = publication - 1; i >= 0; i--) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !RULE.matcher(line).matches()) {
        return line;
      }
    }
    return null;
  }

  /** Returns the end of the text, which a copyright line or a link follows. */
  private static int textEnd(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      boolean isReservation = line.matches("(?:Alla artiklar|Alle artikler) (?:är|er) .*");
      if (line.startsWith("©") || isReservation || LINK.matcher(line).matches()) {
        return i;
      }
    }
    return lines.size();
  }
}

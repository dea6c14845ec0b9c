package org.newsgraph.export.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.newsgraph.export.rows.EntityRow;
import org.newsgraph.io.NumberText;

/** Builds the sections of a report from the findings. */
final class Sections {
  /** Maximum number of rows of a ranking. */
  private static final int MAX_ROWS = 20;

  private final Findings found;
  private final List<EntityRow> entities = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  private Sections(Findings found) {
    this.found = found;
    found.entities.forEach(
        it -> {
          entities.add(it);
          names.put(it.entity(), it.name() == null ? it.entity() : it.name());
        });
  }

  static List<ReportSection> of(Findings found) {
    Sections all = new Sections(found);
    return List.of(
        all.contents(),
        all.months(),
        all.ranking(
            "Most quoted",
            "Number of statements by each speaker. Speakers who are only described are not"
                + " included.",
            "statements",
            it -> it.mentions() > 0 ? it.statementsBy() : 0),
        all.speakersAndTopics(),
        all.ranking(
            "Most discussed",
            "Number of statements that name the entity, or refer to it by \"he\" or \"she\".",
            "statements",
            EntityRow::statementsAbout),
        all.ranking(
            "Most mentioned",
            "Number of articles that mention the entity.",
            "articles",
            EntityRow::articles),
        all.sources(),
        all.quality());
  }

  private ReportSection contents() {
    Map<String, Integer> types = new TreeMap<>();
    entities.stream()
        .filter(it -> it.mentions() > 0)
        .forEach(it -> types.merge(it.type(), 1, Integer::sum));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("articles", found.articles));
    if (found.first != null) {
      rows.add(List.of("from", found.first.toString()));
      rows.add(List.of("to", found.last.toString()));
    }
    rows.add(row("articles without a date", found.undated));
    rows.add(row("articles that were not analysed", found.unread));
    rows.add(row("statements", found.statements));
    found.kinds.forEach((kind, count) -> rows.add(row("– " + kind, count)));
    rows.add(row("speakers", found.speakers()));
    rows.add(row("reports of speech acts", found.reports));
    rows.add(row("named entities", types.values().stream().mapToInt(it -> it).sum()));
    types.forEach((type, count) -> rows.add(row("– " + type, count)));
    rows.add(row("mentions of entities", found.mentions));
    rows.add(row("roles of people", found.roles));
    return new ReportSection("Contents", "", List.of("item", "number"), rows, -1);
  }

  private ReportSection months() {
    return new ReportSection(
        "Articles by month",
        "By publication date.",
        List.of("month", "articles"),
        found.months.entrySet().stream().map(it -> row(it.getKey(), it.getValue())).toList(),
        1);
  }

  private ReportSection ranking(
      String title, String note, String unit, ToIntFunction<EntityRow> figure) {
    List<List<String>> rows =
        entities.stream()
            .filter(it -> figure.applyAsInt(it) > 0)
            .sorted(Comparator.comparingInt(figure).reversed().thenComparing(EntityRow::entity))
            .limit(MAX_ROWS)
            .map(it -> List.of(name(it.entity()), it.type(), number(figure.applyAsInt(it))))
            .toList();
    return new ReportSection(title, note, List.of("name", "type", unit), rows, 2);
  }

  private ReportSection speakersAndTopics() {
    List<List<String>> rows =
        found.pairs.entrySet().stream()
            .sorted(
                Map.Entry.<Findings.Pair, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(it -> it.getKey().speaker())
                    .thenComparing(it -> it.getKey().topic()))
            .limit(MAX_ROWS)
            .map(
                it ->
                    List.of(
                        name(it.getKey().speaker()),
                        name(it.getKey().topic()),
                        number(it.getValue())))
            .toList();
    return new ReportSection(
        "Who speaks about whom",
        "Number of statements by a speaker about an entity.",
        List.of("speaker", "about", "statements"),
        rows,
        2);
  }

  private ReportSection sources() {
    List<List<String>> rows =
        found.sources.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, Findings.Source> it) -> it.getValue().articles)
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .limit(MAX_ROWS)
            .map(it -> source(it.getKey(), it.getValue()))
            .toList();
    return new ReportSection(
        "Comparison of sources",
        "Direct: the share of statements that are entirely in quotation marks. Named: the share of"
            + " statements whose speaker is named.",
        List.of(
            "source", "articles", "statements", "per article", "direct", "named", "quotes most"),
        rows,
        1);
  }

  private List<String> source(String name, Findings.Source it) {
    return List.of(
        name,
        number(it.articles),
        number(it.statements),
        String.format(Locale.ROOT, "%.1f", (double) it.statements / it.articles),
        share(it.direct, it.statements),
        share(it.named, it.statements),
        it.speakers.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(most -> name(most.getKey()) + " (" + most.getValue() + ")")
            .orElse(""));
  }

  private ReportSection quality() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(share("statements by a named speaker", found.named, found.statements));
    rows.add(share("statements by a described speaker", found.described, found.statements));
    rows.add(
        share(
            "statements without a speaker",
            found.statements - found.named - found.described,
            found.statements));
    rows.add(share("mentions with a link to Wikidata", found.linked, found.mentions));
    for (int tenth = found.confidences.length - 1; tenth >= 0; tenth--) {
      rows.add(
          share(
              String.format(
                  Locale.ROOT,
                  "statements with a confidence of %.1f–%.1f",
                  tenth / 10.0,
                  (tenth + 1) / 10.0),
              found.confidences[tenth],
              found.statements));
    }
    return new ReportSection(
        "Reliability",
        "Of the statements with a confidence of 0.8, four in five are right. Check each statement"
            + " before you quote it.",
        List.of("item", "number", "share"),
        rows,
        1);
  }

  private String name(String iri) {
    return names.getOrDefault(iri, iri);
  }

  private static List<String> row(String label, int count) {
    return List.of(label, number(count));
  }

  private static List<String> share(String label, int part, int total) {
    return List.of(label, number(part), share(part, total));
  }

  private static String share(int part, int total) {
    return total == 0 ? "–" : Math.round(100.0 * part / total) + " %";
  }

  private static String number(int count) {
    return NumberText.of(count);
  }
}

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

/** Findings become tables. */
final class Sections {
  /** How many rows a ranking has. */
  private static final int BEST = 20;

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
            "How many statements each is given as the speaker of. Speakers who are only described are"
                + " not among them.",
            "statements",
            it -> it.mentions() > 0 ? it.statementsBy() : 0),
        all.whoAboutWhom(),
        all.ranking(
            "Most talked about",
            "How many statements name them, or mean them by \"he\" or \"she\".",
            "statements",
            EntityRow::statementsAbout),
        all.ranking("Most named", "In how many articles.", "articles", EntityRow::articles),
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
    rows.add(row("articles that were not read for facts", found.unread));
    rows.add(row("statements", found.statements));
    found.kinds.forEach((kind, count) -> rows.add(row("– " + kind, count)));
    rows.add(row("speakers", found.speakers()));
    rows.add(row("reports of speech acts", found.reports));
    rows.add(row("names of people and things", types.values().stream().mapToInt(it -> it).sum()));
    types.forEach((type, count) -> rows.add(row("– " + type, count)));
    rows.add(row("places in the texts where they are named", found.mentions));
    rows.add(row("offices of people", found.roles));
    return new ReportSection("What is in it", "", List.of("what", "how many"), rows, -1);
  }

  private ReportSection months() {
    return new ReportSection(
        "Articles by month",
        "By the date that each article's source gives.",
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
            .limit(BEST)
            .map(it -> List.of(name(it.entity()), it.type(), number(figure.applyAsInt(it))))
            .toList();
    return new ReportSection(title, note, List.of("name", "type", unit), rows, 2);
  }

  private ReportSection whoAboutWhom() {
    List<List<String>> rows =
        found.pairs.entrySet().stream()
            .sorted(
                Map.Entry.<Findings.Pair, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(it -> it.getKey().speaker())
                    .thenComparing(it -> it.getKey().topic()))
            .limit(BEST)
            .map(
                it ->
                    List.of(
                        name(it.getKey().speaker()),
                        name(it.getKey().topic()),
                        number(it.getValue())))
            .toList();
    return new ReportSection(
        "Who speaks about whom",
        "How many statements.",
        List.of("who", "about", "statements"),
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
            .limit(BEST)
            .map(it -> source(it.getKey(), it.getValue()))
            .toList();
    return new ReportSection(
        "Sources compared",
        "Direct: the share of statements that stand whole in quotation marks. Named: the share whose"
            + " speaker is named.",
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
    rows.add(share("statements by one who is only described", found.described, found.statements));
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
                  "statements of confidence %.1f–%.1f",
                  tenth / 10.0,
                  (tenth + 1) / 10.0),
              found.confidences[tenth],
              found.statements));
    }
    return new ReportSection(
        "How sure it is",
        "A confidence of 0.8 says that four in five of such statements are right. Check each before"
            + " you quote it.",
        List.of("what", "how many", "share"),
        rows,
        1);
  }

  private String name(String iri) {
    return names.getOrDefault(iri, iri);
  }

  private static List<String> row(String what, int count) {
    return List.of(what, number(count));
  }

  private static List<String> share(String what, int part, int whole) {
    return List.of(what, number(part), share(part, whole));
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "–" : Math.round(100.0 * part / whole) + " %";
  }

  private static String number(int count) {
    return NumberText.of(count);
  }
}

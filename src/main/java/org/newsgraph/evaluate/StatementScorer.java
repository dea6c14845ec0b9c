package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.Gold.Said;
import org.newsgraph.evaluate.Gold.Who;
import org.newsgraph.extract.Kind;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;

/** Who said what: are the contents found, with the right kind and the right speaker? */
final class StatementScorer {
  private final Map<Kind, KindTally> kinds = new EnumMap<>(Kind.class);
  private int kindRight;
  private int named;
  private int nameRight;

  private StatementScorer() {
    for (Kind kind : Kind.values()) {
      kinds.put(kind, new KindTally());
    }
  }

  static List<Row> score(List<Pair> pairs) {
    StatementScorer scorer = new StatementScorer();
    pairs.forEach(scorer::add);
    return scorer.rows();
  }

  private void add(Pair pair) {
    Words words = new Words(pair.gold().article().text());
    List<Said> wanted = pair.gold().statements();
    List<Statement> found = pair.found().statements();
    Matching matching =
        Matching.of(
            wanted.stream().map(said -> words.in(said.parts())).toList(),
            found.stream().map(statement -> words.in(content(statement))).toList());
    for (int i = 0; i < wanted.size(); i++) {
      Said said = wanted.get(i);
      KindTally tally = kinds.get(said.kind());
      tally.gold++;
      Optional<Integer> match = matching.foundFor(i);
      if (match.isPresent()) {
        tally.found++;
        tally.exact += matching.isExact(i) ? 1 : 0;
        compare(said, found.get(match.get()), tally, words);
      }
    }
    for (int i = 0; i < found.size(); i++) {
      KindTally tally = kinds.get(found.get(i).kind());
      tally.predicted++;
      tally.good += matching.isUsed(i) ? 1 : 0;
    }
  }

  private static List<Span> content(Statement statement) {
    return statement.parts().size() > 1 ? statement.parts() : List.of(statement.span());
  }

  private void compare(Said said, Statement found, KindTally tally, Words words) {
    kindRight += found.kind() == said.kind() ? 1 : 0;
    if (said.speaker().isEmpty()) {
      tally.whole++;
      return;
    }
    Who who = said.speaker().get();
    boolean right = found.speaker().filter(it -> words.share(it.span(), who.span())).isPresent();
    tally.speakers++;
    tally.speakersRight += right ? 1 : 0;
    tally.whole += right ? 1 : 0;
    if (who.name().isPresent()) {
      named++;
      String name = found.speaker().map(Speaker::name).orElse("");
      nameRight += fold(name).equals(fold(who.name().get())) ? 1 : 0;
    }
  }

  /** Without upper and lower case; by way of the upper one, so that ß and ss are the same. */
  private static String fold(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    KindTally direct = kinds.get(Kind.DIRECT);
    KindTally mixed = kinds.get(Kind.MIXED);
    KindTally indirect = kinds.get(Kind.INDIRECT);
    KindTally all = direct.plus(mixed).plus(indirect);
    rows.add(direct.row("statements direct"));
    rows.add(mixed.row("statements mixed"));
    rows.add(indirect.row("statements indirect"));
    rows.add(direct.plus(mixed).row("statements quoted (direct+mixed)"));
    rows.add(all.row("statements all"));
    if (named > 0) {
      rows.add(accuracy("statements speaker name", nameRight, named));
    }
    rows.add(accuracy("statements kind accuracy", kindRight, all.found));
    return rows;
  }

  private static Row accuracy(String name, int right, int of) {
    return Row.of(name).with("accuracy", Tally.ratio(right, of)).with("n", of);
  }
}

package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.Gold.GoldSpeaker;
import org.newsgraph.evaluate.Gold.GoldStatement;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;

/** Scorer of quotation attribution: contents, kinds and speakers of statements. */
final class StatementScorer {
  /** Minimum F1 of their words with which a content counts as an optional one. */
  private static final double MIN_OPTIONAL_F1 = 0.5;

  private final Map<StatementKind, KindTally> kinds = new EnumMap<>(StatementKind.class);
  private int kindRight;
  private int named;
  private int nameRight;

  private StatementScorer() {
    for (StatementKind kind : StatementKind.values()) {
      kinds.put(kind, new KindTally());
    }
  }

  static List<ScoreRow> score(List<EvaluatedArticle> pairs) {
    StatementScorer scorer = new StatementScorer();
    pairs.forEach(scorer::add);
    return scorer.rows();
  }

  private void add(EvaluatedArticle pair) {
    WordOffsets words = new WordOffsets(pair.gold().article().text());
    List<GoldStatement> expected = pair.gold().required();
    List<BitSet> optional =
        pair.gold().optional().stream()
            .map(goldStatement -> words.in(goldStatement.parts()))
            .toList();
    List<Found> found = Found.in(pair.found());
    List<BitSet> contents = found.stream().map(it -> words.in(it.parts())).toList();
    Matching matching =
        Matching.of(
            expected.stream().map(goldStatement -> words.in(goldStatement.parts())).toList(),
            contents);
    for (int i = 0; i < expected.size(); i++) {
      GoldStatement goldStatement = expected.get(i);
      KindTally tally = kinds.get(goldStatement.kind());
      tally.gold++;
      Optional<Integer> match = matching.foundFor(i);
      if (match.isPresent()) {
        tally.found++;
        tally.exact += matching.isExact(i) ? 1 : 0;
        compare(goldStatement, found.get(match.get()), tally, words);
      }
    }
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).kind().isEmpty()
          || (!matching.isUsed(i) && matchesOptional(contents.get(i), optional))) {
        continue;
      }
      KindTally tally = kinds.get(found.get(i).kind().get());
      tally.predicted++;
      tally.good += matching.isUsed(i) ? 1 : 0;
    }
  }

  /** Tests whether a content matches an optional one, so that finding it is not a mistake. */
  static boolean matchesOptional(BitSet content, List<BitSet> optional) {
    return optional.stream().anyMatch(other -> Matching.f1(content, other) >= MIN_OPTIONAL_F1);
  }

  /**
   * An extracted statement or report of a speech act.
   *
   * @param kind kind of the statement; empty for a report
   * @param parts spans of the content
   * @param speaker speaker, if any
   */
  private record Found(Optional<StatementKind> kind, List<Span> parts, Optional<Speaker> speaker) {
    static List<Found> in(Extraction extraction) {
      Stream<Found> statements =
          extraction.statements().stream()
              .map(it -> new Found(Optional.of(it.kind()), content(it), it.speaker()));
      Stream<Found> reports =
          extraction.reports().stream()
              .map(
                  it -> new Found(Optional.empty(), List.of(it.span()), Optional.of(it.speaker())));
      return Stream.concat(statements, reports)
          .sorted(Comparator.comparing(it -> it.parts().get(0)))
          .toList();
    }

    private static List<Span> content(Statement statement) {
      return statement.parts().size() > 1 ? statement.parts() : List.of(statement.span());
    }
  }

  private void compare(
      GoldStatement goldStatement, Found found, KindTally tally, WordOffsets words) {
    kindRight += found.kind().equals(Optional.of(goldStatement.kind())) ? 1 : 0;
    if (goldStatement.speaker().isEmpty()) {
      tally.whole++;
      return;
    }
    GoldSpeaker goldSpeaker = goldStatement.speaker().get();
    boolean right =
        found.speaker().filter(it -> words.shareWord(it.span(), goldSpeaker.span())).isPresent();
    tally.speakers++;
    tally.speakersRight += right ? 1 : 0;
    tally.whole += right ? 1 : 0;
    if (goldSpeaker.name().isPresent()) {
      named++;
      String name = found.speaker().map(Speaker::name).orElse("");
      nameRight += SpeakerNames.matches(name, goldSpeaker.name().get()) ? 1 : 0;
    }
  }

  private List<ScoreRow> rows() {
    List<ScoreRow> rows = new ArrayList<>();
    KindTally direct = kinds.get(StatementKind.DIRECT);
    KindTally mixed = kinds.get(StatementKind.MIXED);
    KindTally indirect = kinds.get(StatementKind.INDIRECT);
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

  private static ScoreRow accuracy(String name, int right, int of) {
    return ScoreRow.of(name).with("accuracy", Tally.ratio(right, of)).with("n", of);
  }
}

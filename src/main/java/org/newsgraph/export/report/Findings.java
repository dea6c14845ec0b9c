package org.newsgraph.export.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.newsgraph.export.rows.ArticleFacts;
import org.newsgraph.export.rows.Entities;
import org.newsgraph.export.rows.StatementRow;

/** Figures for a report, counted article by article. */
final class Findings {
  /** Label of articles without a publisher. */
  static final String UNKNOWN = "(no source given)";

  /** Figures of one publisher. */
  static final class Source {
    int articles;
    int statements;
    int direct;
    int named;
    final Map<String, Integer> speakers = new HashMap<>();
  }

  /** IRIs of a speaker and of a topic. */
  record Pair(String speaker, String topic) {}

  final Entities entities = new Entities();
  final Map<String, Source> sources = new TreeMap<>();
  final Map<String, Integer> months = new TreeMap<>();
  final Map<Pair, Integer> pairs = new HashMap<>();
  final Map<String, Integer> kinds = new TreeMap<>();

  /** Numbers of statements by tenths of confidence. */
  final int[] confidences = new int[10];

  private final Set<String> quoted = new HashSet<>();
  LocalDate first;
  LocalDate last;
  int articles;
  int undated;

  /** Number of articles that were not analysed. */
  int unread;

  int statements;
  int reports;
  int mentions;
  int linked;
  int roles;
  int named;
  int described;

  void add(ArticleFacts facts) {
    entities.add(facts);
    articles++;
    unread += facts.article().analysed() ? 0 : 1;
    mentions += facts.mentions().size();
    linked += (int) facts.mentions().stream().filter(it -> it.linkConfidence() != null).count();
    roles += facts.roles().size();
    reports += facts.reports().size();
    date(facts.article().day());
    String publisher = facts.article().publisher();
    Source source =
        sources.computeIfAbsent(publisher == null ? UNKNOWN : publisher, it -> new Source());
    source.articles++;
    Set<String> known = new HashSet<>();
    facts.mentions().forEach(it -> known.add(it.entity()));
    facts.statements().forEach(it -> statement(it, known, source));
    facts
        .saidAbout()
        .forEach(it -> pairs.merge(new Pair(it.speaker(), it.topic()), 1, Integer::sum));
  }

  private void date(LocalDate day) {
    if (day == null) {
      undated++;
      return;
    }
    months.merge(day.toString().substring(0, 7), 1, Integer::sum);
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }

  private void statement(StatementRow it, Set<String> known, Source source) {
    statements++;
    source.statements++;
    kinds.merge(it.kind(), 1, Integer::sum);
    source.direct += it.kind().equals("direct") ? 1 : 0;
    if (it.confidence() != null) {
      confidences[(int) Math.min(9, Math.max(0, it.confidence() * 10))]++;
    }
    if (it.speaker() == null) {
      return;
    }
    quoted.add(it.speaker());
    if (known.contains(it.speaker())) {
      named++;
      source.named++;
      source.speakers.merge(it.speaker(), 1, Integer::sum);
    } else {
      described++;
    }
  }

  int speakers() {
    return quoted.size();
  }
}

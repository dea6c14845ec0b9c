package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.text.Grammar;

/**
 * Finds all statements of an article: quotations with their sources, then what the grammar gives.
 */
final class StatementFinder {
  /**
   * Below this rate content is left to others: the lowest at which, on PolNeAR's training part,
   * more statements did more good than harm to F1.
   */
  private static final double THRESHOLD = 0.36;

  private final Reading reading;
  private final List<Attributed> statements;

  private StatementFinder(Reading reading) {
    this.reading = reading;
    this.statements = new ArrayList<>(QuoteAttributor.find(reading));
  }

  /** In reading order. */
  static List<Attributed> find(Reading reading) {
    StatementFinder finder = new StatementFinder(reading);
    reading.grammars().forEach(finder::sentence);
    finder.statements.sort(Comparator.comparing(Attributed::span));
    return finder.statements;
  }

  private void sentence(Grammar grammar) {
    List<Attribution> outermostFirst =
        bestPerCue(AttributionFinder.find(grammar)).stream()
            .sorted(Comparator.comparing(a -> -length(a.content())))
            .toList();
    List<Span> taken = new ArrayList<>();
    for (Attribution attribution : outermostFirst) {
      if (reading.inQuotation(attribution.cue().begin())
          || taken.stream().anyMatch(span -> span.contains(attribution.cue()))
          || statements.stream()
              .anyMatch(s -> s.cue().filter(attribution.cue()::overlaps).isPresent())) {
        continue;
      }
      List<Span> content = wholeQuotations(attribution.content());
      if (content.stream().anyMatch(part -> statements.stream().anyMatch(s -> s.overlaps(part)))) {
        continue;
      }
      taken.addAll(content);
      statements.add(
          new Attributed(
              content,
              Optional.of(attribution.cue()),
              Optional.of(attribution.source()),
              CueLexicon.rate(attribution.lemma(), attribution.frame())));
    }
  }

  private static int length(List<Span> spans) {
    return spans.stream().mapToInt(Span::length).sum();
  }

  /** For each cue the frame whose content is most often attributed, where that is often enough. */
  private static List<Attribution> bestPerCue(List<Attribution> attributions) {
    Map<Span, Attribution> best = new HashMap<>();
    Comparator<Attribution> rate = Comparator.comparing(a -> CueLexicon.rate(a.lemma(), a.frame()));
    for (Attribution attribution : attributions) {
      if (CueLexicon.rate(attribution.lemma(), attribution.frame()) >= THRESHOLD) {
        best.merge(attribution.cue(), attribution, (a, b) -> rate.compare(a, b) >= 0 ? a : b);
      }
    }
    return List.copyOf(best.values());
  }

  /** The same pieces, each widened over the quotation that it cuts. */
  private List<Span> wholeQuotations(List<Span> content) {
    List<Span> whole = new ArrayList<>();
    for (Span piece : content) {
      Span wide = piece;
      Span last = new Span(piece.end() - 1, piece.end());
      Optional<Quotation> cutAtEnd = quotationAt(last);
      if (cutAtEnd.isPresent()) {
        wide = wide.to(cutAtEnd.get().span());
      }
      Optional<Quotation> cutAtBegin = quotationAt(new Span(piece.begin(), piece.begin() + 1));
      if (cutAtBegin.isPresent()) {
        wide = wide.to(cutAtBegin.get().span());
      }
      if (whole.isEmpty() || !whole.get(whole.size() - 1).overlaps(wide)) {
        whole.add(wide);
      } else {
        whole.add(whole.remove(whole.size() - 1).to(wide));
      }
    }
    return whole;
  }

  private Optional<Quotation> quotationAt(Span span) {
    return reading.quotations().stream().filter(q -> q.span().overlaps(span)).findFirst();
  }
}

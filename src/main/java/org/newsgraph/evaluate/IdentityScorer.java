package org.newsgraph.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.Gold.GoldMention;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Mention;

/**
 * Scorer of coreference within and between articles with B-cubed: for each annotated mention, the
 * shares of its predicted cluster and of its gold cluster that both have in common.
 */
final class IdentityScorer {
  /** Gold cluster and predicted cluster of an annotated mention. */
  private record Member(String gold, Object predicted) {}

  /** Predicted cluster of a mention that was not found, which is the only member. */
  private record Unfound(String article, int mention) {}

  /** Cluster of an entity that has its name in all articles. */
  private record Shared(String name) {}

  /** Cluster of an entity that has its name in one article only. */
  private record Local(String article, String name) {}

  private IdentityScorer() {}

  /** Returns the row of scores; empty if the gold data has no mentions with keys. */
  static Optional<ScoreRow> score(List<EvaluatedArticle> pairs) {
    List<Member> members = new ArrayList<>();
    for (EvaluatedArticle pair : pairs) {
      List<GoldMention> entities = pair.gold().entities();
      for (int i = 0; i < entities.size(); i++) {
        GoldMention mention = entities.get(i);
        if (mention.key().isPresent()
            && !mention.optional()
            && mention.isScored()
            && pair.gold().covers(mention.span())) {
          members.add(new Member(mention.key().get(), predicted(pair, mention.span(), i)));
        }
      }
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(bCubed(members));
  }

  private static ScoreRow bCubed(List<Member> members) {
    Map<Object, Integer> gold = new HashMap<>();
    Map<Object, Integer> predicted = new HashMap<>();
    Map<Member, Integer> both = new HashMap<>();
    for (Member member : members) {
      gold.merge(member.gold, 1, Integer::sum);
      predicted.merge(member.predicted, 1, Integer::sum);
      both.merge(member, 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Member member : members) {
      double together = both.get(member);
      precision += together / predicted.get(member.predicted);
      recall += together / gold.get(member.gold);
    }
    precision /= members.size();
    recall /= members.size();
    return ScoreRow.of("identity")
        .with("p", precision)
        .with("r", recall)
        .with("f1", Tally.f1(precision, recall))
        .with("n", members.size());
  }

  /** Returns the predicted cluster of the mention with the largest overlap with a span. */
  private static Object predicted(EvaluatedArticle pair, Span place, int index) {
    Comparator<Mention> best =
        Comparator.<Mention>comparingInt(mention -> shared(mention.span(), place))
            .thenComparing(mention -> mention.span().end() == place.end())
            .thenComparing(mention -> -mention.span().length());
    Mention found = null;
    for (Mention mention : pair.found().mentions()) {
      // The first of equal mentions counts.
      if (found == null || best.compare(mention, found) > 0) {
        found = mention;
      }
    }
    return found == null || shared(found.span(), place) <= 0
        ? new Unfound(pair.gold().id(), index)
        : cluster(found.entity(), pair.gold().id());
  }

  private static int shared(Span a, Span b) {
    return Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin());
  }

  /** Returns a key that is equal if and only if the IRIs of the entities are equal. */
  private static Object cluster(Entity entity, String article) {
    String composed = Normalizer.normalize(entity.name(), Normalizer.Form.NFC);
    String name = composed.strip().replaceAll("[\\s\\p{Z}]+", "_");
    return entity.shared() ? new Shared(name) : new Local(article, name);
  }
}

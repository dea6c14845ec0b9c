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
 * Is it known who is who, in an article and between articles? B-cubed: for each annotated mention,
 * how much of the cluster that it was put in belongs there, and how much of its own is with it.
 */
final class IdentityScorer {
  /** An annotated mention's own cluster, and the one that it was put in. */
  private record Member(String own, Object given) {}

  /** What stands alone, since nothing was found there; equal to nothing but itself. */
  private record Alone(String article, int mention) {}

  /** An entity that is known by its name everywhere. */
  private record Shared(String name) {}

  /** An entity that is known by its name in one article alone. */
  private record Local(String article, String name) {}

  private IdentityScorer() {}

  /** The row, or nothing where there is no mention to judge by. */
  static Optional<ScoreRow> score(List<EvaluatedArticle> pairs) {
    List<Member> members = new ArrayList<>();
    for (EvaluatedArticle pair : pairs) {
      List<GoldMention> entities = pair.gold().entities();
      for (int i = 0; i < entities.size(); i++) {
        GoldMention named = entities.get(i);
        if (named.key().isPresent()
            && !named.optional()
            && named.counts()
            && pair.gold().covers(named.span())) {
          members.add(new Member(named.key().get(), given(pair, named.span(), i)));
        }
      }
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(bCubed(members));
  }

  private static ScoreRow bCubed(List<Member> members) {
    Map<Object, Integer> own = new HashMap<>();
    Map<Object, Integer> given = new HashMap<>();
    Map<Member, Integer> both = new HashMap<>();
    for (Member member : members) {
      own.merge(member.own, 1, Integer::sum);
      given.merge(member.given, 1, Integer::sum);
      both.merge(member, 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Member member : members) {
      double together = both.get(member);
      precision += together / given.get(member.given);
      recall += together / own.get(member.own);
    }
    precision /= members.size();
    recall /= members.size();
    return ScoreRow.of("identity")
        .with("p", precision)
        .with("r", recall)
        .with("f1", Tally.f1(precision, recall))
        .with("n", members.size());
  }

  /** The cluster of the mention that shares most with this place. */
  private static Object given(EvaluatedArticle pair, Span place, int index) {
    Comparator<Mention> best =
        Comparator.<Mention>comparingInt(mention -> shared(mention.span(), place))
            .thenComparing(mention -> mention.span().end() == place.end())
            .thenComparing(mention -> -mention.span().length());
    Mention found = null;
    for (Mention mention : pair.found().mentions()) {
      // Of equals the first one counts.
      if (found == null || best.compare(mention, found) > 0) {
        found = mention;
      }
    }
    return found == null || shared(found.span(), place) <= 0
        ? new Alone(pair.gold().id(), index)
        : cluster(found.entity(), pair.gold().id());
  }

  private static int shared(Span a, Span b) {
    return Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin());
  }

  /** Equal just where the entities' IRIs are. */
  private static Object cluster(Entity entity, String article) {
    String composed = Normalizer.normalize(entity.name(), Normalizer.Form.NFC);
    String name = composed.strip().replaceAll("[\\s\\p{Z}]+", "_");
    return entity.shared() ? new Shared(name) : new Local(article, name);
  }
}

package org.newsgraph.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.evaluate.Gold.GoldMention;
import org.newsgraph.extract.Mention;
import org.newsgraph.link.Item;
import org.newsgraph.link.Link;

/**
 * Do the names of people, organisations and places lead to the right Wikidata items? Right is also
 * an item of which only the Wikipedia title is known, where the gold knows its entity by that name.
 * A link where the gold has no name is not counted: no gold names all.
 */
final class LinkScorer {
  private LinkScorer() {}

  static ScoreRow score(List<EvaluatedArticle> pairs) {
    Tally tally = Tally.NONE;
    for (EvaluatedArticle pair : pairs) {
      tally = tally.plus(tally(pair));
    }
    return tally.row("links");
  }

  private static Tally tally(EvaluatedArticle pair) {
    List<GoldMention> gold =
        pair.gold().entities().stream().filter(it -> pair.gold().covers(it.span())).toList();
    List<Mention> linked =
        pair.found().mentions().stream()
            .filter(it -> pair.gold().covers(it.span()))
            .filter(it -> pair.linked().link(it.entity()).isPresent())
            .toList();
    int right = 0;
    int missed = 0;
    for (GoldMention named : gold) {
      if (!named.optional() && named.wikidata().isPresent() && named.counts()) {
        if (linked.stream().anyMatch(it -> isRight(pair, named, it))) {
          right++;
        } else {
          missed++;
        }
      }
    }
    int wrong = 0;
    for (Mention mention : linked) {
      List<GoldMention> near =
          gold.stream().filter(it -> it.span().overlaps(mention.span())).toList();
      if (near.stream().anyMatch(GoldMention::counts)
          && near.stream().noneMatch(it -> isRight(pair, it, mention))) {
        wrong++;
      }
    }
    return new Tally(right, wrong, missed);
  }

  private static boolean isRight(EvaluatedArticle pair, GoldMention named, Mention mention) {
    return named.wikidata().isPresent()
        && named.span().overlaps(mention.span())
        && pair.linked()
            .link(mention.entity())
            .map(Link::item)
            .filter(it -> matches(it, named))
            .isPresent();
  }

  /** Whether the item is the one that the gold's place names. */
  static boolean matches(Item item, GoldMention named) {
    if (item.wikidata().isPresent()) {
      return item.wikidata().equals(named.wikidata());
    }
    Set<String> names =
        named.knownAs().stream().map(LinkScorer::titleName).collect(Collectors.toSet());
    return item.title().map(LinkScorer::titleName).filter(names::contains).isPresent();
  }

  /** A title as a name: without the bracket that tells it from others, in any letter case. */
  private static String titleName(String title) {
    String decoded = title.contains("%") ? decode(title) : title;
    return decoded.replace('_', ' ').replaceAll("\\s*\\(.*\\)$", "").toLowerCase(Locale.ROOT);
  }

  private static String decode(String title) {
    try {
      return URLDecoder.decode(title.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return title;
    }
  }
}

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
 * Scorer of links from people, organisations and places to Wikidata items. An item with only a
 * Wikipedia title is correct if the title is a name of the item in the gold data. A link at a name
 * that is not in the gold data is not counted, because no gold data is complete.
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
    int correct = 0;
    int missed = 0;
    for (GoldMention expected : gold) {
      if (!expected.optional() && expected.wikidata().isPresent() && expected.isScored()) {
        if (linked.stream().anyMatch(it -> isCorrect(pair, expected, it))) {
          correct++;
        } else {
          missed++;
        }
      }
    }
    int wrong = 0;
    for (Mention mention : linked) {
      List<GoldMention> overlapping =
          gold.stream().filter(it -> it.span().overlaps(mention.span())).toList();
      if (overlapping.stream().anyMatch(GoldMention::isScored)
          && overlapping.stream().noneMatch(it -> isCorrect(pair, it, mention))) {
        wrong++;
      }
    }
    return new Tally(correct, wrong, missed);
  }

  private static boolean isCorrect(EvaluatedArticle pair, GoldMention expected, Mention mention) {
    return expected.wikidata().isPresent()
        && expected.span().overlaps(mention.span())
        && pair.linked()
            .link(mention.entity())
            .map(Link::item)
            .filter(it -> matches(it, expected))
            .isPresent();
  }

  /** Tests whether an item is the one that the gold data has for a mention. */
  static boolean matches(Item item, GoldMention expected) {
    if (item.wikidata().isPresent()) {
      return item.wikidata().equals(expected.wikidata());
    }
    Set<String> names =
        expected.itemNames().stream().map(LinkScorer::titleName).collect(Collectors.toSet());
    return item.title().map(LinkScorer::titleName).filter(names::contains).isPresent();
  }

  /** Returns a title without its qualifier in brackets, in lower case. */
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

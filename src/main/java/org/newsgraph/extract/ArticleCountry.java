package org.newsgraph.extract;

import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Text;

/**
 * The country that an article is about. "The Foreign Ministry" in a report from Algiers is that of
 * Algeria. Countries, their people and their towns count by their position in the article; the
 * publisher and its web address count as well. The country is only known if it clearly leads. A
 * country that the article does not name early must lead by more, because reports for readers at
 * home often name foreign countries alone.
 */
public final class ArticleCountry {
  private static final double IN_TITLE = 3;

  /** Weight in the dateline and the beginning of the first sentence. */
  private static final double AT_START = 3;

  private static final double IN_LEAD = 2;
  private static final double IN_BODY = 1;
  private static final double OF_PUBLISHER = 3;
  private static final double OF_ADDRESS = 3;

  /** Factor for towns, which are named less surely than countries: "Victoria". */
  private static final double TOWN_FACTOR = 0.5;

  /** Length of the dateline and the beginning of the first sentence, in UTF-16 code units. */
  private static final int START_LENGTH = 100;

  /** Length of the first paragraphs, in UTF-16 code units. */
  private static final int LEAD_LENGTH = 600;

  /** Minimum weight of the leading country. */
  private static final double MIN_WEIGHT = 3;

  /** Minimum ratio of the weight of the leading country to that of the next. */
  private static final double MIN_LEAD = 2;

  /** Minimum ratio for a country that the title, the publisher and the lead do not name. */
  private static final double MIN_LATE_LEAD = 4;

  /** Country domains that sites of any country use. */
  private static final Set<String> OPEN_DOMAINS =
      Set.of("ai", "cc", "co", "fm", "gg", "io", "ly", "me", "sh", "so", "to", "tv", "ws");

  private ArticleCountry() {}

  /** Returns the country that an article is about, if it is clear. */
  public static Optional<Country> of(Text text, Metadata metadata) {
    Map<Country, Double> weights = new HashMap<>();
    Set<Country> early = new HashSet<>();
    metadata.title().ifPresent(title -> add(title, IN_TITLE, weights));
    metadata.publisher().ifPresent(publisher -> add(publisher, OF_PUBLISHER, weights));
    metadata
        .url()
        .flatMap(ArticleCountry::ofAddress)
        .ifPresent(it -> weights.merge(it, OF_ADDRESS, Double::sum));
    early.addAll(weights.keySet());
    for (Countries.Occurrence it : Countries.find(text.toString())) {
      double zone =
          it.begin() < START_LENGTH ? AT_START : it.begin() < LEAD_LENGTH ? IN_LEAD : IN_BODY;
      weights.merge(it.country(), weight(it, zone), Double::sum);
      if (zone > IN_BODY) {
        early.add(it.country());
      }
    }
    List<Map.Entry<Country, Double>> ranked =
        weights.entrySet().stream()
            .sorted(
                Map.Entry.<Country, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(it -> it.getKey().code()))
            .limit(2)
            .toList();
    double next = ranked.size() > 1 ? ranked.get(1).getValue() : 0;
    return ranked.stream()
        .limit(1)
        .filter(
            it ->
                it.getValue()
                    >= Math.max(
                        MIN_WEIGHT,
                        next * (early.contains(it.getKey()) ? MIN_LEAD : MIN_LATE_LEAD)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static void add(String words, double weight, Map<Country, Double> weights) {
    Countries.find(words)
        .forEach(it -> weights.merge(it.country(), weight(it, weight), Double::sum));
  }

  private static double weight(Countries.Occurrence occurrence, double zone) {
    return occurrence.reference() == Countries.Reference.TOWN ? zone * TOWN_FACTOR : zone;
  }

  /** Returns the country of the top-level domain of a web address: India for ".in". */
  private static Optional<Country> ofAddress(String url) {
    try {
      String host = URI.create(url).getHost();
      String domain =
          host == null ? "" : host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      return domain.length() != 2 || OPEN_DOMAINS.contains(domain)
          ? Optional.empty()
          : Countries.withCode(domain.equals("uk") ? "GB" : domain);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

package org.newsgraph.export.rows;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Aggregates entities over many articles. Memory grows with the number of entities, not of
 * articles: about 500 bytes per entity.
 */
public final class Entities {
  private final Map<String, Tally> tallies = new LinkedHashMap<>();

  private static final class Tally {
    private String name;
    private final Map<String, Integer> types = new TreeMap<>();
    private final SortedSet<String> otherNames = new TreeSet<>();
    private String wikidata;
    private String wikipedia;
    private int articles;
    private int mentions;
    private int by;
    private int about;
    private LocalDate first;
    private LocalDate last;
  }

  /** Adds an article. */
  public void add(ArticleFacts facts) {
    facts.shares().forEach(this::add);
  }

  /** Adds an article's contribution to one entity. The order of articles must be fixed. */
  public void add(ArticleFacts.Share share) {
    Named named = share.named();
    Tally tally = tallies.computeIfAbsent(named.entity(), it -> new Tally());
    tally.articles += share.mentions() > 0 ? 1 : 0;
    tally.mentions += share.mentions();
    tally.by += share.statementsBy();
    tally.about += share.statementsAbout();
    tally.types.merge(named.type(), 1, Integer::sum);
    tally.otherNames.addAll(named.otherNames());
    if (named.name() != null) {
      if (tally.name == null) {
        tally.name = named.name();
      } else {
        tally.otherNames.add(named.name());
      }
    }
    tally.wikidata = tally.wikidata == null ? named.wikidata() : tally.wikidata;
    tally.wikipedia = tally.wikipedia == null ? named.wikipedia() : tally.wikipedia;
    LocalDate day = share.day();
    if (day != null) {
      tally.first = tally.first == null || day.isBefore(tally.first) ? day : tally.first;
      tally.last = tally.last == null || day.isAfter(tally.last) ? day : tally.last;
    }
  }

  /** Visits the entities in the order in which they were first added. */
  public void forEach(Consumer<EntityRow> visitor) {
    tallies.forEach((iri, tally) -> visitor.accept(row(iri, tally)));
  }

  private static EntityRow row(String iri, Tally tally) {
    tally.otherNames.remove(tally.name);
    return new EntityRow(
        iri,
        tally.name,
        // The most frequent type; the alphabetically first in case of a tie.
        tally.types.entrySet().stream()
            .reduce((left, right) -> right.getValue() > left.getValue() ? right : left)
            .orElseThrow()
            .getKey(),
        tally.otherNames.isEmpty() ? null : String.join("; ", tally.otherNames),
        tally.wikidata,
        tally.wikipedia,
        tally.articles,
        tally.mentions,
        tally.by,
        tally.about,
        tally.first,
        tally.last);
  }
}

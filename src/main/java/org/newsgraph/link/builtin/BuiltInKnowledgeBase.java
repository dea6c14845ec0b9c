package org.newsgraph.link.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.NameKey;

/**
 * The knowledge base that is part of the program: countries and their regions, towns with 5,000
 * inhabitants or more, companies, authorities and other well-known organisations, with their
 * Wikidata items, or, for most towns, their GeoNames features. It has no people.
 *
 * <p>The prior of a candidate is its share of the weights of all items with the name and of {@link
 * #UNKNOWN_WEIGHT}, the weight of all that the table lacks.
 */
public final class BuiltInKnowledgeBase implements KnowledgeBase {
  /** Name of the knowledge base in lists. */
  public static final String NAME = "built-in";

  /** Sources of the item table, as named in {@code NOTICE}. */
  public static final String SOURCE = "name-suggestion-index, country-coder, GeoNames";

  /** Date of the newest source of the item table. */
  public static final LocalDate DATE = LocalDate.of(2026, Month.SEPTEMBER, 18);

  /** Language of the names, as an ISO code. */
  public static final String LANGUAGE = "en";

  private static final String TABLE = "items.tsv";

  /** Weight of a name that is not the main name of its item. */
  private static final double OTHER_NAME_WEIGHT = 0.4;

  /** Weight of another spelling of a name if the table has the exact spelling. */
  private static final double OTHER_SPELLING_WEIGHT = 0.1;

  /** Weight of everything that has a name and is not in the table, in inhabitants. */
  private static final double UNKNOWN_WEIGHT = 3_000;

  /** Initialized when the knowledge base is first asked, in a fifth of a second. */
  private static final class Holder {
    private static final ItemTable ITEMS = read();
  }

  private static ItemTable read() {
    try (InputStream table = BuiltInKnowledgeBase.class.getResourceAsStream(TABLE)) {
      return new ItemTable(table.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of items. */
  public int items() {
    return Holder.ITEMS.size();
  }

  /** Returns the number of names of all items. */
  public int names() {
    return Holder.ITEMS.names();
  }

  @Override
  public List<Candidate> candidates(String name) {
    String written = NameKey.normalizedSpelling(name);
    String key = NameKey.of(written);
    List<BuiltInItem> found = Holder.ITEMS.withKey(key);
    boolean anyExact = found.stream().anyMatch(it -> it.names().contains(written));
    List<Candidate> candidates = new ArrayList<>();
    double total = UNKNOWN_WEIGHT;
    for (BuiltInItem each : found) {
      total += weight(each, written, key, anyExact);
    }
    for (BuiltInItem each : found) {
      candidates.add(
          new Candidate(
              each.item(),
              weight(each, written, key, anyExact) / total,
              each.names().contains(written)));
    }
    candidates.sort(
        Comparator.comparing(Candidate::exact).thenComparingDouble(Candidate::prior).reversed());
    return List.copyOf(candidates);
  }

  private static double weight(BuiltInItem item, String written, String key, boolean anyExact) {
    double best = 0;
    for (String name : item.names()) {
      boolean exact = name.equals(written);
      if (exact || NameKey.of(name).equals(key)) {
        double share = name.equals(item.names().get(0)) ? 1 : OTHER_NAME_WEIGHT;
        best = Math.max(best, exact || !anyExact ? share : share * OTHER_SPELLING_WEIGHT);
      }
    }
    return best * item.weight();
  }

  /** Returns the item with an IRI, if the table has it. */
  @Override
  public Optional<Item> item(String iri) {
    return find(iri).map(BuiltInItem::item);
  }

  private static Optional<BuiltInItem> find(String iri) {
    return BuiltInItem.id(iri).flatMap(Holder.ITEMS::withId);
  }

  @Override
  public List<Fact> facts(Item item) {
    return find(item.iri()).map(BuiltInKnowledgeBase::facts).orElse(List.of());
  }

  private static List<Fact> facts(BuiltInItem item) {
    List<Fact> facts = new ArrayList<>(item.facts());
    item.country()
        .flatMap(Holder.ITEMS::withId)
        .map(BuiltInItem::item)
        .map(country -> new Fact.Thing(country.iri(), country.label()))
        .ifPresent(country -> facts.add(new Fact(Fact.Property.COUNTRY, country)));
    return facts;
  }

  /**
   * Returns true, because the table is small: that it lacks other items of a name proves little.
   */
  @Override
  public boolean isFallback() {
    return true;
  }

  @Override
  public void close() {
    // Nothing to close: the table stays in memory for the next database.
  }

  @Override
  public String toString() {
    return "built-in knowledge base";
  }
}

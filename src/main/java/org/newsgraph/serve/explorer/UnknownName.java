package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.newsgraph.graph.Iris;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.entity.EntityLookup;
import org.newsgraph.serve.page.Html;

/** Tells users that a name is not in the database, and offers the nearest names. */
final class UnknownName {
  private static final int MAX_OFFERED = 5;

  /** Similarity from which a publisher's name is offered, from 0 to 1. */
  private static final double MIN_SIMILARITY = 0.8;

  private final EntityLookup lookup;

  /**
   * A link to offer.
   *
   * @param name the name
   * @param address the address that it opens
   */
  record Offer(String name, String address) {}

  UnknownName(SparqlRunner runner) {
    this.lookup = new EntityLookup(runner);
  }

  /**
   * Checks the name or IRI of an entity.
   *
   * @param address the start of the address to offer, to which a name is added: "/compare?entity="
   * @return a message if there is no such entity; empty if there is one, or if the name is empty
   */
  Optional<Html> entity(String name, String address) {
    if (name.isEmpty() || !lookup.find(name).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(message(name, nearest(name, address)));
  }

  /** Returns links to the pages of the entities with the most similar names. */
  List<Offer> nearestPages(String name, Iris iris) {
    return lookup.near(name.replace('_', ' ')).stream()
        .map(it -> new Offer(it, Html.address(lookup.find(it).get(0).getURI(), iris)))
        .toList();
  }

  /** Returns the nearest names, each with an address that ends with the name. */
  List<Offer> nearest(String name, String address) {
    return lookup.near(name.replace('_', ' ')).stream()
        .map(it -> new Offer(it, address + URLEncoder.encode(it, UTF_8)))
        .toList();
  }

  /**
   * Checks the name of a publisher.
   *
   * @param publishers the publishers of the database
   * @param address the start of the address to offer, to which a name is added
   * @return a message if there is no such publisher; empty if there is one, or if the name is empty
   */
  static Optional<Html> publisher(
      String name, java.util.Collection<String> publishers, String address) {
    if (name.isEmpty() || publishers.stream().anyMatch(name::equalsIgnoreCase)) {
      return Optional.empty();
    }
    List<Offer> offers =
        publishers.stream()
            .filter(it -> similarity(it, name) >= MIN_SIMILARITY)
            .sorted(Comparator.comparingDouble(it -> -similarity(it, name)))
            .limit(MAX_OFFERED)
            .map(it -> new Offer(it, address + URLEncoder.encode(it, UTF_8)))
            .toList();
    return Optional.of(message(name, offers));
  }

  private static double similarity(String publisher, String name) {
    String whole = publisher.toLowerCase(Locale.ROOT);
    String part = name.toLowerCase(Locale.ROOT);
    return whole.contains(part) ? 1 : new JaroWinklerSimilarity().apply(whole, part);
  }

  /** Renders the message: "No entry called “bridge”. Did you mean Harbour Bridge?" */
  static Html message(String name, List<Offer> offers) {
    return Html.of(
        "<p class=\"empty\">No entry called “{}”.{}</p>\n",
        StatementHtml.truncate(name.replace('_', ' '), 200),
        Html.of(
                " Did you mean {}?",
                offers.stream()
                    .map(it -> Html.of("<a href=\"{}\">{}</a>", it.address(), it.name()))
                    .collect(Html.joining(", ")))
            .when(!offers.isEmpty()));
  }
}

package org.newsgraph.link.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Item;

/** An item of a {@link NameListFile}, given by one or more lines with the same id. */
record NamedItem(
    String iri,
    String label,
    List<String> aliases,
    Optional<EntityType> type,
    Optional<String> description) {
  private static final Pattern WIKIDATA =
      Pattern.compile("(?:https?://(?:www\\.)?wikidata\\.org/(?:entity|wiki)/|wd:)?[Qq](\\d+)");

  /**
   * Creates an item from a line.
   *
   * @param cells values by the names of their columns
   * @throws IllegalArgumentException if the values are not a valid item
   */
  static NamedItem of(Map<String, String> cells) {
    String label = cells.get("label");
    if (label.isEmpty()) {
      throw new IllegalArgumentException("the label is missing");
    }
    List<String> aliases =
        Arrays.stream(cells.getOrDefault("aliases", "").split("\\|"))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty())
            .toList();
    return new NamedItem(
        iri(cells.get("id")),
        label,
        aliases,
        type(cells.getOrDefault("type", "")),
        Optional.of(cells.getOrDefault("description", "")).filter(text -> !text.isEmpty()));
  }

  private static String iri(String id) {
    Matcher wikidata = WIKIDATA.matcher(id);
    if (wikidata.matches()) {
      return Item.WIKIDATA + "Q" + wikidata.group(1);
    }
    try {
      if (new URI(id).isAbsolute()) {
        return id;
      }
    } catch (URISyntaxException e) {
      // Reported below.
    }
    throw new IllegalArgumentException(
        "the id \"%s\" is neither a Wikidata number (Q42) nor an IRI (https://example.org/people/1)"
            .formatted(id));
  }

  private static Optional<EntityType> type(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "person" -> Optional.of(EntityType.PERSON);
      case "organisation", "organization" -> Optional.of(EntityType.ORGANISATION);
      case "place" -> Optional.of(EntityType.PLACE);
      case "other" -> Optional.of(EntityType.OTHER);
      default ->
          throw new IllegalArgumentException(
              "unknown type \"%s\"; use Person, Organisation, Place or Other".formatted(name));
    };
  }

  /** Returns this item merged with another line of the same item. */
  NamedItem merge(NamedItem other) {
    if (type.isPresent() && other.type.isPresent() && !type.equals(other.type)) {
      throw new IllegalArgumentException(
          iri + " has a different type on an earlier line; remove one of the two lines");
    }
    List<String> all = new ArrayList<>(aliases);
    all.add(other.label);
    all.addAll(other.aliases);
    return new NamedItem(iri, label, all, type.or(other::type), description.or(other::description));
  }

  KnowledgeBaseEntry entry() {
    List<KnowledgeBaseEntry.Name> names = new ArrayList<>();
    names.add(KnowledgeBaseEntry.Name.label(label));
    aliases.forEach(alias -> names.add(KnowledgeBaseEntry.Name.alias(alias)));
    Item item = new Item(iri, label, Optional.empty(), description, type, 0);
    return new KnowledgeBaseEntry(item, names, List.of());
  }
}

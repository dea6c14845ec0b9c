package org.newsgraph.link.fetch;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.wikidata.ItemDraft;
import org.newsgraph.link.wikidata.LanguagePreference;
import org.newsgraph.link.wikidata.RdfValues;
import org.newsgraph.link.wikidata.WikidataValues;

/** Collects the rows of a response into items. The order of the rows does not matter. */
final class ItemRows {
  /** Prefix of the keys of dates that have a precision. */
  static final String PRECISE = "precise-";

  /** Properties whose values are dates. */
  private static final Set<Property> DATES =
      EnumSet.of(Property.BIRTH, Property.DEATH, Property.INCEPTION, Property.DISSOLVED);

  private final LanguagePreference languages;
  private final Map<Integer, Rows> items = new TreeMap<>();

  ItemRows(LanguagePreference languages) {
    this.languages = languages;
  }

  static boolean isDate(Property property) {
    return DATES.contains(property);
  }

  /** Rows of an item. */
  private final class Rows {
    private final ItemDraft draft = new ItemDraft(languages);
    private final Set<String> aliases = new TreeSet<>();
    private final Set<Integer> classes = new TreeSet<>();
    private final Map<Property, Map<String, Fact.Value>> values = new EnumMap<>(Property.class);
    private final Map<Property, Map<String, Fact.Value>> precise = new EnumMap<>(Property.class);
    private long modified;

    StoredItem build(int number) {
      aliases.forEach(draft::alias);
      classes.forEach(draft::instanceOf);
      for (Property property : Property.values()) {
        // Without a precision, the first of January may stand for a year.
        Map<String, Fact.Value> all = precise.getOrDefault(property, values.get(property));
        if (all != null) {
          all.values().forEach(value -> draft.fact(new Fact(property, value)));
        }
      }
      return new StoredItem(draft.build(number), modified);
    }
  }

  void clear() {
    items.clear();
  }

  void add(Binding row) {
    int number = RowValues.item(row, "item");
    Optional<String> key = RowValues.text(row, "key");
    Optional<Node> value = RowValues.node(row, "value");
    if (number > 0 && key.isPresent() && value.isPresent()) {
      add(items.computeIfAbsent(number, it -> new Rows()), key.get(), value.get(), row);
    }
  }

  private void add(Rows rows, String key, Node value, Binding row) {
    switch (key) {
      case "label" -> text(value, rows.draft::label);
      case "description" -> text(value, rows.draft::description);
      case "alias" -> text(value, (language, alias) -> rows.aliases.add(alias));
      case "page" ->
          RowValues.text(row, "value")
              .flatMap(RdfValues::englishTitle)
              .ifPresent(rows.draft::title);
      case "sitelinks" -> rows.draft.sitelinks((int) RowValues.number(row, "value"));
      case "statements" -> rows.draft.statements((int) RowValues.number(row, "value"));
      case "modified" -> rows.modified = Math.max(rows.modified, RowValues.seconds(row, "value"));
      case "P31" -> {
        int itemClass = RowValues.item(row, "value");
        if (itemClass > 0) {
          rows.classes.add(itemClass);
        }
      }
      default -> fact(rows, key, row);
    }
  }

  private interface TextReceiver {
    void accept(int language, String text);
  }

  private void text(Node value, TextReceiver receiver) {
    // The parser writes "pt-BR" for "pt-br".
    int language =
        value.isLiteral()
            ? languages.rank(value.getLiteralLanguage().toLowerCase(Locale.ROOT))
            : -1;
    if (language >= 0) {
      receiver.accept(language, value.getLiteralLexicalForm());
    }
  }

  private static void fact(Rows rows, String key, Binding row) {
    boolean precise = key.startsWith(PRECISE);
    Optional<Property> property =
        WikidataValues.property(precise ? key.substring(PRECISE.length()) : key);
    Optional<String> text = RowValues.text(row, "value");
    if (property.isEmpty() || text.isEmpty()) {
      return;
    }
    Map<String, Fact.Value> values =
        (precise ? rows.precise : rows.values)
            .computeIfAbsent(property.get(), it -> new TreeMap<>());
    Optional<Fact.Value> value =
        precise
            ? RdfValues.date(text.get(), (int) RowValues.number(row, "precision"))
            : RdfValues.value(property.get(), text.get());
    value.ifPresent(it -> values.put(it.toString(), it));
  }

  /** Returns the items in the order of their numbers. */
  List<StoredItem> build() {
    return items.entrySet().stream().map(it -> it.getValue().build(it.getKey())).toList();
  }
}

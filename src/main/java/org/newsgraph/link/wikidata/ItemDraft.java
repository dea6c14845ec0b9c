package org.newsgraph.link.wikidata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.index.KnowledgeBaseEntry;

/** An item while a dump tells of it, one thing after the other. */
final class ItemDraft {
  /** More of a kind than anyone reads: the members of a country, of a league. */
  private static final int MOST_FACTS_A_PROPERTY = 32;

  private final LanguagePreference languages;
  private final String[] labels;
  private final String[] descriptions;
  private final List<String> aliases = new ArrayList<>();
  private final Map<Fact.Property, List<Fact>> facts = new EnumMap<>(Fact.Property.class);
  private final IntList instanceOf = new IntList();
  private final IntList subclassOf = new IntList();
  private Optional<String> title = Optional.empty();
  private int sitelinks;
  private int sitelinksTold;
  private int statements;
  private int statementsTold;

  ItemDraft(LanguagePreference languages) {
    this.languages = languages;
    this.labels = new String[languages.count()];
    this.descriptions = new String[languages.count()];
  }

  void label(int language, String text) {
    labels[language] = text.strip();
  }

  void description(int language, String text) {
    descriptions[language] = text.strip();
  }

  void alias(String text) {
    aliases.add(text);
  }

  /** The title of the English Wikipedia's article. */
  void title(String text) {
    title = Optional.of(text);
  }

  /** How many the dump says there are, whether or not it has them. */
  void sitelinks(int count) {
    sitelinksTold = count;
  }

  void sitelink() {
    sitelinks++;
  }

  /** How many the dump says there are, whether or not it has them. */
  void statements(int count) {
    statementsTold = count;
  }

  void statement() {
    statements++;
  }

  void instanceOf(int item) {
    instanceOf.add(item);
  }

  void subclassOf(int item) {
    subclassOf.add(item);
  }

  void fact(Fact fact) {
    List<Fact> those = facts.computeIfAbsent(fact.property(), property -> new ArrayList<>());
    if (those.size() < MOST_FACTS_A_PROPERTY && !those.contains(fact)) {
      those.add(fact);
    }
  }

  /**
   * @param number the item's, without the Q
   */
  DumpItem finished(int number) {
    String name = "Q" + number;
    Optional<String> plain = title.map(ItemDraft::withoutBrackets);
    String label = first(labels).or(() -> plain).orElse(name);
    List<KnowledgeBaseEntry.Name> names = new ArrayList<>();
    for (String each : labels) {
      addName(names, each, true);
    }
    plain.ifPresent(each -> addName(names, each, true));
    title.ifPresent(each -> addName(names, each, false));
    aliases.forEach(each -> addName(names, each, false));
    Item item =
        new Item(
            Item.WIKIDATA + name,
            label,
            title,
            first(descriptions),
            Optional.empty(),
            popularity(names.size()));
    return new DumpItem(
        number,
        new KnowledgeBaseEntry(item, names, facts.values().stream().flatMap(List::stream).toList()),
        instanceOf,
        subclassOf);
  }

  private static void addName(List<KnowledgeBaseEntry.Name> names, String text, boolean label) {
    if (text == null || text.isBlank() || names.stream().anyMatch(it -> it.text().equals(text))) {
      return;
    }
    names.add(label ? KnowledgeBaseEntry.Name.label(text) : KnowledgeBaseEntry.Name.alias(text));
  }

  /** "Victoria" of "Victoria (state)". */
  private static String withoutBrackets(String title) {
    int bracket = title.lastIndexOf(" (");
    return bracket > 0 && title.endsWith(")") ? title.substring(0, bracket) : title;
  }

  /**
   * An article in another language is worth more than a statement, of which machines have added
   * many.
   */
  private double popularity(int names) {
    int links = Math.max(sitelinks, sitelinksTold);
    int told = Math.max(statements, statementsTold);
    return Math.log10(1 + links + (told + names) / 10.0);
  }

  private Optional<String> first(String[] texts) {
    for (int i = 0; i < languages.count(); i++) {
      if (texts[i] != null && !texts[i].isEmpty()) {
        return Optional.of(texts[i]);
      }
    }
    return Optional.empty();
  }
}

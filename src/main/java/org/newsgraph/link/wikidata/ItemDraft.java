package org.newsgraph.link.wikidata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.index.KnowledgeBaseEntry;

/** Builder of an item, which collects its data while a dump is read. */
public final class ItemDraft {
  /** Maximum number of facts per property; a country or league may have many more members. */
  private static final int MAX_FACTS_PER_PROPERTY = 32;

  private final LanguagePreference languages;
  private final String[] labels;
  private final String[] descriptions;
  private final List<String> aliases = new ArrayList<>();
  private final Map<Fact.Property, List<Fact>> facts = new EnumMap<>(Fact.Property.class);
  private final IntList instanceOf = new IntList();
  private final IntList subclassOf = new IntList();
  private Optional<String> title = Optional.empty();
  private int sitelinks;
  private int declaredSitelinks;
  private int statements;
  private int declaredStatements;

  public ItemDraft(LanguagePreference languages) {
    this.languages = languages;
    this.labels = new String[languages.count()];
    this.descriptions = new String[languages.count()];
  }

  public void label(int language, String text) {
    labels[language] = text.strip();
  }

  public void description(int language, String text) {
    descriptions[language] = text.strip();
  }

  public void alias(String text) {
    aliases.add(text);
  }

  /** Sets the title of the article in the English Wikipedia. */
  public void title(String text) {
    title = Optional.of(text);
  }

  /** Sets the number that the dump declares, whether or not it contains all of them. */
  public void sitelinks(int count) {
    declaredSitelinks = count;
  }

  void sitelink() {
    sitelinks++;
  }

  /** Sets the number that the dump declares, whether or not it contains all of them. */
  public void statements(int count) {
    declaredStatements = count;
  }

  void statement() {
    statements++;
  }

  public void instanceOf(int item) {
    instanceOf.add(item);
  }

  public void subclassOf(int item) {
    subclassOf.add(item);
  }

  public void fact(Fact fact) {
    List<Fact> values = facts.computeIfAbsent(fact.property(), property -> new ArrayList<>());
    if (values.size() < MAX_FACTS_PER_PROPERTY && !values.contains(fact)) {
      values.add(fact);
    }
  }

  /**
   * Builds the item.
   *
   * @param number number of the item, without the Q
   */
  public DumpItem build(int number) {
    String name = "Q" + number;
    Optional<String> bareTitle = title.map(ItemDraft::withoutBrackets);
    String label = first(labels).or(() -> bareTitle).orElse(name);
    List<KnowledgeBaseEntry.Name> names = new ArrayList<>();
    for (String each : labels) {
      addName(names, each, true);
    }
    bareTitle.ifPresent(each -> addName(names, each, true));
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

  /** Removes a qualifier in brackets: "Victoria" from "Victoria (state)". */
  private static String withoutBrackets(String title) {
    int bracket = title.lastIndexOf(" (");
    return bracket > 0 && title.endsWith(")") ? title.substring(0, bracket) : title;
  }

  /**
   * Returns the popularity. A Wikipedia article counts ten times as much as a statement, because
   * bots have added many statements.
   */
  private double popularity(int names) {
    int links = Math.max(sitelinks, declaredSitelinks);
    int statementCount = Math.max(statements, declaredStatements);
    return Math.log10(1 + links + (statementCount + names) / 10.0);
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

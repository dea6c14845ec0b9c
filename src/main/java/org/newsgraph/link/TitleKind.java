package org.newsgraph.link;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.PersonName.Gender;

/**
 * Classification of an item by its title.
 *
 * @param excluded whether no article refers to the item: a list, a surname, a language
 * @param type entity type, if the title shows it
 */
record TitleKind(boolean excluded, Optional<EntityType> type) {
  private record Rule(Pattern pattern, TitleKind kind) {}

  private static final Pattern FULL_NAME =
      Pattern.compile("(\\p{Lu}\\p{Ll}+)(?: \\p{Lu}[\\p{L}'’.-]*){1,2}");

  private static final TitleKind PERSON = new TitleKind(false, Optional.of(EntityType.PERSON));
  private static final TitleKind UNKNOWN = new TitleKind(false, Optional.empty());

  private static final List<Rule> RULES =
      WordLists.rows(TitleKind.class, "title-kinds.tsv").stream()
          .map(row -> new Rule(Pattern.compile(row.get(1)), kind(row.get(0))))
          .toList();

  private static TitleKind kind(String name) {
    return name.equals("NEVER")
        ? new TitleKind(true, Optional.empty())
        : new TitleKind(false, Optional.of(EntityType.valueOf(name)));
  }

  /** Returns the type in the knowledge base, if any; otherwise the classification by the title. */
  static TitleKind of(Item item) {
    if (item.type().isPresent()) {
      return new TitleKind(false, item.type());
    }
    String title = item.title().orElse(item.label());
    return RULES.stream()
        .filter(rule -> rule.pattern().matcher(title).find())
        .map(Rule::kind)
        .findFirst()
        .orElseGet(() -> isPersonName(title) ? PERSON : UNKNOWN);
  }

  /** Tests whether a title is a given name and one or two other names: "Nancy Brinker". */
  private static boolean isPersonName(String title) {
    Matcher name = FULL_NAME.matcher(title);
    return name.matches() && PersonName.genderOfGiven(name.group(1)) != Gender.UNKNOWN;
  }
}

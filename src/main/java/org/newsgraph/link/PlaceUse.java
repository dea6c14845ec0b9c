package org.newsgraph.link;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;

/**
 * The use of place names in an article. "England" is a team in a report on a match, and a part of a
 * longer name in "Bank of England Choir".
 */
final class PlaceUse {
  /** Number of different words of sport that show that an article is a report on it. */
  private static final int MIN_SPORT_WORDS = 4;

  /** Number of code points before and after a name that are read. */
  private static final int WINDOW = 60;

  /** Number of code points after a name in which the end of a list of regions is searched for. */
  private static final int LIST_WINDOW = 150;

  private static final Set<String> SPORT_WORDS =
      WordLists.entries(PlaceUse.class, "sport-words.txt");

  private static final Pattern WORD_GAP = Pattern.compile("[^\\p{L}\\p{N}-]+");

  /** The end of a text before a name that is that of a place. */
  private static final Pattern LOCATION =
      Pattern.compile(
          "(?:^|.*\\W)(?:in|from|near|across|throughout|into|outside|around|within)"
              + " (?:the |\\p{Lu}\\p{L}+ (?:and|or) )?$",
          Pattern.DOTALL);

  /** The end of a text before the last part of a longer name ("Harbour Pilots "), or a team. */
  private static final Pattern NO_PLACE_BEFORE =
      Pattern.compile(
          ".*(?:[\\p{Ll},] \\p{Lu}\\p{L}+(?: and)?|\\W(?:beat|beating|bowled|versus|vs?\\.?)) $",
          Pattern.DOTALL);

  /**
   * The beginning of a text after the first part of a longer name (" District Court"), or a team.
   */
  private static final Pattern NO_PLACE_AFTER =
      Pattern.compile(
          "^ (?:\\p{Lu}\\p{Ll}+|(?:captain|coach|forward|goalkeeper|international|manager|midfielder"
              + "|players?|side|skipper|squad|striker|versus|vs?|winger)\\b).*",
          Pattern.DOTALL);

  /** The beginning of a text after the name of a region, or of the first regions of a list. */
  private static final Pattern REGION_AFTER =
      Pattern.compile(
          "^(?:,? (?:and )?\\p{Lu}[\\p{L}-]+){0,3} (?i:county|district|province|region)\\b.*"
              + "|^(?:,? (?:and )?\\p{Lu}[\\p{L}-]+){0,12}"
              + " (?i:counties|districts|provinces|regions|states)\\b.*",
          Pattern.DOTALL);

  /** The beginning of an addition to a name: "Harbour Aid (Ostria and Ardland)". */
  private static final Pattern BRACKET = Pattern.compile(" \\((?:\\p{Lu}[\\p{L} -]+ and )?$");

  private final Extraction extraction;
  private final boolean sport;

  PlaceUse(Extraction extraction) {
    this.extraction = extraction;
    this.sport = isSportReport(extraction.article().text().toString());
  }

  static boolean isSportReport(String text) {
    return WORD_GAP
            .splitAsStream(text)
            .filter(SPORT_WORDS::contains)
            .distinct()
            .limit(MIN_SPORT_WORDS)
            .count()
        == MIN_SPORT_WORDS;
  }

  /**
   * Tests whether a name is that of the place: at most mentions in a report on sport, otherwise at
   * one.
   */
  boolean isPlace(Entity place) {
    List<Span> mentions =
        extraction.mentions().stream()
            .filter(it -> it.entity().equals(place))
            .map(Mention::span)
            .toList();
    long locations = mentions.stream().filter(this::isLocation).count();
    return mentions.isEmpty()
        || (sport
            ? 2 * locations >= mentions.size()
            : locations > 0 || mentions.stream().anyMatch(this::isWholeName));
  }

  /**
   * Tests whether a name is that of a region: "Marsden, New York", "the Tanga and Arusha regions".
   */
  boolean isLargerThanTown(Entity place) {
    return extraction.mentions().stream()
        .filter(it -> it.entity().equals(place))
        .map(Mention::span)
        .anyMatch(
            it ->
                followsTown(it)
                    || REGION_AFTER.matcher(part(it.end(), it.end() + LIST_WINDOW)).matches());
  }

  /** Tests whether a comma precedes a name, as it does after a town: "Marfa, TX". */
  static boolean followsComma(Entity entity, Extraction extraction) {
    Text text = extraction.article().text();
    return extraction.mentions().stream()
        .filter(mention -> mention.entity().equals(entity))
        .mapToInt(mention -> mention.span().begin())
        .anyMatch(begin -> begin > 2 && text.substring(new Span(begin - 2, begin)).equals(", "));
  }

  private boolean followsTown(Span mention) {
    return before(mention).endsWith(", ")
        && extraction.mentions().stream()
            .filter(it -> it.entity().type() == EntityType.PLACE)
            .anyMatch(it -> it.span().end() == mention.begin() - 2);
  }

  private boolean isLocation(Span mention) {
    return LOCATION.matcher(before(mention)).matches();
  }

  private boolean isWholeName(Span mention) {
    return !NO_PLACE_BEFORE.matcher(before(mention)).matches()
        && !NO_PLACE_AFTER.matcher(after(mention)).matches()
        && !isAddedToName(mention);
  }

  /** Tests whether a place is added to the name of an organisation, not to a town or a person. */
  private boolean isAddedToName(Span mention) {
    String before = before(mention);
    Matcher bracket = BRACKET.matcher(before);
    if (!bracket.find()) {
      return false;
    }
    int end = mention.begin() - before.codePointCount(bracket.start(), before.length());
    return extraction.mentions().stream()
        .filter(it -> it.span().end() == end)
        .map(it -> it.entity().type())
        .anyMatch(type -> type == EntityType.ORGANISATION || type == EntityType.OTHER);
  }

  private String before(Span mention) {
    return part(Math.max(0, mention.begin() - WINDOW), mention.begin());
  }

  private String after(Span mention) {
    return part(mention.end(), mention.end() + WINDOW);
  }

  private String part(int begin, int end) {
    Text text = extraction.article().text();
    int last = Math.min(end, text.length());
    return begin < last ? text.substring(new Span(begin, last)) : "";
  }
}

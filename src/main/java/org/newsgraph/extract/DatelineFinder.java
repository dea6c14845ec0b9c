package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;
import org.newsgraph.extract.dialogue.Dialogue;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.Token;

/**
 * Finds the datelines of an article. A paragraph starts with one if places stand before a dash or
 * colon and a new sentence. A date, a state or an agency beside the places makes it certain;
 * without them the network's labels decide, because "EXCLUSIVE — " has the same form.
 */
public final class DatelineFinder {
  /** Maximum length of a dateline, in UTF-16 code units. */
  private static final int MAX_LENGTH = 120;

  private static final String MONTH =
      "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?"
          + "|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
  private static final String WEEKDAY =
      "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
  private static final String DAY =
      "(?:"
          + MONTH
          + " \\d{1,2}(?:st|nd|rd|th)?(?:, ?\\d{4}| \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? "
          + MONTH
          + "(?:,? \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4})";
  private static final String DATE = "(?:" + WEEKDAY + ",? )?" + DAY + "|" + WEEKDAY;

  private static final String JOINS = "(?:de|del|da|do|dos|di|du|la|le|les|of|upon|on|sur|al|el)";
  private static final String CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}.'’-]+";
  private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}.'’-]+";

  private static final String STATE =
      "(?:, (?!"
          + DATE
          + ")(\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2}?)(?=,| \\(| ?[/—―–:-]| and ))?";

  private static final String END =
      "(?:,? (?<date>"
          + DATE
          + "))?(?: ?(?<source>\\([^()]{2,40}\\)|/[^/]{2,40}/))?"
          + "(?:,? (?<late>"
          + DATE
          + "))?(?<mark> ?(?:—|―|–|--+)| -|(?<=[)/])-|:)"
          + "(?: (?=[\\p{Lu}\\p{N}“\"‘'«])|(?=[\\p{Lu}“\"«]))";

  private static final Pattern PLACE_IN_CAPITALS = place(CAPITALS);
  private static final Pattern CAPITALISED_PLACE = place(CAPITALISED);
  private static final Pattern SEPARATOR = Pattern.compile("(?: and | & |, | ?/ ?|; )");
  private static final Pattern REST = Pattern.compile(END);

  /** A paragraph that consists of a place and a date: "ROME 1996-12-06". */
  private static final Pattern ONLY_DATE = Pattern.compile(",? (?<date>" + DATE + ")$");

  private static final Set<String> LABELS =
      WordLists.entries(DatelineFinder.class, "dateline-labels.txt");
  private static final Map<String, String> STATES = states();

  private final AnalysedText analysed;
  private final Text text;

  private DatelineFinder(AnalysedText analysed) {
    this.analysed = analysed;
    this.text = analysed.article().text();
  }

  private static Pattern place(String word) {
    return Pattern.compile("(" + word + "(?: (?:" + JOINS + " )?" + word + "){0,3})" + STATE);
  }

  private static Map<String, String> states() {
    Map<String, String> states = new HashMap<>();
    for (List<String> row : WordLists.rows(DatelineFinder.class, "states.tsv")) {
      states.put(row.get(0), row.get(0));
      if (!row.get(1).isEmpty()) {
        for (String abbreviation : row.get(1).split("\\|", -1)) {
          states.put(abbreviation, row.get(0));
        }
      }
    }
    return states;
  }

  /**
   * Returns the datelines, in reading order.
   *
   * @param dialogue turns, whose labels are not datelines: "ANN ROE, MAYOR (via Skype): "
   */
  public static List<Dateline> find(AnalysedText analysed, Dialogue dialogue) {
    DatelineFinder finder = new DatelineFinder(analysed);
    return analysed.layout().paragraphs().stream()
        .filter(paragraph -> paragraph.part() == Part.BODY)
        .flatMap(paragraph -> finder.dateline(paragraph).stream())
        .filter(dateline -> dialogue.labelledAt(dateline.places().get(0).span()).isEmpty())
        .toList();
  }

  private Optional<Dateline> dateline(Paragraph paragraph) {
    Span span = paragraph.span();
    Span start = new Span(span.begin(), Math.min(span.end(), span.begin() + MAX_LENGTH));
    // Line ends that wrap the paragraph count as spaces.
    String line = text.substring(start).replaceAll("[\\s\\p{Z}]", " ");
    return Optional.ofNullable(parse(line, PLACE_IN_CAPITALS, span, true))
        .or(() -> Optional.ofNullable(parse(line, CAPITALISED_PLACE, span, false)));
  }

  /** Returns the dateline at the start of a line, or null if there is none. */
  private Dateline parse(String line, Pattern placePattern, Span paragraph, boolean capitals) {
    int base = text.toUtf16Offset(paragraph.begin());
    List<Dateline.Place> places = new ArrayList<>();
    boolean hasState = false;
    Matcher place = placePattern.matcher(line);
    Matcher separator = SEPARATOR.matcher(line);
    for (int at = 0; place.region(at, line.length()).lookingAt(); at = separator.end()) {
      hasState |= addPlaces(place, base, places);
      Matcher rest = REST.matcher(line).region(place.end(), line.length());
      if (rest.lookingAt()) {
        Dateline found = new Dateline(text.span(base, base + rest.end("mark")), places);
        boolean dated = rest.group("date") != null || rest.group("late") != null;
        boolean certain = dated || (capitals && (hasState || rest.group("source") != null));
        return certain || isPlausible(found, capitals, rest) ? found : null;
      }
      Matcher date = ONLY_DATE.matcher(line).region(place.end(), line.length());
      if (capitals && line.length() < MAX_LENGTH && date.lookingAt()) {
        return new Dateline(text.span(base, base + date.end()), places);
      }
      if (!separator.region(place.end(), line.length()).lookingAt()) {
        return null;
      }
    }
    return null;
  }

  /** Adds a place with its state or country. Returns whether it has a state. */
  private boolean addPlaces(Matcher place, int base, List<Dateline.Place> places) {
    String region = place.group(2) == null ? "" : place.group(2).strip();
    String state = STATES.get(region.replaceFirst("(?<=\\.) ", ""));
    String name = mixedCase(place.group(1));
    int begin = base + place.start(1);
    int end = base + place.end(1);
    if (state != null) {
      Span span = text.span(begin, base + place.start(2) + region.length());
      places.add(new Dateline.Place(span, name + ", " + state));
      return true;
    }
    places.add(new Dateline.Place(text.span(begin, end), name));
    if (!region.isEmpty()) {
      int regionBegin = base + place.start(2);
      places.add(new Dateline.Place(text.span(regionBegin, regionBegin + region.length()), region));
    }
    return false;
  }

  /** Tests whether the labels of the words confirm that the text before the mark is a place. */
  private boolean isPlausible(Dateline dateline, boolean capitals, Matcher rest) {
    boolean isSource = rest.group("source") != null;
    if (!capitals && rest.group("mark").equals(":")) {
      return false;
    }
    boolean isDash = !Set.of("-", ":").contains(rest.group("mark").strip());
    for (Dateline.Place place : dateline.places()) {
      if (LABELS.contains(place.name().split(" ", 2)[0].toLowerCase(Locale.ROOT))) {
        return false;
      }
      for (EntityLabel label : labels(place.span())) {
        boolean isPlace =
            label == EntityLabel.PLACE
                || (isSource && label != EntityLabel.PERSON)
                || (capitals
                    && isDash
                    && label == EntityLabel.ORGANISATION
                    && isLong(place.name()));
        if (!isPlace) {
          return false;
        }
      }
    }
    return true;
  }

  /** Tests whether a name is longer than most acronyms. */
  private static boolean isLong(String name) {
    return name.length() > 5;
  }

  /** Returns the labels of the words of a place, without punctuation and "de". */
  private List<EntityLabel> labels(Span place) {
    return analysed.sentences().stream()
        .filter(sentence -> sentence.span().overlaps(place))
        .flatMap(sentence -> sentence.tokens().stream())
        .filter(token -> place.contains(token.span().begin()))
        .filter(token -> Character.isUpperCase(token.word().codePointAt(0)))
        .map(Token::label)
        .toList();
  }

  /** Returns a name in capitals in mixed case: "RIO DE JANEIRO" as "Rio de Janeiro". */
  private static String mixedCase(String name) {
    if (name.chars().anyMatch(Character::isLowerCase) || name.contains(".")) {
      return name;
    }
    StringBuilder mixed = new StringBuilder();
    boolean start = true;
    for (int c : name.codePoints().toArray()) {
      mixed.appendCodePoint(start ? c : Character.toLowerCase(c));
      start = !Character.isLetter(c) && c != '\'' && c != '’';
    }
    return Pattern.compile("(?<=[ -])" + JOINS + "(?=[ -])", Pattern.CASE_INSENSITIVE)
        .matcher(mixed)
        .replaceAll(join -> join.group().toLowerCase(Locale.ROOT));
  }
}

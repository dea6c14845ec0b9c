package org.newsgraph.article.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.WordLists;

/**
 * Letters to the editor. A letters page starts with a heading such as "Letters to the editor", or
 * its letters start with a salutation, "SIR – "; each letter ends with the name of its writer.
 */
public final class Letters {
  /** Number of paragraphs at the start of a text among which the page's heading is searched. */
  private static final int HEADING_WITHIN = 4;

  /** Maximum number of lines of a signature: name, office, street and town. */
  private static final int MAX_SIGNATURE_LINES = 4;

  private static final int MAX_LINE_LENGTH = 60;
  private static final int MAX_TITLE_LENGTH = 120;

  /** Maximum number of words after the last letter, which is how to write to the newspaper. */
  private static final int MAX_WORDS_AFTER = 60;

  private static final Set<String> HEADINGS =
      WordLists.entries(Letters.class, "letters-headings.txt");

  private static final Pattern SALUTATION =
      Pattern.compile(
          "(?:SIRS?|Sirs?|MADAM|Madam|Dear (?:Sirs?|Madam|Editor|Sir or Madam|Sir/Madam)"
              + "|T[Oo] (?:the|THE) (?:Editor|EDITOR)|E(?:ditor|DITOR)) ?(?<end>[–—:,-]).*",
          Pattern.DOTALL);

  private static final Pattern CLOSING =
      Pattern.compile("(?i)(?:yours|sincerely|respectfully|regards)\\b.{0,25}");

  /** Separators between the parts of a headline: "Eels have left | Letters". */
  private static final Pattern TITLE_PART = Pattern.compile(" [-–—|·] |: ");

  /** Separators after the heading of a page: "Letters to the editor, May 7", "Letters: Eels". */
  private static final Pattern HEADING_PART = Pattern.compile(TITLE_PART + "|, ");

  /** "Letters to the editor for May 7". */
  private static final String OPENING = "letters to the editor ";

  /** A line below a name that says who the writer is, added by the newspaper. */
  private static final Pattern WRITER = Pattern.compile("The (?:letter )?writers? .{1,150}");

  private Letters() {}

  /**
   * A letter on a page of several.
   *
   * @param span range in the page's text, from its heading to its signature
   * @param title heading of the letter, or of the letters on the same subject before it
   * @param authors names of the writers; empty if they are withheld
   */
  public record Letter(Span span, Optional<String> title, List<String> authors) {
    public Letter {
      authors = List.copyOf(authors);
    }
  }

  /**
   * Returns the indices of the paragraphs that are signatures.
   *
   * @param texts texts of the paragraphs
   * @param joined tests whether no blank line separates a paragraph from the one before it
   * @param pageTitle headline of the page, if the metadata gives it
   */
  static Set<Integer> signatures(
      List<String> texts, IntPredicate joined, Optional<String> pageTitle) {
    boolean isPage =
        pageTitle.filter(Letters::isPageTitle).isPresent()
            || texts.stream().limit(HEADING_WITHIN).anyMatch(Letters::isHeading);
    Set<Integer> signatures = new TreeSet<>();
    boolean open = isPage;
    for (int i = 0; i < texts.size(); i++) {
      open |= SALUTATION.matcher(texts.get(i)).matches();
      if (open && i > 0 && isSigned(texts, i, signatures)) {
        signatures.add(i);
        if (!CLOSING.matcher(texts.get(i)).matches()) {
          i = addAddress(texts, joined, i, signatures);
          open = isPage;
        }
      }
    }
    return signatures;
  }

  /** Tests whether a paragraph closes the letter above it. */
  private static boolean isSigned(List<String> texts, int at, Set<Integer> signatures) {
    boolean afterBody =
        signatures.contains(at - 1)
            ? CLOSING.matcher(texts.get(at - 1)).matches()
            : SentenceHeuristics.isFinished(texts.get(at - 1));
    return afterBody
        && (CLOSING.matcher(texts.get(at)).matches() || Signature.of(texts.get(at)).isPresent());
  }

  /** Adds the lines of an address below a name. Returns the index of the last one. */
  private static int addAddress(
      List<String> texts, IntPredicate joined, int name, Set<Integer> signatures) {
    int last = name;
    while (last + 1 < texts.size() && last + 1 - name < MAX_SIGNATURE_LINES) {
      String line = texts.get(last + 1);
      boolean below = joined.test(last + 1) && line.length() <= MAX_LINE_LENGTH;
      boolean apart =
          last == name
              && Signature.of(texts.get(name)).stream().noneMatch(it -> it.place().isPresent());
      boolean isPlace = Signature.isPlace(line);
      boolean isFinished = SentenceHeuristics.isFinished(line) && !isPlace;
      if (!WRITER.matcher(line).matches()
          && (isFinished || SALUTATION.matcher(line).matches() || !(below || (apart && isPlace)))) {
        break;
      }
      signatures.add(++last);
    }
    return last;
  }

  private static boolean isHeading(String paragraph) {
    if (paragraph.length() > MAX_TITLE_LENGTH || SentenceHeuristics.isFinished(paragraph)) {
      return HEADINGS.contains(SentenceHeuristics.normalize(paragraph));
    }
    return HEADING_PART
        .splitAsStream(paragraph)
        .limit(1)
        .anyMatch(it -> HEADINGS.contains(SentenceHeuristics.normalize(it)));
  }

  /** Tests whether the headline of a page, or a part of it, is the heading of a letters page. */
  private static boolean isPageTitle(String title) {
    return SentenceHeuristics.normalize(title).startsWith(OPENING)
        || TITLE_PART
            .splitAsStream(title)
            .anyMatch(it -> HEADINGS.contains(SentenceHeuristics.normalize(it)));
  }

  /**
   * Divides a letters page into its letters. Returns an empty list if the text is anything else, or
   * if it contains only one letter.
   *
   * @param pageTitle headline of the page, if the metadata gives it
   */
  public static List<Letter> split(Text text, Layout layout, Optional<String> pageTitle) {
    List<Paragraph> paragraphs = layout.paragraphs();
    List<String> texts = paragraphs.stream().map(it -> text.substring(it.span())).toList();
    Optional<String> heading =
        texts.stream().limit(HEADING_WITHIN).filter(Letters::isHeading).findFirst();
    long salutations = texts.stream().filter(it -> SALUTATION.matcher(it).matches()).count();
    List<Letter> letters = new ArrayList<>();
    Optional<String> title = heading;
    int begin = 0;
    for (int end = 0; end < paragraphs.size(); end++) {
      boolean signed = paragraphs.get(end).part() == Part.SIGNATURE;
      boolean last =
          end + 1 == paragraphs.size() || paragraphs.get(end + 1).part() != Part.SIGNATURE;
      if (signed && last) {
        while (begin < end && isAbovePage(paragraphs.get(begin), texts.get(begin))) {
          begin++;
        }
        int body = begin;
        while (body < end && isTitle(texts.get(body))) {
          title = Optional.of(texts.get(body++));
        }
        if (body == end || paragraphs.get(body).part() == Part.SIGNATURE) {
          return List.of();
        }
        List<String> authors = new ArrayList<>();
        for (int i = body; i <= end; i++) {
          if (paragraphs.get(i).part() == Part.SIGNATURE && authors.isEmpty()) {
            Signature.of(texts.get(i))
                .flatMap(Signature::name)
                .ifPresent(name -> authors.addAll(Byline.names(name)));
          }
        }
        letters.add(
            new Letter(
                paragraphs.get(begin).span().union(paragraphs.get(end).span()), title, authors));
        begin = end + 1;
      }
    }
    int after =
        texts.subList(begin, texts.size()).stream()
            .mapToInt(it -> SentenceHeuristics.words(it).size())
            .sum();
    boolean isSure =
        letters.size() > 1
            && (heading.isPresent()
                || salutations > 1
                || pageTitle.filter(Letters::isPageTitle).isPresent())
            && after <= MAX_WORDS_AFTER;
    return isSure ? letters : List.of();
  }

  /** Tests whether a paragraph belongs to the page, not to its first letter. */
  private static boolean isAbovePage(Paragraph paragraph, String text) {
    return (isHeading(text) && salutationLength(text) == 0)
        || paragraph.part() == Part.PUBLISHER
        || paragraph.part() == Part.BOILERPLATE
        || paragraph.part() == Part.BYLINE;
  }

  /** Returns the length of a salutation at the start of a paragraph, in UTF-16 code units. */
  public static int salutationLength(String paragraph) {
    Matcher salutation = SALUTATION.matcher(paragraph);
    return salutation.matches() ? salutation.end("end") : 0;
  }

  private static boolean isTitle(String paragraph) {
    return paragraph.length() <= MAX_TITLE_LENGTH
        && !SALUTATION.matcher(paragraph).matches()
        && !SentenceHeuristics.isFinished(paragraph);
  }
}

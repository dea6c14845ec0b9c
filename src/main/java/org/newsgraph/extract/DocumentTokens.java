package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.attribution.Quotation;
import org.newsgraph.extract.attribution.QuotationFinder;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Sentence;
import org.newsgraph.text.Token;

/**
 * The words of an article's headline and body in one row, each with its sentence, its paragraph and
 * the quotation that it stands in: the ground on which attributions are looked for.
 */
public final class DocumentTokens {
  private static final Set<Part> READ = Set.of(Part.HEADLINE, Part.BODY);

  /**
   * A token in the row.
   *
   * @param sentence the number of its sentence
   * @param paragraph index into {@link #paragraphs}
   * @param quotation index into {@link #quotations}, or -1 for the narrator's own words
   */
  public record PositionedToken(Token token, int sentence, int paragraph, int quotation) {
    public boolean isUnquoted() {
      return quotation < 0;
    }
  }

  private static final Pattern LINE_END = Pattern.compile("[\n\r]");
  private static final Set<PartOfSpeech> FOLLOWS_SUBJECT =
      EnumSet.of(PartOfSpeech.VERB, PartOfSpeech.ADVERB, PartOfSpeech.RELATIVE);

  private final Text text;
  private final List<Paragraph> paragraphs;
  private final List<Quotation> quotations;
  private final List<PositionedToken> words = new ArrayList<>();

  public DocumentTokens(AnalysedText analysed) {
    this.text = analysed.article().text();
    Layout layout = analysed.layout();
    this.paragraphs = layout.paragraphs().stream().filter(p -> READ.contains(p.part())).toList();
    this.quotations = QuotationFinder.find(text, layout);
    int paragraph = 0;
    int quotation = 0;
    int number = 0;
    for (Sentence sentence : analysed.sentences()) {
      int begin = sentence.span().begin();
      while (paragraph < paragraphs.size() && paragraphs.get(paragraph).span().end() <= begin) {
        paragraph++;
      }
      if (paragraph == paragraphs.size()) {
        break;
      }
      if (!paragraphs.get(paragraph).span().contains(begin)) {
        continue;
      }
      for (Token token : sentence.tokens()) {
        while (quotation < quotations.size()
            && quotations.get(quotation).span().end() <= token.span().begin()) {
          quotation++;
        }
        boolean quoted =
            quotation < quotations.size()
                && quotations.get(quotation).span().overlaps(token.span());
        words.add(new PositionedToken(token, number, paragraph, quoted ? quotation : -1));
      }
      number++;
    }
  }

  public Text text() {
    return text;
  }

  /**
   * The words of a span as they would be written without line ends that only wrap a paragraph: each
   * such is a space, and a word that one divides is joined.
   */
  public String words(Span span) {
    StringBuilder joined = new StringBuilder();
    int done = span.begin();
    for (int at = indexAtOrAfter(span.begin());
        at < words.size() && words.get(at).token.span().end() <= span.end();
        at++) {
      PositionedToken word = words.get(at);
      String gap = between(done, word.token.span().begin());
      boolean wrapped =
          at > 0 && words.get(at - 1).paragraph == word.paragraph && LINE_END.matcher(gap).find();
      joined.append(wrapped ? space(at) : gap).append(word.token.word());
      done = word.token.span().end();
    }
    return joined.append(between(done, span.end())).toString();
  }

  /** What stands for the line end before a word. */
  private String space(int at) {
    boolean compound = at > 1 && words.get(at - 1).token.isHyphenAfter(words.get(at - 2).token);
    return compound ? "" : " ";
  }

  private String between(int begin, int end) {
    return begin < end ? text.at(new Span(begin, end)) : "";
  }

  public int size() {
    return words.size();
  }

  public PositionedToken word(int at) {
    return words.get(at);
  }

  Part part(PositionedToken word) {
    return paragraphs.get(word.paragraph).part();
  }

  /** Whether the word is the last of its sentence. */
  public boolean endsSentence(int at) {
    return at + 1 == words.size() || words.get(at + 1).sentence != words.get(at).sentence;
  }

  /** Whether the quotation that the word stands in has its closing mark. */
  public boolean isClosed(int at) {
    int quotation = words.get(at).quotation;
    return quotation >= 0 && quotations.get(quotation).closed();
  }

  /** Whether the word stands in a quotation that began before it. */
  public boolean isWithinQuotation(int at) {
    int quotation = words.get(at).quotation;
    return quotation >= 0
        && quotations.get(quotation).span().begin() < words.get(at).token.span().begin();
  }

  /** The index of the first word that begins at this offset or after it; the size if none does. */
  public int indexAtOrAfter(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).token.span().begin() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  public boolean inQuotation(int offset) {
    int at = indexAtOrAfter(offset);
    return at < words.size() && !words.get(at).isUnquoted();
  }

  public Span span(TokenRange range) {
    return words.get(range.first()).token.span().to(words.get(range.last()).token.span());
  }

  /** Whether the narrator's word is a noun or pronoun, or stands before one. */
  public boolean isInNounPhrase(int at) {
    PartOfSpeech tag = words.get(at).token.pos();
    return words.get(at).isUnquoted()
        && (tag.isNoun() || tag == PartOfSpeech.PRONOUN || tag.isBeforeNoun());
  }

  /** The number of the sentence that something stands in. */
  public int sentence(Span span) {
    return words.get(Math.min(indexAtOrAfter(span.begin()), words.size() - 1)).sentence;
  }

  /**
   * Whether a phrase is the subject of a clause, or a part of it: a verb follows, or a relative
   * clause or an apposition, and no preposition stands before it.
   */
  public boolean isSubject(Span span) {
    int next = indexAtOrAfter(span.end());
    return next < words.size()
        && (FOLLOWS_SUBJECT.contains(words.get(next).token().pos())
            || words.get(next).token().word().equals(","))
        && !followsPreposition(span);
  }

  /** Whether a preposition stands before it. */
  public boolean followsPreposition(Span span) {
    int before = indexAtOrAfter(span.begin()) - 1;
    return before >= 0 && words.get(before).token().pos() == PartOfSpeech.PREPOSITION;
  }
}

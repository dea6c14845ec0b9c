package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.attribution.Quotation;
import org.newsgraph.extract.attribution.QuotationFinder;
import org.newsgraph.extract.attribution.QuotedBlock;
import org.newsgraph.extract.attribution.QuotedBlockFinder;
import org.newsgraph.extract.attribution.SignedLetter;
import org.newsgraph.extract.dialogue.Dialogue;
import org.newsgraph.extract.dialogue.DialogueFinder;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Sentence;
import org.newsgraph.text.Token;

/**
 * The tokens of an article's headline and body, each with its sentence, its paragraph and the
 * quotation that contains it. Rules for attribution and coreference address tokens by their index.
 */
public final class DocumentTokens {
  private static final Set<Part> SEARCHED_PARTS = Set.of(Part.HEADLINE, Part.BODY);

  /** Distance between the posts of a live blog, in sentences: farther than any pronoun reaches. */
  private static final int POST_DISTANCE = 100;

  /**
   * A token with its position.
   *
   * @param token the token
   * @param sentence number of its sentence; there is a gap between the posts of a live blog
   * @param paragraph index into {@link #paragraphs}
   * @param quotation index into {@link #quotations}, or -1 if the token is not in quotation marks
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
  private final List<QuotedBlock> blocks;
  private final List<SignedLetter> letters;

  /** Number of the live blog's post that each paragraph belongs to. */
  private final int[] posts;

  private final List<PositionedToken> words = new ArrayList<>();
  private final List<Dateline> datelines;
  private final Dialogue dialogue;
  private final Layout layout;

  public DocumentTokens(AnalysedText analysed) {
    this.text = analysed.article().text();
    this.layout = analysed.layout();
    this.paragraphs =
        layout.paragraphs().stream().filter(p -> SEARCHED_PARTS.contains(p.part())).toList();
    this.blocks = QuotedBlockFinder.find(text, layout);
    this.letters = SignedLetter.find(text, layout);
    this.quotations = QuotationFinder.find(text, layout, blocks);
    this.posts = LivePosts.of(text, paragraphs);
    this.dialogue = DialogueFinder.find(analysed);
    this.datelines = DatelineFinder.find(analysed, dialogue);
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
      number += paragraph > 0 && posts[paragraph] > posts[paragraphBefore()] ? POST_DISTANCE : 0;
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

  private int paragraphBefore() {
    return words.isEmpty() ? 0 : words.get(words.size() - 1).paragraph;
  }

  public Text text() {
    return text;
  }

  /** Returns the posts of social networks and the block quotations, in reading order. */
  public List<QuotedBlock> blocks() {
    return blocks;
  }

  /** Returns the letters to the editor with a writer's name, in reading order. */
  public List<SignedLetter> letters() {
    return letters;
  }

  /** Tests whether the word belongs to the line that names the author of a quoted block. */
  public boolean isInSignature(int at) {
    int begin = words.get(at).token.span().begin();
    return blocks.stream()
        .flatMap(block -> block.signature().stream())
        .anyMatch(signature -> signature.line().contains(begin));
  }

  /**
   * Tests whether no time of a live blog's post separates two words. Pronouns and attributions do
   * not reach from one post into another.
   */
  public boolean areInSamePost(int left, int right) {
    return posts[words.get(left).paragraph] == posts[words.get(right).paragraph];
  }

  /** Returns the turns of a transcript or interview. */
  public Dialogue dialogue() {
    return dialogue;
  }

  /** Returns the spans of the paragraphs with a function, in reading order. */
  public List<Span> paragraphs(Part part) {
    return layout.paragraphs().stream()
        .filter(it -> it.part() == part)
        .map(Paragraph::span)
        .toList();
  }

  /**
   * Returns the text of a span without the line ends that only wrap a paragraph. Such a line end
   * becomes a space, and a word that is hyphenated at one is joined.
   */
  public String textOf(Span span) {
    StringBuilder joined = new StringBuilder();
    int done = span.begin();
    for (int at = indexAtOrAfter(span.begin());
        at < words.size() && words.get(at).token.span().end() <= span.end();
        at++) {
      PositionedToken word = words.get(at);
      String gap = between(done, word.token.span().begin());
      boolean wrapped =
          at > 0 && words.get(at - 1).paragraph == word.paragraph && LINE_END.matcher(gap).find();
      joined.append(wrapped ? lineEndReplacement(at) : gap).append(word.token.word());
      done = word.token.span().end();
    }
    return joined.append(between(done, span.end())).toString();
  }

  /** Returns the replacement for the line end before a word. */
  private String lineEndReplacement(int at) {
    boolean compound = at > 1 && words.get(at - 1).token.isHyphenAfter(words.get(at - 2).token);
    return compound ? "" : " ";
  }

  private String between(int begin, int end) {
    return begin < end ? text.substring(new Span(begin, end)) : "";
  }

  public int size() {
    return words.size();
  }

  public PositionedToken word(int at) {
    return words.get(at);
  }

  /** Returns the function of the paragraph of a word. */
  public Part part(PositionedToken word) {
    return paragraphs.get(word.paragraph).part();
  }

  /** Tests whether the word is part of a dateline. */
  public boolean isInDateline(int at) {
    int begin = words.get(at).token.span().begin();
    return datelines.stream().anyMatch(dateline -> dateline.span().contains(begin));
  }

  /** Tests whether the word is the last of its sentence. */
  public boolean endsSentence(int at) {
    return at + 1 == words.size() || words.get(at + 1).sentence != words.get(at).sentence;
  }

  /** Tests whether the word is in a quotation that has a closing mark. */
  public boolean isClosed(int at) {
    int quotation = words.get(at).quotation;
    return quotation >= 0 && quotations.get(quotation).closed();
  }

  /** Returns the quotation that contains a word, if there is one. */
  public Optional<Quotation> quotationAt(int at) {
    return Optional.of(words.get(at).quotation).filter(it -> it >= 0).map(quotations::get);
  }

  /** Tests whether the word is in a quotation that began before it. */
  public boolean isWithinQuotation(int at) {
    int quotation = words.get(at).quotation;
    return quotation >= 0
        && quotations.get(quotation).span().begin() < words.get(at).token.span().begin();
  }

  /**
   * Returns the index of the first word at or after an offset, or {@link #size()} if there is none.
   */
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

  /** Returns the words that begin within a span. */
  public TokenRange range(Span span) {
    return new TokenRange(indexAtOrAfter(span.begin()), indexAtOrAfter(span.end()) - 1);
  }

  public boolean inQuotation(int offset) {
    int at = indexAtOrAfter(offset);
    return at < words.size() && !words.get(at).isUnquoted();
  }

  public Span span(TokenRange range) {
    return words.get(range.first()).token.span().union(words.get(range.last()).token.span());
  }

  /** Tests whether the word is unquoted and is a noun or pronoun, or can precede one. */
  public boolean isInNounPhrase(int at) {
    PartOfSpeech tag = words.get(at).token.pos();
    return words.get(at).isUnquoted()
        && (tag.isNoun() || tag == PartOfSpeech.PRONOUN || tag.isBeforeNoun());
  }

  /** Returns the number of the sentence that contains the start of a span. */
  public int sentence(Span span) {
    return words.get(Math.min(indexAtOrAfter(span.begin()), words.size() - 1)).sentence;
  }

  /**
   * Tests whether a phrase is the subject of a clause or part of it: it is followed by a verb, a
   * relative clause or an apposition, and not preceded by a preposition.
   */
  public boolean isSubject(Span span) {
    int next = indexAtOrAfter(span.end());
    return next < words.size()
        && (FOLLOWS_SUBJECT.contains(words.get(next).token().pos())
            || words.get(next).token().word().equals(","))
        && !followsPreposition(span);
  }

  /** Tests whether a preposition precedes a span. */
  public boolean followsPreposition(Span span) {
    int before = indexAtOrAfter(span.begin()) - 1;
    return before >= 0 && words.get(before).token().pos() == PartOfSpeech.PREPOSITION;
  }
}

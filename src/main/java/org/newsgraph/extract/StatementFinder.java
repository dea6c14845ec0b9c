package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ContentLink.Choice;
import org.newsgraph.text.ContentType;
import org.newsgraph.text.Marks;
import org.newsgraph.text.Marks.Pointer;
import org.newsgraph.text.Scheme;
import org.newsgraph.text.Tag;

/** Finds all statements of an article: content, and the cue and the source that belong to it. */
final class StatementFinder {
  /** Below this confidence content is left out. */
  private static final double THRESHOLD = 0.2;

  /** Below this confidence the report of a speech act is left out: one in three would be wrong. */
  private static final double REPORT_THRESHOLD = 0.58;

  /** How many words a heading may have before the speaker's name. */
  private static final int HEADING_WORDS = 4;

  private static final Set<String> SUBORDINATORS =
      Set.of("as", "while", "when", "after", "before", "because", "although", "though");

  private static final Set<String> RELATIVE = Set.of("who", "whom");

  private static final Set<String> DASHES = Set.of("-", "–", "—", "―");

  /** How much likelier a source is that stands beside the cue. */
  private static final double FAVOUR = 0.4;

  /** A subject by grammar is the source whatever the pointers say. */
  private static final double OUTVOTES = 1.01;

  private static final double CERTAIN = 0.9;

  private static final Set<Tag> BEFORE_NOUN =
      EnumSet.of(Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADJECTIVE, Tag.NUMBER);

  private final Reading reading;
  private final List<Run> cues;
  private final List<Run> sources;

  private StatementFinder(Reading reading) {
    this.reading = reading;
    this.cues = phrases(Marks::cue);
    this.sources = phrases(Marks::source);
  }

  private List<Run> phrases(ToDoubleBiFunction<Marks, Integer> marking) {
    double[][] likelihoods = new double[reading.size()][Scheme.INSIDE + 1];
    for (int at = 0; at < reading.size(); at++) {
      Marks marks = reading.word(at).token().marks();
      for (int state = 0; state <= Scheme.INSIDE; state++) {
        likelihoods[at][state] = Math.log(marking.applyAsDouble(marks, state) + 1e-6);
      }
    }
    return Run.of(Scheme.PHRASE.best(likelihoods));
  }

  /** In reading order. */
  static List<Attributed> find(Reading reading) {
    return new StatementFinder(reading).find();
  }

  private List<Attributed> find() {
    List<ContentLink> links =
        ContentFinder.find(reading).stream().flatMap(this::split).map(this::link).toList();
    InnerStatementFinder inner = new InnerStatementFinder(reading, cues, sources);
    List<Attributed> found = new ArrayList<>();
    for (List<ContentLink> parts : new PartJoiner(reading).statements(links)) {
      found.add(statement(parts));
    }
    for (ContentLink outer : links) {
      inner.in(outer).forEach(link -> found.add(inner(link)));
    }
    return found.stream()
        .filter(StatementFinder::isSure)
        .filter(this::isSaid)
        .sorted(Comparator.comparing(Attributed::span))
        .toList();
  }

  /**
   * The contents in one run: in "he was ashamed and calling them unpatriotic" the second begins
   * after "calling", where its words point to that cue.
   */
  private Stream<Run> split(Run run) {
    for (Run cue : cues) {
      boolean inside = run.first() < cue.first() && cue.last() < run.last();
      if (inside && reading.word(cue.first()).isNarrators()) {
        Run second = new Run(cue.last() + 1, run.last());
        int last = beforeCue(cue, run);
        if (last >= run.first()
            && pointsTo(second, cue)
            && !pointsTo(new Run(run.first(), last), cue)) {
          return Stream.concat(Stream.of(new Run(run.first(), last)), split(second));
        }
      }
    }
    return Stream.of(run);
  }

  /** The index of the last word of a content that a second cue follows, without what joins them. */
  private int beforeCue(Run cue, Run content) {
    int last = cue.first() - 1;
    while (last >= content.first()
        && (isLoose(last)
            || reading.word(last).token().tag() == Tag.CONJUNCTION
            || reading.word(last).token().tag() == Tag.ADVERB)) {
      last--;
    }
    return last;
  }

  /** Whether most words of a content point to a cue. */
  private boolean pointsTo(Run content, Run cue) {
    double votes = 0;
    for (int at = content.first(); at <= content.last(); at++) {
      for (Pointer pointer : reading.word(at).token().marks().toCue()) {
        OptionalInt target = target(pointer, content);
        votes += target.isPresent() && cue.contains(target.getAsInt()) ? pointer.probability() : 0;
      }
    }
    return votes > content.length() / 2.0;
  }

  private ContentLink link(Run whole) {
    Optional<Choice> cue = choice(whole, cues, Marks::toCue, Optional.empty());
    Run content = beforeNext(whole, cue);
    Optional<Choice> source =
        heading(content)
            .or(() -> signature(content))
            .or(() -> choice(content, sources, Marks::toSource, beside(cue)));
    return new ContentLink(content, cue, source);
  }

  private static boolean isSure(Attributed found) {
    return found.confidence()
        >= (found.type() == ContentType.REPORT ? REPORT_THRESHOLD : THRESHOLD);
  }

  /** Whether somebody said it; words in quotation marks were said by someone, known or not. */
  private boolean isSaid(Attributed statement) {
    boolean told =
        statement.source().isPresent()
            && statement.cue().map(reading.text()::at).filter(Unsaid::isUnsaid).isEmpty();
    return switch (statement.type()) {
      case REPORT -> told && statement.cue().isPresent();
      case STATEMENT -> told || StatementKinds.of(reading, statement.parts()) == Kind.DIRECT;
      case NEITHER -> false;
    };
  }

  /** "From Chairwoman Rosenworcel:" as a paragraph of its own names who speaks in the next one. */
  private Optional<Choice> heading(Run content) {
    int colon = content.first() - 1;
    if (colon < 1
        || !reading.word(colon).token().word().equals(":")
        || reading.word(content.first()).isNarrators()
        || reading.word(colon).paragraph() == reading.word(content.first()).paragraph()) {
      return Optional.empty();
    }
    int begin = colon;
    while (begin > 0 && isProper(begin - 1)) {
      begin--;
    }
    boolean alone =
        begin < HEADING_WORDS
            || reading.word(begin - HEADING_WORDS).paragraph() != reading.word(colon).paragraph();
    return alone && begin < colon
        ? Optional.of(new Choice(new Run(begin, colon - 1), CERTAIN))
        : Optional.empty();
  }

  /** A dash and a name, and then the paragraph ends: who said what stands before the dash. */
  private Optional<Choice> signature(Run content) {
    int begin = content.last() + 2;
    if (begin >= reading.size()
        || reading.word(content.last()).isNarrators()
        || !DASHES.contains(reading.word(begin - 1).token().word())) {
      return Optional.empty();
    }
    int paragraph = reading.word(content.last()).paragraph();
    int end = begin;
    while (end < reading.size() && isProper(end) && reading.word(end).paragraph() == paragraph) {
      end++;
    }
    boolean ends =
        end == reading.size()
            || reading.word(end).paragraph() != paragraph
            || ".,(".contains(reading.word(end).token().word());
    return ends && end > begin
        ? Optional.of(new Choice(new Run(begin, end - 1), CERTAIN))
        : Optional.empty();
  }

  private boolean isProper(int at) {
    return reading.word(at).token().tag() == Tag.PROPER_NOUN;
  }

  /**
   * The content without the source of the statement after it: in "begged for a ceasefire as a
   * witness said he saw it" the first content ends before "as a witness".
   */
  private Run beforeNext(Run content, Optional<Choice> cue) {
    int last = content.last();
    boolean another =
        cues.stream()
            .filter(it -> it.first() == last + 1)
            .anyMatch(it -> cue.filter(own -> own.phrase().equals(it)).isEmpty());
    if (!another || reading.endsSentence(last)) {
      return content;
    }
    int at = last;
    while (at > content.first() && isInNounPhrase(at)) {
      at--;
    }
    Tag tag = reading.word(at).token().tag();
    boolean joins = tag == Tag.PREPOSITION || tag == Tag.CONJUNCTION || tag == Tag.ADVERB;
    return at < last && at > content.first() && joins ? new Run(content.first(), at - 1) : content;
  }

  private boolean isInNounPhrase(int at) {
    Tag tag = reading.word(at).token().tag();
    return reading.word(at).isNarrators()
        && (tag.isNoun() || tag == Tag.PRONOUN || BEFORE_NOUN.contains(tag));
  }

  /** The phrase to which the words of a content together point most, or none. */
  private Optional<Choice> choice(
      Run content,
      List<Run> phrases,
      Function<Marks, List<Pointer>> pointers,
      Optional<Run> favourite) {
    Map<Run, Double> votes = new HashMap<>();
    favourite.ifPresent(
        run -> votes.put(run, (phrases.contains(run) ? FAVOUR : OUTVOTES) * content.length()));
    double none = 0;
    for (int at = content.first(); at <= content.last(); at++) {
      for (Pointer pointer : pointers.apply(reading.word(at).token().marks())) {
        OptionalInt target = target(pointer, content);
        if (target.isEmpty()) {
          none += pointer.probability();
        } else {
          votes.merge(phraseAt(phrases, target.getAsInt()), pointer.probability(), Double::sum);
        }
      }
    }
    double against = none / 2;
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() > against)
        .max(Map.Entry.comparingByValue())
        .map(vote -> new Choice(vote.getKey(), Math.min(1, vote.getValue() / content.length())));
  }

  /**
   * The source that stands right before or after a cue, "Downing Street said", "said Mr Cox";
   * marked as one, or else the noun phrase before a verb.
   */
  private Optional<Run> beside(Optional<Choice> cue) {
    return cue.map(Choice::phrase)
        .flatMap(
            it ->
                relative(it)
                    .or(
                        () ->
                            sources.stream()
                                .filter(
                                    source ->
                                        source.last() + 1 == it.first()
                                            || source.first() == it.last() + 1)
                                .findFirst())
                    .or(() -> subject(it)));
  }

  /** "Who" before the cue, or "many of whom". */
  private Optional<Run> relative(Run cue) {
    int last = cue.first() - 1;
    while (last > 0 && reading.word(last).token().tag() == Tag.ADVERB) {
      last--;
    }
    if (last < 0 || reading.endsSentence(last) || !RELATIVE.contains(word(last))) {
      return Optional.empty();
    }
    boolean some = last > 1 && word(last).equals("whom") && word(last - 1).equals("of");
    return some || word(last).equals("who")
        ? Optional.of(new Run(some ? last - 2 : last, last))
        : Optional.empty();
  }

  private String word(int at) {
    return reading.word(at).token().word();
  }

  private Optional<Run> subject(Run cue) {
    int begin = cue.first();
    while (begin > 0 && !reading.endsSentence(begin - 1) && isInNounPhrase(begin - 1)) {
      begin--;
    }
    boolean verb = reading.word(cue.first()).token().tag() == Tag.VERB;
    boolean clause = begin > 0 && SUBORDINATORS.contains(reading.word(begin - 1).token().word());
    return verb && clause && begin < cue.first()
        ? Optional.of(new Run(begin, cue.first() - 1))
        : Optional.empty();
  }

  private OptionalInt target(Pointer pointer, Run content) {
    int at = pointer.begin() == Pointer.NOWHERE ? -1 : reading.firstFrom(pointer.begin());
    boolean there =
        at >= 0
            && at < reading.size()
            && reading.word(at).token().span().begin() == pointer.begin()
            && !content.contains(at);
    return there ? OptionalInt.of(at) : OptionalInt.empty();
  }

  private static Run phraseAt(List<Run> phrases, int at) {
    return phrases.stream()
        .filter(phrase -> phrase.contains(at))
        .findFirst()
        .orElse(new Run(at, at));
  }

  /** A source to the end of its noun phrase, and without the ending of "Trump's". */
  private Run whole(Run source) {
    int last = source.last();
    while (last + 1 < reading.size()
        && reading.word(last + 1).sentence() == reading.word(last).sentence()
        && goesOn(last)) {
      last++;
    }
    while (last > source.first() && reading.word(last).token().tag() == Tag.GENITIVE) {
      last--;
    }
    return new Run(source.first(), last);
  }

  /** Whether the next word belongs to the noun phrase that this one is in. */
  private boolean goesOn(int at) {
    Tag tag = reading.word(at).token().tag();
    Tag next = reading.word(at + 1).token().tag();
    boolean begun = BEFORE_NOUN.contains(tag) && (next.isNoun() || BEFORE_NOUN.contains(next));
    boolean abbreviated =
        tag == Tag.PROPER_NOUN
            && at + 2 < reading.size()
            && reading.word(at + 1).token().word().equals(".")
            && isProper(at + 2);
    return begun || abbreviated || (tag == Tag.PROPER_NOUN && next == Tag.PROPER_NOUN);
  }

  private Attributed statement(List<ContentLink> links) {
    ContentLink first = links.get(0);
    Optional<Choice> source =
        links.stream()
            .flatMap(link -> link.source().stream())
            .max(Comparator.comparing(Choice::probability));
    double sureness =
        links.stream().mapToDouble(link -> likelihood(link.content())).average().orElse(0)
            * source.map(Choice::probability).orElse(0.5);
    List<Span> parts = links.stream().map(link -> bounds(link.content())).toList();
    ContentType type = type(links);
    return new Attributed(
        parts,
        type,
        first.cue().map(cue -> bounds(cue.phrase())),
        source.map(choice -> bounds(whole(choice.phrase()))),
        type == ContentType.REPORT
            ? Confidence.ofReport(sureness)
            : Confidence.of(sureness, StatementKinds.of(reading, parts)));
  }

  private Attributed inner(ContentLink link) {
    Span content = bounds(link.content());
    Kind kind = StatementKinds.of(reading, List.of(content));
    return new Attributed(
        List.of(content),
        ContentType.STATEMENT,
        link.cue().map(cue -> bounds(cue.phrase())),
        link.source().map(choice -> bounds(whole(choice.phrase()))),
        Confidence.of(InnerStatementFinder.likelihood(reading, link.content()), kind));
  }

  /** The likeliest type of the content as a whole. */
  private ContentType type(List<ContentLink> links) {
    Map<ContentType, Double> votes = new EnumMap<>(ContentType.class);
    for (ContentLink link : links) {
      for (int at = link.content().first(); at <= link.content().last(); at++) {
        Marks marks = reading.word(at).token().marks();
        for (ContentType type : ContentType.values()) {
          votes.merge(type, marks.contentType(type), Double::sum);
        }
      }
    }
    return Collections.max(votes.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** How likely the words of a run are content, on average. */
  private double likelihood(Run run) {
    double sum = 0;
    for (int at = run.first(); at <= run.last(); at++) {
      sum += 1 - reading.word(at).token().marks().content(Scheme.OUTSIDE);
    }
    return sum / run.length();
  }

  private Span span(Run run) {
    return reading.word(run.first()).token().span().to(reading.word(run.last()).token().span());
  }

  /** The content without the punctuation at its ends that is not part of a quotation. */
  private Span bounds(Run content) {
    int first = content.first();
    int last = content.last();
    while (first < last && (isLoose(first) || isThat(first))) {
      first++;
    }
    while (last > first && isLoose(last)) {
      last--;
    }
    return span(new Run(first, last));
  }

  /** "That" before a clause, which it only introduces; not as in "that is wrong". */
  private boolean isThat(int at) {
    Reading.Word word = reading.word(at);
    boolean verb = reading.word(at + 1).token().tag() == Tag.VERB;
    return word.isNarrators() && word.token().word().equalsIgnoreCase("that") && !verb;
  }

  private boolean isLoose(int at) {
    String word = reading.word(at).token().word();
    return reading.word(at).isNarrators() && ",.:;–—-".contains(word);
  }
}

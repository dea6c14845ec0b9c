package org.newsgraph.extract.dialogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.dialogue.SpeechTurn.Voice;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds the turns of a transcript or an interview.
 *
 * <p>A list such as "Venue: The old hall. Price: Ten pounds." has the form of a dialogue. A
 * dialogue therefore needs two turns with sentences, and labels that are a speaker's by a title, an
 * office, a name in the article, or by their pattern over the article.
 */
public final class DialogueFinder {
  /** Minimum share of the paragraphs of a dialogue that have a label if turns have several. */
  private static final double MIN_DENSITY = 0.2;

  /** Minimum number of turns whose labels are unknown names in capitals. */
  private static final int MIN_UNKNOWN_TURNS = 4;

  private static final Set<EntityLabel> NOT_PERSONS =
      EnumSet.of(EntityLabel.PLACE, EntityLabel.OTHER);

  private static final Pattern LABEL_START =
      Pattern.compile("(?<=[.?!…”\"’)\\]])[ \\t]*[\\n\\r\\u2028\\u2029]+");

  private static final Set<PartOfSpeech> SENTENCE_WORDS =
      EnumSet.of(PartOfSpeech.VERB, PartOfSpeech.PRONOUN);

  private final Text text;
  private final PersonWords persons;
  private final List<Span> blocks;

  /** The labels that may be a speaker's, by the index of their block. */
  private final Map<Integer, SpeakerLabel> labels = new HashMap<>();

  private DialogueFinder(AnalysedText analysed) {
    this.text = analysed.article().text();
    this.persons = new PersonWords(analysed);
    this.blocks =
        analysed.layout().paragraphs().stream()
            .filter(it -> it.part() == Part.HEADLINE || it.part() == Part.BODY)
            .flatMap(it -> lines(it.span()).stream())
            .toList();
  }

  /** Returns the dialogue of an article, or {@link Dialogue#NONE}. */
  public static Dialogue find(AnalysedText analysed) {
    DialogueFinder finder = new DialogueFinder(analysed);
    finder.readLabels();
    if (finder.isDialogue()) {
      return finder.labelled();
    }
    return QuestionParagraphs.find(finder.text, finder.blocks, finder.persons);
  }

  /** Returns a paragraph, divided at the line ends before labels. */
  private List<Span> lines(Span paragraph) {
    String string = text.substring(paragraph);
    int base = text.toUtf16Offset(paragraph.begin());
    List<Span> lines = new ArrayList<>();
    int begin = 0;
    var matcher = LABEL_START.matcher(string);
    while (matcher.find() && matcher.end() < string.length()) {
      Span rest = text.span(base + matcher.end(), base + string.length());
      if (SpeakerLabelParser.parse(text, rest, persons::contains).isPresent()) {
        lines.add(text.trim(text.span(base + begin, base + matcher.start())));
        begin = matcher.end();
      }
    }
    lines.add(text.span(base + begin, base + string.length()));
    return lines;
  }

  private void readLabels() {
    for (int at = 0; at < blocks.size(); at++) {
      Optional<SpeakerLabel> label =
          SpeakerLabelParser.parse(text, blocks.get(at), persons::contains);
      if (label.isPresent() && startsSentence(label.get().end(), blocks.get(at).end())) {
        labels.put(at, label.get());
      }
    }
    keepAnswersAfterQuestions();
    keepSpeakers();
  }

  /** Tests whether the text after a label is empty or starts like a sentence. */
  private boolean startsSentence(int begin, int end) {
    if (begin >= end) {
      return true;
    }
    Span rest = text.trim(new Span(begin, end));
    int first = text.codePointAt(rest.begin());
    return !Character.isLowerCase(first) && (!Character.isDigit(first) || rest.length() > 20);
  }

  /** Removes "A. Smith wrote …" where nobody asks, and questions that nobody answers. */
  private void keepAnswersAfterQuestions() {
    Set<Voice> voices = EnumSet.noneOf(Voice.class);
    labels.values().forEach(it -> voices.add(it.voice()));
    boolean answered = voices.contains(Voice.ANSWER) || voices.contains(Voice.NAMED);
    labels
        .values()
        .removeIf(
            it ->
                (it.voice() == Voice.ANSWER && !voices.contains(Voice.QUESTION))
                    || (it.voice() == Voice.QUESTION && !answered));
  }

  /** Removes the labels that are not evidently a speaker's. */
  private void keepSpeakers() {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (SpeakerLabel label : labels.values()) {
      counts.merge(label.key(), 1, Integer::sum);
      if (isKnown(label)) {
        known.add(lastWord(label.key()));
      }
    }
    Predicate<SpeakerLabel> speaker = label -> known.contains(lastWord(label.key()));
    Set<String> repeated = new HashSet<>();
    labels.values().stream()
        .filter(speaker.negate())
        .filter(label -> counts.get(label.key()) > 1 && mayBePerson(label))
        .forEach(label -> repeated.add(label.key()));
    int repeatedTurns = repeated.stream().mapToInt(counts::get).sum();
    boolean alternating =
        !known.isEmpty()
            ? repeatedTurns > 0
            : repeated.size() > 1
                && repeatedTurns >= MIN_UNKNOWN_TURNS
                && labels.values().stream()
                    .filter(it -> repeated.contains(it.key()))
                    .allMatch(it -> NormalCase.isUpperCase(text.substring(it.name())));
    labels
        .entrySet()
        .removeIf(
            entry ->
                !speaker.test(entry.getValue())
                    && !(alternating && repeated.contains(entry.getValue().key()))
                    && !(!known.isEmpty() && isFunctionWithSentence(entry.getKey())));
  }

  /** Tests whether a turn has a label such as "Operator" and a sentence. */
  private boolean isFunctionWithSentence(int at) {
    return labels.get(at).voice() == Voice.DESCRIBED && hasSentence(at);
  }

  /** Tests whether a label is a speaker's by itself or by the names in the article. */
  private boolean isKnown(SpeakerLabel label) {
    return switch (label.voice()) {
      case QUESTION, ANSWER -> true;
      case DESCRIBED -> label.certain();
      case NAMED ->
          (label.certain() && mayBePerson(label)) || persons.contains(lastWord(label.key()));
    };
  }

  private boolean mayBePerson(SpeakerLabel label) {
    return label.voice() != Voice.NAMED || !persons.isLabelled(label.name(), NOT_PERSONS);
  }

  private static String lastWord(String key) {
    return key.substring(key.lastIndexOf(' ') + 1);
  }

  /** Tests whether at least two turns, and half of all turns, have a sentence. */
  private boolean isDialogue() {
    long sentences = labels.keySet().stream().filter(this::hasSentence).count();
    return sentences >= 2 && 2 * sentences >= labels.size();
  }

  private boolean hasSentence(int at) {
    SpeakerLabel label = labels.get(at);
    Span block = blocks.get(at);
    if (label.end() >= block.end()) {
      return at + 1 < blocks.size() && !labels.containsKey(at + 1);
    }
    Span speech = text.trim(new Span(label.end(), block.end()));
    return SpeechParts.isFinished(text.substring(speech))
        && persons.tokens(speech).stream().anyMatch(it -> SENTENCE_WORDS.contains(it.pos()));
  }

  private Dialogue labelled() {
    List<Integer> starts = labels.keySet().stream().sorted().toList();
    int first = starts.get(0);
    int last = starts.get(starts.size() - 1);
    boolean dense = starts.size() >= MIN_DENSITY * (last + 1 - first);
    boolean several = dense && last + 1 - first > starts.size();
    List<SpeechTurn> turns = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int at = starts.get(i);
      SpeakerLabel label = labels.get(at);
      boolean ends = i + 1 == starts.size();
      int next = ends ? blocks.size() : starts.get(i + 1);
      boolean alone = label.end() >= blocks.get(at).end();
      int end = (ends ? several : dense) ? next : Math.min(next, alone ? at + 2 : at + 1);
      List<Span> speech = new ArrayList<>();
      if (!alone) {
        speech.add(text.trim(new Span(label.end(), blocks.get(at).end())));
      }
      speech.addAll(blocks.subList(at + 1, end));
      turns.add(
          new SpeechTurn(
              label.voice(), Optional.of(label), SpeechParts.of(text, speech, nameTest(label))));
    }
    List<Span> introduction = blocks.subList(0, first);
    return isPersonal(turns, introduction)
        ? new Dialogue(
            turns,
            Interviewee.find(text, introduction, blocks.subList(first, blocks.size()), persons))
        : Dialogue.NONE;
  }

  /**
   * Tests whether somebody speaks, unlike in a newspaper's list of frequent questions: a turn has
   * another label than "Q" and "A", the introduction indicates an interview, or an answer is in the
   * first person.
   */
  private boolean isPersonal(List<SpeechTurn> turns, List<Span> introduction) {
    return !turns.stream()
            .allMatch(it -> it.voice() == Voice.QUESTION || it.voice() == Voice.ANSWER)
        || Interviewee.isIndicated(text, introduction)
        || turns.stream().anyMatch(it -> QuestionParagraphs.isPersonalAnswer(text, it));
  }

  /** Returns a test whether a paragraph names the speaker, so that somebody else has written it. */
  private Predicate<Span> nameTest(SpeakerLabel label) {
    String family = lastWord(label.key());
    return paragraph ->
        label.voice() == Voice.NAMED
            && persons.persons(paragraph).stream().anyMatch(it -> it.family().equals(family));
  }
}

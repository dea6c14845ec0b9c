package org.newsgraph.extract.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.dialogue.SpeechTurn.Voice;

/**
 * Finds the turns of an interview without labels: each question is a paragraph, the answers follow
 * it. A list of frequent questions has the same form; in an interview, an introduction names the
 * person interviewed, and the answers are in the first person.
 */
final class QuestionParagraphs {
  private static final int MIN_QUESTIONS = 3;
  private static final int MAX_QUESTION_WORDS = 70;
  private static final int MAX_INTRODUCTION = 10;

  /**
   * Minimum share of the questions with "you" where the introduction does not clearly announce an
   * interview. The questions of an essay are rarely addressed to anybody.
   */
  private static final double MIN_ADDRESSED = 0.5;

  /** Minimum share of the paragraphs from the first question on that are questions. */
  private static final double MIN_DENSITY = 0.2;

  private static final Pattern QUESTION = Pattern.compile("(?s)[*_]*[^“\"‘'«„*_].*\\?[*_)\\]]*");
  private static final Pattern FIRST_PERSON =
      Pattern.compile("(?i)\\b(?:i|we|my|our|me|us|mine|ours)\\b(?![./])");
  private static final Pattern SECOND_PERSON = Pattern.compile("(?i)\\byou(?:r|rs|rself)?\\b");

  private QuestionParagraphs() {}

  /**
   * Finds an interview without labels.
   *
   * @param blocks paragraphs of headline and body
   */
  static Dialogue find(Text text, List<Span> blocks, PersonWords persons) {
    List<Integer> questions = new ArrayList<>();
    for (int at = 1; at + 1 < blocks.size(); at++) {
      if (isQuestion(text.substring(blocks.get(at)))) {
        questions.add(at);
      }
    }
    if (questions.size() < MIN_QUESTIONS
        || questions.get(0) > MAX_INTRODUCTION
        || questions.size() < MIN_DENSITY * (blocks.size() - questions.get(0))) {
      return Dialogue.NONE;
    }
    List<Span> introduction = blocks.subList(0, questions.get(0));
    List<Span> rest = blocks.subList(questions.get(0), blocks.size());
    Optional<Span> interviewee = Interviewee.find(text, introduction, rest, persons);
    if (interviewee.isEmpty() || !Interviewee.isIndicated(text, introduction)) {
      return Dialogue.NONE;
    }
    List<SpeechTurn> turns = turns(text, blocks, questions);
    double minAddressed = Interviewee.isAnnounced(text, introduction) ? 0 : MIN_ADDRESSED;
    return isInterview(text, turns, minAddressed)
        ? new Dialogue(turns, interviewee)
        : Dialogue.NONE;
  }

  private static boolean isQuestion(String paragraph) {
    return QUESTION.matcher(paragraph).matches()
        && paragraph.split("\\s+", -1).length <= MAX_QUESTION_WORDS;
  }

  private static List<SpeechTurn> turns(Text text, List<Span> blocks, List<Integer> questions) {
    List<SpeechTurn> turns = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      int at = questions.get(i);
      int next = i + 1 < questions.size() ? questions.get(i + 1) : blocks.size();
      turns.add(new SpeechTurn(Voice.QUESTION, Optional.empty(), List.of(blocks.get(at))));
      if (at + 1 < next) {
        List<Span> answer = SpeechParts.of(text, blocks.subList(at + 1, next), it -> false);
        turns.add(new SpeechTurn(Voice.ANSWER, Optional.empty(), answer));
      }
    }
    return turns;
  }

  private static boolean isInterview(Text text, List<SpeechTurn> turns, double minAddressed) {
    List<SpeechTurn> answers = turns.stream().filter(it -> it.voice() == Voice.ANSWER).toList();
    long personal = answers.stream().filter(it -> isPersonalAnswer(text, it)).count();
    List<SpeechTurn> questions = turns.stream().filter(it -> it.voice() == Voice.QUESTION).toList();
    long addressed = questions.stream().filter(it -> matches(SECOND_PERSON, text, it)).count();
    return addressed > 0
        && addressed >= minAddressed * questions.size()
        && answers.size() > 1
        && 2 * personal >= answers.size();
  }

  /** Tests whether a turn is an answer in the first person. */
  static boolean isPersonalAnswer(Text text, SpeechTurn turn) {
    return turn.voice() == Voice.ANSWER && matches(FIRST_PERSON, text, turn);
  }

  private static boolean matches(Pattern pattern, Text text, SpeechTurn turn) {
    return turn.parts().stream()
        .anyMatch(it -> pattern.matcher(text.substring(it).toLowerCase(Locale.ROOT)).find());
  }
}

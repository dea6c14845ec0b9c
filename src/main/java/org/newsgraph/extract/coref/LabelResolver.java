package org.newsgraph.extract.coref;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.dialogue.Dialogue;
import org.newsgraph.extract.dialogue.NormalCase;
import org.newsgraph.extract.dialogue.SpeechTurn;

/**
 * Resolves the labels of a transcript or interview: a name or its initials, "A" for the person
 * interviewed, "THE WITNESS".
 */
final class LabelResolver implements SourceResolver {
  private final DocumentTokens tokens;
  private final Dialogue dialogue;
  private final List<Mention> mentions;

  LabelResolver(DocumentTokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.dialogue = tokens.dialogue();
    this.mentions = mentions;
  }

  /** Resolves a source, which is empty unless it is part of a label. */
  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    return dialogue.labelledAt(source).map(turn -> resolve(turn, source, words));
  }

  private Speaker resolve(SpeechTurn turn, Span source, String words) {
    Optional<Entity> entity =
        switch (turn.voice()) {
          case NAMED -> namedAt(source).or(() -> withInitials(words));
          case ANSWER -> interviewee();
          case DESCRIBED -> isWitness(words) ? interviewee() : Optional.empty();
          case QUESTION -> Optional.empty();
        };
    return entity
        .<Speaker>map(it -> new Speaker.Known(source, words, it))
        .orElseGet(() -> described(turn, source, words));
  }

  private Speaker described(SpeechTurn turn, Span source, String words) {
    return switch (turn.voice()) {
      case DESCRIBED -> new Speaker.Described(source, words, source, NormalCase.ofPhrase(words));
      case ANSWER -> {
        Span description = dialogue.interviewee().orElse(source);
        yield new Speaker.Described(source, words, description, tokens.textOf(description));
      }
      case NAMED, QUESTION -> new Speaker.Described(source, words, source, words);
    };
  }

  /** Tests whether a label names the person who gives the answers in court. */
  private boolean isWitness(String words) {
    return words.equalsIgnoreCase("the witness")
        && dialogue.turns().stream().anyMatch(it -> it.voice() == SpeechTurn.Voice.ANSWER);
  }

  private Optional<Entity> interviewee() {
    return dialogue.interviewee().flatMap(this::namedAt);
  }

  private Optional<Entity> namedAt(Span span) {
    return mentions.stream()
        .filter(it -> it.span().overlaps(span))
        .map(Mention::entity)
        .filter(it -> it.type() == EntityType.PERSON || it.type() == EntityType.ORGANISATION)
        .findFirst();
  }

  /** Returns the person with these initials, if it is only one. */
  private Optional<Entity> withInitials(String letters) {
    List<Entity> persons =
        mentions.stream()
            .map(Mention::entity)
            .filter(it -> it.type() == EntityType.PERSON)
            .filter(it -> initials(it.name()).equals(letters.replace(".", "")))
            .distinct()
            .toList();
    return persons.size() == 1 ? Optional.of(persons.get(0)) : Optional.empty();
  }

  private static String initials(String name) {
    return Stream.of(name.split(" ", -1))
        .map(word -> word.substring(0, Math.min(1, word.length())))
        .collect(Collectors.joining());
  }
}

package org.newsgraph.extract.name;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.layout.ArticleHeader;
import org.newsgraph.extract.ConfidenceCalibration;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.dialogue.Dialogue;
import org.newsgraph.extract.dialogue.NormalCase;
import org.newsgraph.extract.dialogue.SpeakerLabel;
import org.newsgraph.extract.dialogue.SpeechTurn.Voice;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.Sentence;
import org.newsgraph.text.Token;

/**
 * The names in the labels of a transcript or interview: the speaker, and the organisations of the
 * speaker's office. Names in capitals are converted to normal case.
 */
final class LabelNames {
  /** Network probability assumed for these names. */
  private static final double PROBABILITY = 0.95;

  /** Maximum length of a person's initials. */
  private static final int MAX_INITIALS = 3;

  private final Text text;
  private final List<Token> tokens;
  private final Optional<String> publisher;

  /** The network's labels of each word, in lower case, anywhere in the article. */
  private final Map<String, Set<EntityLabel>> labelsOf = new HashMap<>();

  private final Set<String> initials = new HashSet<>();
  private final List<DetectedName> names = new ArrayList<>();

  private LabelNames(AnalysedText analysed) {
    this.text = analysed.article().text();
    this.publisher =
        analysed
            .article()
            .metadata()
            .publisher()
            .or(() -> analysed.layout().first(Part.PUBLISHER).map(it -> text.substring(it.span())));
    this.tokens =
        analysed.sentences().stream().map(Sentence::tokens).flatMap(List::stream).toList();
    for (Token token : tokens) {
      labelsOf
          .computeIfAbsent(
              token.word().toLowerCase(Locale.ROOT), word -> EnumSet.noneOf(EntityLabel.class))
          .add(token.label());
    }
    addInitials();
  }

  /** Collects the initials of the persons whom the article names in full. */
  private void addInitials() {
    StringBuilder letters = new StringBuilder();
    for (Token token : tokens) {
      if (token.label() != EntityLabel.PERSON || token.beginsName()) {
        letters.setLength(0);
      }
      if (token.label() == EntityLabel.PERSON) {
        letters.appendCodePoint(token.word().codePointAt(0));
        initials.add(letters.toString());
      }
    }
    initials.removeIf(it -> it.length() < 2);
  }

  /** Returns the names in the labels of a dialogue. */
  static List<DetectedName> find(AnalysedText analysed, Dialogue dialogue) {
    LabelNames finder = new LabelNames(analysed);
    dialogue.turns().stream().flatMap(turn -> turn.label().stream()).forEach(finder::addNames);
    return finder.names;
  }

  private void addNames(SpeakerLabel label) {
    if (label.voice() == Voice.NAMED && !isInitials(label)) {
      EntityType type = isOrganisation(label) ? EntityType.ORGANISATION : EntityType.PERSON;
      add(label.name(), type);
    }
    label.before().ifPresent(this::addWithinOffice);
    for (int i = 0; i < label.after().size(); i++) {
      Span phrase = label.after().get(i);
      if (isOffice(phrase)) {
        addWithinOffice(phrase);
      } else if (within(phrase).stream().anyMatch(it -> it.label() == EntityLabel.ORGANISATION)) {
        add(phrase, EntityType.ORGANISATION);
      }
    }
  }

  private boolean isInitials(SpeakerLabel label) {
    String name = text.substring(label.name());
    return name.length() <= MAX_INITIALS && initials.contains(name);
  }

  /** Tests whether the speaker is a newspaper or another organisation that asks questions. */
  private boolean isOrganisation(SpeakerLabel label) {
    String name = text.substring(label.name());
    Set<EntityLabel> labels = labelsOf.getOrDefault(lastWord(name), Set.of());
    return !label.certain()
        && (ArticleHeader.isNewspaperName(name) || labels.contains(EntityLabel.ORGANISATION))
        && !labels.contains(EntityLabel.PERSON);
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  private boolean isOffice(Span phrase) {
    return SpeakerLabel.isOffice(text.substring(phrase));
  }

  /** Adds the organisation before the noun of an office: "CNN" in "CNN ANCHOR". */
  private void addWithinOffice(Span phrase) {
    List<Token> words = within(phrase);
    int end = 0;
    while (end + 1 < words.size() && words.get(end).label() == EntityLabel.ORGANISATION) {
      end++;
    }
    if (end > 0) {
      add(words.get(0).span().union(words.get(end - 1).span()), EntityType.ORGANISATION);
    }
  }

  /** Returns the name of an organisation; "Courier" is the newspaper that publishes the article. */
  private String organisation(String name) {
    String ending = " " + name.toLowerCase(Locale.ROOT);
    return publisher
        .filter(it -> it.toLowerCase(Locale.ROOT).endsWith(ending))
        .orElseGet(() -> NormalCase.ofOrganisation(name));
  }

  private List<Token> within(Span span) {
    return tokens.stream().filter(it -> span.contains(it.span())).toList();
  }

  private void add(Span span, EntityType type) {
    String name = text.substring(span).replaceAll("[\\s\\p{Z}]+", " ");
    names.add(
        new DetectedName(
            span,
            type == EntityType.PERSON ? NormalCase.ofName(name) : organisation(name),
            type,
            ConfidenceCalibration.ofName(PROBABILITY)));
  }
}

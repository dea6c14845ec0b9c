package org.newsgraph.extract.role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.dialogue.NormalCase;
import org.newsgraph.extract.dialogue.SpeakerLabel;

/**
 * Finds the roles in the labels of a transcript: "NINE ANCHOR LIZ HOLT:", "DR. ANN ROE, GEOLOGIST,
 * UNIVERSITY OF MARSDEN:".
 */
final class LabelRoles {
  private static final double CONFIDENCE = 0.9;

  private final MentionIndex words;
  private final List<Role> roles = new ArrayList<>();

  private LabelRoles(MentionIndex words) {
    this.words = words;
  }

  static List<Role> find(MentionIndex words) {
    LabelRoles finder = new LabelRoles(words);
    words.tokens().dialogue().turns().stream()
        .flatMap(turn -> turn.label().stream())
        .forEach(finder::add);
    return finder.roles;
  }

  private void add(SpeakerLabel label) {
    Optional<Entity> person =
        mentions(label.name(), EntityType.PERSON).stream().findFirst().map(Mention::entity);
    if (person.isEmpty()) {
      return;
    }
    label.before().ifPresent(phrase -> add(person.get(), phrase, organisation(phrase)));
    for (int i = 0; i < label.after().size(); i++) {
      Span phrase = label.after().get(i);
      if (isRole(phrase)) {
        Optional<Span> next =
            i + 1 < label.after().size() ? Optional.of(label.after().get(i + 1)) : Optional.empty();
        Optional<Entity> following = next.filter(it -> !isRole(it)).flatMap(this::organisation);
        add(person.get(), phrase, organisation(phrase).or(() -> following));
      }
    }
  }

  private void add(Entity person, Span phrase, Optional<Entity> organisation) {
    roles.add(new Role(person, text(phrase), organisation, phrase, CONFIDENCE));
  }

  private boolean isRole(Span phrase) {
    return SpeakerLabel.isOffice(words.tokens().textOf(phrase));
  }

  /** Returns a phrase with its names in normal case and its other words in lower case. */
  private String text(Span phrase) {
    String text = words.tokens().textOf(phrase);
    String normal = NormalCase.ofPhrase(text);
    return mentions(phrase, EntityType.ORGANISATION).stream()
        .findFirst()
        .filter(it -> it.span().begin() == phrase.begin() && !normal.equals(text))
        .map(
            it ->
                NormalCase.ofOrganisation(it.text())
                    + normal.substring(Math.min(it.text().length(), normal.length())))
        .orElse(normal);
  }

  private Optional<Entity> organisation(Span phrase) {
    return mentions(phrase, EntityType.ORGANISATION).stream().findFirst().map(Mention::entity);
  }

  private List<Mention> mentions(Span span, EntityType type) {
    return words.mentions().stream()
        .filter(it -> span.contains(it.span()) && it.entity().type() == type)
        .toList();
  }
}

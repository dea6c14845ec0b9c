package org.newsgraph.extract.coref;

import static org.newsgraph.extract.coref.CandidateFeature.FIRST_IN_SENTENCE;
import static org.newsgraph.extract.coref.CandidateFeature.FIRST_SUBJECT;
import static org.newsgraph.extract.coref.CandidateFeature.GOVERNED;
import static org.newsgraph.extract.coref.CandidateFeature.INSIDE_SOURCE;
import static org.newsgraph.extract.coref.CandidateFeature.IN_FIRST_PARAGRAPH;
import static org.newsgraph.extract.coref.CandidateFeature.LAST_MENTIONED;
import static org.newsgraph.extract.coref.CandidateFeature.LATER;
import static org.newsgraph.extract.coref.CandidateFeature.LATER_NEAR;
import static org.newsgraph.extract.coref.CandidateFeature.MENTIONS;
import static org.newsgraph.extract.coref.CandidateFeature.ONLY_NEARBY;
import static org.newsgraph.extract.coref.CandidateFeature.QUOTED;
import static org.newsgraph.extract.coref.CandidateFeature.SAME_PARAGRAPH;
import static org.newsgraph.extract.coref.CandidateFeature.SECOND_LAST_MENTIONED;
import static org.newsgraph.extract.coref.CandidateFeature.SUBJECT;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;

/** Evidence from where an article names a person, relative to a source. */
final class MentionFeatures {
  /** Maximum distance of a name that counts as near, in sentences with unquoted words. */
  private static final int MAX_NEAR_DISTANCE = 6;

  /** Maximum distance of a first mention that follows shortly after the source, in sentences. */
  private static final int MAX_LATER_DISTANCE = 2;

  private final Discourse discourse;
  private final DocumentTokens tokens;
  private final List<Mention> mentions;

  MentionFeatures(Discourse discourse) {
    this.discourse = discourse;
    this.tokens = discourse.tokens();
    this.mentions = discourse.mentions();
  }

  /** Returns the persons named near a source in unquoted text, the last one first. */
  List<Entity> recent(PersonSource source) {
    Set<Entity> recent = new LinkedHashSet<>();
    for (int i = discourse.mentionsBefore(source.span()) - 1; i >= 0; i--) {
      Mention mention = mentions.get(i);
      if (discourse.distance(mention.span(), source.sentence()) > MAX_NEAR_DISTANCE) {
        break;
      }
      if (mention.entity().type() == EntityType.PERSON
          && discourse.genders().of(mention.entity()).fits(source.gender())
          && !tokens.inQuotation(mention.span().begin())) {
        recent.add(mention.entity());
      }
    }
    return new ArrayList<>(recent);
  }

  void add(Entity person, PersonSource source, List<Entity> recent, SpeakerEvidence features) {
    List<Mention> own = discourse.mentionsOf(person);
    features.set(
        IN_FIRST_PARAGRAPH, own.stream().anyMatch(it -> discourse.paragraph(it.span()) == 0));
    features.set(INSIDE_SOURCE, own.stream().anyMatch(it -> source.span().contains(it.span())));
    int last = discourse.mentionsBefore(source.span()) - 1;
    while (last >= 0 && !mentions.get(last).entity().equals(person)) {
      last--;
    }
    if (last < 0) {
      features.set(LATER);
      int first = tokens.sentence(own.get(0).span());
      features.set(LATER_NEAR, first - source.sentence() <= MAX_LATER_DISTANCE);
    } else {
      before(person, source, last, features);
    }
    int rank = recent.indexOf(person);
    features.set(LAST_MENTIONED, rank == 0);
    features.set(ONLY_NEARBY, rank == 0 && recent.size() == 1);
    features.set(SECOND_LAST_MENTIONED, rank == 1);
  }

  /** Adds the evidence of the last sentence that names a person. */
  private void before(Entity person, PersonSource source, int last, SpeakerEvidence features) {
    Span lastSpan = mentions.get(last).span();
    int distance = Math.max(0, discourse.distance(lastSpan, source.sentence()));
    boolean subject = false;
    boolean quoted = true;
    boolean first = false;
    for (int i = last; i >= 0; i--) {
      Span span = mentions.get(i).span();
      if (Math.max(0, discourse.distance(span, source.sentence())) > distance && !quoted) {
        break;
      }
      if (mentions.get(i).entity().equals(person)) {
        subject |= tokens.isSubject(span);
        quoted &= tokens.inQuotation(span.begin());
        first |= i == 0 || tokens.sentence(mentions.get(i - 1).span()) != tokens.sentence(span);
      }
    }
    features.set(CandidateFeature.ofDistance(distance));
    features.set(SUBJECT, subject);
    features.set(FIRST_IN_SENTENCE, first);
    features.set(FIRST_SUBJECT, first && subject);
    features.set(SAME_PARAGRAPH, discourse.paragraph(lastSpan) == source.paragraph());
    features.set(QUOTED, quoted);
    features.set(GOVERNED, distance == 0 && tokens.followsPreposition(lastSpan));
    features.set(MENTIONS, Math.log(1.0 + discourse.count(last)));
  }
}

package org.newsgraph.extract.coref;

import static org.newsgraph.extract.coref.CandidateFeature.DESCRIBED_SO_BEFORE;
import static org.newsgraph.extract.coref.CandidateFeature.LAST_OF_KIND;
import static org.newsgraph.extract.coref.CandidateFeature.LAST_SPEAKER;
import static org.newsgraph.extract.coref.CandidateFeature.LAST_SPEAKER_IN_PARAGRAPH;
import static org.newsgraph.extract.coref.CandidateFeature.LAST_SPEAKER_IN_PARAGRAPH_BEFORE;
import static org.newsgraph.extract.coref.CandidateFeature.ONLY_SPEAKER;
import static org.newsgraph.extract.coref.CandidateFeature.SAME_HEAD_BEFORE;
import static org.newsgraph.extract.coref.CandidateFeature.SECOND_LAST_SPEAKER;
import static org.newsgraph.extract.coref.CandidateFeature.TIMES_SPOKEN;

import java.util.List;
import java.util.Optional;
import org.newsgraph.extract.Speaker;

/** Evidence from what a candidate has said so far. */
final class SpeechFeatures {
  private final Discourse discourse;

  SpeechFeatures(Discourse discourse) {
    this.discourse = discourse;
  }

  void add(SpeakerCandidate candidate, PersonSource source, SpeakerEvidence features) {
    List<Speaker> spoken = discourse.recentSpeakers();
    if (spoken.isEmpty()) {
      return;
    }
    long times = spoken.stream().filter(candidate::is).count();
    if (times > 0) {
      features.set(TIMES_SPOKEN, Math.log(1.0 + times));
      features.set(ONLY_SPEAKER, times == spoken.size());
    }
    Speaker last = spoken.get(spoken.size() - 1);
    if (candidate.is(last)) {
      features.set(LAST_SPEAKER);
      int paragraph = discourse.paragraph(last.span());
      features.set(LAST_SPEAKER_IN_PARAGRAPH, paragraph == source.paragraph());
      features.set(LAST_SPEAKER_IN_PARAGRAPH_BEFORE, paragraph == source.paragraph() - 1);
    } else {
      features.set(SECOND_LAST_SPEAKER, another(last).filter(candidate::is).isPresent());
    }
    features.set(LAST_OF_KIND, lastOfKind(source).filter(candidate::is).isPresent());
  }

  /** Adds whether the same words, or the same noun, described the candidate before. */
  void addDescriptions(SpeakerCandidate candidate, PersonSource source, SpeakerEvidence features) {
    for (Speaker speaker : discourse.recentSpeakers()) {
      if (candidate.is(speaker)) {
        boolean same =
            PersonSource.withoutDeterminer(speaker.text()).equals(source.withoutDeterminer());
        features.set(DESCRIBED_SO_BEFORE, same);
        features.set(
            SAME_HEAD_BEFORE,
            !same
                && !source.head().isEmpty()
                && NounPhraseNumber.headNoun(speaker.text()).equals(Optional.of(source.head())));
      }
    }
  }

  /** Returns the last speaker with another name. */
  private Optional<Speaker> another(Speaker last) {
    return discourse.recentSpeakers().stream()
        .filter(it -> !it.name().equals(last.name()))
        .reduce((first, second) -> second);
  }

  /** Returns the speaker of the last source of the same kind. */
  private Optional<Speaker> lastOfKind(PersonSource source) {
    List<Speaker> spoken = discourse.recentSpeakers();
    for (int i = spoken.size() - 1; i >= 0; i--) {
      Speaker speaker = spoken.get(i);
      if (PersonSource.of(discourse.tokens(), speaker.span(), speaker.text())
          .filter(it -> it.kind() == source.kind())
          .isPresent()) {
        return Optional.of(speaker);
      }
    }
    return Optional.empty();
  }
}

package org.newsgraph.extract.coref;

import static org.newsgraph.extract.coref.CandidateFeature.CLASS_BESIDE;
import static org.newsgraph.extract.coref.CandidateFeature.FIT;
import static org.newsgraph.extract.coref.CandidateFeature.FIT_ALL;
import static org.newsgraph.extract.coref.CandidateFeature.HEAD_BESIDE;
import static org.newsgraph.extract.coref.CandidateFeature.HEAD_NEAR;
import static org.newsgraph.extract.coref.CandidateFeature.MODIFIED_AND_UNFIT;
import static org.newsgraph.extract.coref.CandidateFeature.NAMES_MISSING;
import static org.newsgraph.extract.coref.CandidateFeature.NAMES_NEAR;
import static org.newsgraph.extract.coref.CandidateFeature.OTHER_CLASS_BESIDE;
import static org.newsgraph.extract.coref.CandidateFeature.POSSESSED_AND_UNFIT;
import static org.newsgraph.extract.coref.CandidateFeature.SPOKESPERSON_AND_UNFIT;
import static org.newsgraph.extract.coref.CandidateFeature.WORDS_BESIDE;
import static org.newsgraph.extract.coref.CandidateFeature.WORDS_MISSING;

import java.util.HashSet;
import java.util.Set;
import org.newsgraph.extract.Entity;

/** Evidence from how well a description fits what the article says beside a person's name. */
final class DescriptionFeatures {
  private static final String SPOKESPERSON = "voice";

  private final DescriptionIndex index;

  DescriptionFeatures(DescriptionIndex index) {
    this.index = index;
  }

  /**
   * Tests whether a description refers to another person although the office is the same: "the
   * prime minister's spokesman" is not the spokesman of a party.
   */
  boolean isAnother(Entity person, PersonSource source) {
    return source.isPossessed()
        && isSpokesperson(source)
        && !source.names().isEmpty()
        && source.names().stream().noneMatch(index.beside(person)::contains);
  }

  private static boolean isSpokesperson(PersonSource source) {
    return source.roleClass().filter(SPOKESPERSON::equals).isPresent();
  }

  void add(Entity person, PersonSource source, Evidence features) {
    Set<String> beside = index.beside(person);
    Set<String> near = index.near(person);
    features.set(HEAD_BESIDE, beside.contains(source.head()));
    features.set(HEAD_NEAR, !beside.contains(source.head()) && near.contains(source.head()));
    if (!source.modifiers().isEmpty()) {
      features.set(WORDS_BESIDE, share(source.modifiers(), beside));
      features.set(WORDS_MISSING, source.modifiers().stream().noneMatch(near::contains));
    }
    if (!source.names().isEmpty()) {
      boolean some =
          source.names().stream().anyMatch(it -> near.contains(it) || beside.contains(it));
      features.set(some ? NAMES_NEAR : NAMES_MISSING);
    }
    source
        .roleClass()
        .ifPresent(
            it -> {
              boolean same = index.hasClass(person, it);
              features.set(CLASS_BESIDE, same);
              features.set(OTHER_CLASS_BESIDE, !same && index.hasAnyClass(person));
            });
    addFit(source, beside, features);
  }

  private static void addFit(PersonSource source, Set<String> beside, Evidence features) {
    Set<String> words = new HashSet<>(source.modifiers());
    words.addAll(source.names());
    words.add(source.head());
    double fit = share(words, beside);
    features.set(FIT, fit);
    if (words.size() == 1) {
      return;
    }
    boolean all = fit == 1;
    features.set(FIT_ALL, all);
    features.set(POSSESSED_AND_UNFIT, !all && source.isPossessed());
    features.set(MODIFIED_AND_UNFIT, !all && !source.isPossessed());
    features.set(SPOKESPERSON_AND_UNFIT, !all && isSpokesperson(source));
  }

  private static double share(Set<String> words, Set<String> present) {
    return words.stream().filter(present::contains).count() / (double) words.size();
  }
}

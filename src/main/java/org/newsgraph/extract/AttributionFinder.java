package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.text.Grammar;
import org.newsgraph.text.Token;

/**
 * Finds every place where the grammar of a sentence can give content to somebody, by any verb;
 * which verbs do is for {@link CueLexicon} to say.
 */
final class AttributionFinder {
  private static final Set<String> OBJECTS = Set.of("obj", "iobj");
  private static final Set<String> OBLIQUES = Set.of("obl", "advcl", "nmod");

  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");
  private static final Set<String> CLAUSE_BEGINS =
      Set.of("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "EX", "JJ", "CD");

  private final Grammar grammar;
  private final Subjects subjects;
  private final ContentBounds bounds;
  private final List<Attribution> found = new ArrayList<>();

  private AttributionFinder(Grammar grammar) {
    this.grammar = grammar;
    this.subjects = new Subjects(grammar);
    this.bounds = new ContentBounds(grammar);
  }

  /** In the order of their cues; one verb may give several, each with another frame. */
  static List<Attribution> find(Grammar grammar) {
    AttributionFinder finder = new AttributionFinder(grammar);
    for (int i = 0; i < grammar.size(); i++) {
      // Bare infinitives, "to condemn" and "would say", tell of nothing that was said.
      String tag = grammar.token(i).tag();
      if (tag.startsWith("VB") && !tag.equals("VB")) {
        finder.clause(i);
        finder.infinitive(i);
        finder.objects(i);
        finder.prepositions(i);
      }
      finder.accordingTo(i);
    }
    return finder.found;
  }

  /** "He said (that) it would" and "It would, he said", whichever of the two verbs is the head. */
  private void clause(int verb) {
    for (int child : grammar.children(verb)) {
      if (grammar.token(child).relation().equals("ccomp")) {
        BitSet clause = grammar.subtree(child);
        int begin = clause.nextSetBit(verb);
        if (child > verb && begin >= 0) {
          add(verb, "clause", bounds.toEnd(verb, begin));
        } else if (child < verb) {
          aside(verb, verb);
        }
        return;
      }
    }
    boolean hasSubject = grammar.child(verb, Subjects.SUBJECTS).isPresent();
    if (grammar.token(verb).relation().equals("parataxis") && hasSubject) {
      aside(verb, grammar.token(verb).head());
    } else if (leadsIntoClause(verb)) {
      add(verb, "clause", bounds.toEnd(verb, verb + 1));
    }
  }

  /**
   * "Mr Milne insisted Mr Corbyn was ...": where the parser found no clause, though a noun phrase
   * with a finite verb of its own follows a verb that takes one.
   */
  private boolean leadsIntoClause(int verb) {
    if (verb + 2 >= grammar.size()
        || CueLexicon.rate(grammar.token(verb).lemma(), "clause") < 0.5
        || !CLAUSE_BEGINS.contains(grammar.token(verb + 1).tag())) {
      return false;
    }
    for (int at = verb + 2; at < grammar.size(); at++) {
      at = bounds.afterAside(at);
      String tag = grammar.token(at).tag();
      if (FINITE.contains(tag)) {
        return true;
      }
      if (tag.startsWith("W") || tag.equals(",") || tag.equals(":")) {
        return false;
      }
    }
    return false;
  }

  /** "The plan, he said on Monday, would fail": all but the attribution. */
  private void aside(int verb, int head) {
    BitSet attribution = head == verb ? subjects.attributionOf(verb) : grammar.subtree(verb);
    if (!attribution.isEmpty()) {
      add(verb, "aside", bounds.around(attribution));
    }
  }

  /** "He vowed to stay", "He urged them to stay". */
  private void infinitive(int verb) {
    for (int child : grammar.children(verb)) {
      OptionalInt mark = grammar.child(child, "mark");
      boolean to = mark.isPresent() && grammar.token(mark.getAsInt()).tag().equals("TO");
      boolean clause = Set.of("xcomp", "advcl", "ccomp").contains(grammar.token(child).relation());
      if (child > verb && to && clause) {
        OptionalInt object = firstObject(verb, child);
        int begin =
            object.isPresent()
                ? grammar.subtree(object.getAsInt()).nextSetBit(0)
                : grammar.subtree(child).nextSetBit(verb);
        add(
            verb,
            object.isPresent() ? "object infinitive" : "infinitive",
            bounds.toEnd(verb, begin));
        return;
      }
    }
  }

  private OptionalInt firstObject(int verb, int end) {
    return grammar.children(verb).stream()
        .filter(c -> c > verb && c < end && OBJECTS.contains(grammar.token(c).relation()))
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /** "He praised the plan", "He accused them of lying", "He called it a disgrace". */
  private void objects(int verb) {
    OptionalInt object = firstObject(verb, grammar.size());
    if (object.isEmpty()) {
      return;
    }
    BitSet what = grammar.subtree(object.getAsInt());
    int begin = what.nextSetBit(0);
    add(verb, "object", bounds.toEnd(verb, begin));
    // "Accused him of lying": parsers hang the last words on either of the two before.
    for (int child : grammar.children(object.getAsInt())) {
      if (child > object.getAsInt() && OBLIQUES.contains(grammar.token(child).relation())) {
        preposition(child)
            .ifPresent(word -> add(verb, "object " + word, bounds.toEnd(verb, begin)));
      }
    }
    for (int child : grammar.children(verb)) {
      if (child < object.getAsInt()) {
        continue;
      }
      BitSet both = grammar.subtree(child);
      both.or(what);
      String relation = grammar.token(child).relation();
      if (relation.equals("xcomp") && grammar.child(child, "mark").isEmpty()) {
        add(verb, "object complement", Pieces.of(grammar, both));
      } else if (OBLIQUES.contains(relation)) {
        preposition(child)
            .ifPresent(word -> add(verb, "object " + word, bounds.toEnd(verb, begin)));
      }
    }
  }

  /** "He called for calm", "He spoke of a disaster". */
  private void prepositions(int verb) {
    for (int child : grammar.children(verb)) {
      if (child > verb && OBLIQUES.contains(grammar.token(child).relation())) {
        preposition(child)
            .ifPresent(
                word ->
                    add(verb, word, bounds.toEnd(verb, grammar.subtree(child).nextSetBit(verb))));
      }
    }
  }

  private Optional<String> preposition(int index) {
    return grammar.children(index).stream()
        .filter(c -> c < index && Set.of("case", "mark").contains(grammar.token(c).relation()))
        .map(grammar::token)
        .filter(token -> token.tag().equals("IN"))
        .map(Token::lemma)
        .findFirst();
  }

  /** "According to officials, it rained". */
  private void accordingTo(int index) {
    if (index + 2 >= grammar.size()
        || !grammar.token(index).word().equalsIgnoreCase("according")
        || !grammar.token(index + 1).lemma().equals("to")) {
      return;
    }
    int end = subjects.phraseEnd(index + 2);
    BitSet attribution = new BitSet();
    attribution.set(index, bounds.asideEnd(index, end));
    Span cue = grammar.token(index).span().to(grammar.token(index + 1).span());
    Span who = grammar.token(index + 2).span().to(grammar.token(end - 1).span());
    List<Span> content = bounds.around(attribution);
    if (!content.isEmpty()) {
      found.add(new Attribution(cue, "according to", "clause", who, content));
    }
  }

  private void add(int verb, String frame, List<Span> content) {
    Optional<Span> source = subjects.of(verb);
    if (!content.isEmpty() && source.isPresent()) {
      found.add(
          new Attribution(
              subjects.cue(verb), grammar.token(verb).lemma(), frame, source.get(), content));
    }
  }
}

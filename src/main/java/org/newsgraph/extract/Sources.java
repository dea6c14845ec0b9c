package org.newsgraph.extract;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.text.Grammar;
import org.newsgraph.text.Token;

/** Who, by the grammar of a sentence, does what its verbs say. */
final class Sources {
  static final Set<String> SUBJECTS = Set.of("nsubj", "nsubj:pass", "csubj");

  private static final Set<String> BESIDE = Set.of("aux", "aux:pass", "advmod");
  private static final Set<String> SHARES_SUBJECT =
      Set.of("conj", "advcl", "xcomp", "parataxis", "dep");
  private static final Set<String> RELATIVE_PRONOUNS = Set.of("WP", "WDT");
  private static final Set<String> PHRASE_ENDS =
      Set.of(",", ":", ".", "-LRB-", "``", "''", "WP", "WDT", "WRB", "MD");

  private final Grammar grammar;

  Sources(Grammar grammar) {
    this.grammar = grammar;
  }

  /** The verb with the auxiliaries that stand beside it: "has said". */
  Span cue(int verb) {
    int begin = verb;
    while (begin > 0
        && grammar.token(begin - 1).head() == verb
        && BESIDE.contains(grammar.token(begin - 1).relation())) {
      begin--;
    }
    while (grammar.token(begin).relation().equals("advmod") && begin < verb) {
      begin++;
    }
    return grammar.token(begin).span().to(grammar.token(verb).span());
  }

  /** The subject of a verb, also where it shares or borrows one: "rose, left and added". */
  Optional<Span> of(int verb) {
    int at = verb;
    // Four steps reach every subject that a reader would still connect with the verb.
    for (int steps = 0; steps < 4; steps++) {
      if (isPassive(at) && agent(at).isEmpty()) {
        return Optional.empty();
      }
      OptionalInt agent = agent(at);
      if (isPassive(at) && agent.isPresent()) {
        BitSet who = grammar.subtree(agent.getAsInt());
        grammar.child(agent.getAsInt(), "case").ifPresent(who::clear);
        return phrase(who);
      }
      OptionalInt subject = grammar.child(at, Set.of("nsubj"));
      if (subject.isPresent()) {
        return subject(subject.getAsInt(), at);
      }
      Token token = grammar.token(at);
      if (token.relation().equals("acl")) {
        return phrase(grammar.subtree(token.head()));
      }
      if (token.head() < 0 || !SHARES_SUBJECT.contains(token.relation())) {
        return Optional.empty();
      }
      at = token.head();
    }
    return Optional.empty();
  }

  private Optional<Span> subject(int subject, int verb) {
    Token token = grammar.token(verb);
    if (RELATIVE_PRONOUNS.contains(grammar.token(subject).tag())
        && token.relation().equals("acl:relcl")) {
      return phrase(grammar.subtree(token.head()));
    }
    return phrase(grammar.subtree(subject));
  }

  /** "Stands accused", "asked whether": whoever is meant by the subject did not say it. */
  private boolean isPassive(int verb) {
    Token token = grammar.token(verb);
    boolean perfect = grammar.child(verb, "aux").isPresent();
    return token.tag().equals("VBN")
        && (grammar.child(verb, "aux:pass").isPresent() || !perfect)
        && !token.relation().equals("conj");
  }

  private OptionalInt agent(int verb) {
    return grammar.children(verb).stream()
        .filter(c -> grammar.token(c).relation().startsWith("obl"))
        .filter(
            c -> {
              OptionalInt preposition = grammar.child(c, "case");
              return preposition.isPresent()
                  && grammar.token(preposition.getAsInt()).lemma().equals("by");
            })
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /**
   * The tokens of "he said on Monday" in "It rained, he said on Monday, and hailed": the verb, its
   * subject and what else hangs on it, but no clause; none where the verb has no subject.
   */
  BitSet attributionOf(int verb) {
    BitSet tokens = new BitSet();
    boolean hasSubject = false;
    for (int child : grammar.children(verb)) {
      String relation = grammar.token(child).relation();
      if (relation.equals("ccomp") || relation.equals("conj") || relation.equals("cc")) {
        continue;
      }
      if (!relation.equals("punct") && !(relation.equals("advmod") && child < verb - 6)) {
        tokens.or(grammar.subtree(child));
      }
      hasSubject |= relation.equals("nsubj");
    }
    if (!hasSubject) {
      return new BitSet();
    }
    tokens.set(verb);
    BitSet filled = new BitSet();
    filled.set(tokens.nextSetBit(0), tokens.length());
    return filled;
  }

  /** The phrase up to the first comma, dash or relative clause: who, not what is told of them. */
  private Optional<Span> phrase(BitSet tokens) {
    int first = tokens.nextSetBit(0);
    if (first < 0) {
      return Optional.empty();
    }
    int end = Math.min(tokens.nextClearBit(first), phraseEnd(first));
    return Optional.of(grammar.token(first).span().to(grammar.token(end - 1).span()));
  }

  /** The index after the last token of the phrase that begins here; always further on. */
  int phraseEnd(int first) {
    int end = first + 1;
    while (end < grammar.size()
        && !PHRASE_ENDS.contains(grammar.token(end).tag())
        && !grammar.token(end).tag().startsWith("VB")) {
      end++;
    }
    return end;
  }
}

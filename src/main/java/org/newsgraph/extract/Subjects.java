package org.newsgraph.extract;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.text.Grammar;
import org.newsgraph.text.Token;

/** Who, by the grammar of a sentence, does what its verbs say. */
final class Subjects {
  static final Set<String> SUBJECTS = Set.of("nsubj", "nsubj:pass", "csubj");

  /** The tags of verbs that can have a subject. */
  static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP");

  private static final Set<String> BESIDE = Set.of("aux", "aux:pass", "advmod");
  private static final Set<String> SHARES_SUBJECT =
      Set.of("conj", "advcl", "xcomp", "parataxis", "dep");
  private static final Set<String> RELATIVE_PRONOUNS = Set.of("WP", "WDT");
  private static final Set<String> PHRASE_ENDS =
      Set.of(",", ":", ".", "-LRB-", "``", "''", "WP", "WDT", "WRB", "MD");

  private final Grammar grammar;

  Subjects(Grammar grammar) {
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
    if (isCommaParticiple(verb)) {
      return ofMainClause(verb);
    }
    Optional<Span> subject = byGrammar(verb);
    Optional<Span> neighbour = justBefore(verb);
    boolean attached =
        subject.isPresent() && neighbour.stream().anyMatch(n -> subject.get().overlaps(n));
    return neighbour.isEmpty() || attached ? subject : neighbour;
  }

  /** "He called for calm, saying ...": who calls is who says, whatever the parser made of it. */
  private boolean isCommaParticiple(int verb) {
    return grammar.token(verb).tag().equals("VBG")
        && verb > 0
        && grammar.token(verb - 1).word().equals(",");
  }

  private Optional<Span> ofMainClause(int verb) {
    Optional<Span> found = Optional.empty();
    int at = grammar.token(verb).head();
    while (at >= 0) {
      if (grammar.child(at, "nsubj").isPresent() && !isPassive(at)) {
        found = byGrammar(at);
      }
      at = grammar.token(at).head();
    }
    return found;
  }

  /**
   * The noun phrase that ends where a finite verb begins: in news prose, nearly always its subject.
   */
  private Optional<Span> justBefore(int verb) {
    int last = verb - 1;
    while (last >= 0 && BESIDE.contains(grammar.token(last).relation())) {
      last--;
    }
    String tag = grammar.token(verb).tag();
    if (last < 0 || !FINITE.contains(tag) || !isNominal(last)) {
      return Optional.empty();
    }
    int first = last;
    while (first > 0 && isInPhrase(grammar.token(first - 1))) {
      first--;
    }
    return Optional.of(grammar.token(first).span().to(grammar.token(last).span()));
  }

  private boolean isNominal(int at) {
    String tag = grammar.token(at).tag();
    return tag.startsWith("NN") || tag.equals("PRP");
  }

  /** Whether a token can stand in a noun phrase without prepositions. */
  static boolean isInPhrase(Token token) {
    String tag = token.tag();
    return tag.startsWith("NN")
        || tag.startsWith("JJ")
        || Set.of("DT", "PRP", "PRP$", "POS", "CD", "HYPH").contains(tag);
  }

  private Optional<Span> byGrammar(int verb) {
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
    boolean relative = RELATIVE_PRONOUNS.contains(grammar.token(subject).tag());
    if (relative && token.relation().equals("acl:relcl")) {
      return phrase(grammar.subtree(token.head()));
    }
    // A pronoun whose noun the parser lost says nothing of who it was.
    return relative ? Optional.empty() : phrase(grammar.subtree(subject));
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
        && !Pieces.DASHES.contains(grammar.token(end).word())
        && !grammar.token(end).tag().startsWith("VB")) {
      end++;
    }
    return end;
  }
}

package org.newsgraph.extract.coref;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName;
import org.newsgraph.text.PartOfSpeech;

/** Resolves descriptions that stand beside a name elsewhere in the article. */
final class AppositionResolver {
  private final DocumentTokens tokens;
  private final List<Mention> mentions;

  AppositionResolver(DocumentTokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
  }

  /**
   * Resolves a description of two or more words to the person with whose name the same words stand
   * elsewhere: "the minister of education" after "the Minister of Education, Ana Ruiz".
   */
  Optional<Entity> resolve(Span source) {
    int first = tokens.indexAtOrAfter(source.begin());
    int end = tokens.indexAtOrAfter(source.end());
    int begin = tokens.word(first).token().pos() == PartOfSpeech.DETERMINER ? first + 1 : first;
    int length = end - begin;
    if (length < 2 || !NounPhraseNumber.isOnePerson(tokens.textOf(source))) {
      return Optional.empty();
    }
    Set<Entity> found = new HashSet<>();
    for (int at = 0; at + length <= tokens.size(); at++) {
      if (at != begin && isSame(at, begin, length)) {
        int start = withArticle(at);
        personAfter(at + length).or(() -> personBefore(start)).ifPresent(found::add);
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** Returns the index of the article before a word, or of the word itself. */
  private int withArticle(int at) {
    return at > 0 && tokens.word(at - 1).token().pos() == PartOfSpeech.DETERMINER ? at - 1 : at;
  }

  private boolean isSame(int left, int right, int length) {
    for (int i = 0; i < length; i++) {
      if (!word(left + i).equalsIgnoreCase(word(right + i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the person whose name follows a description, after a comma or a title. */
  private Optional<Entity> personAfter(int end) {
    int at = end;
    while (at < tokens.size()
        && at - end < 3
        && (word(at).equals(",") || word(at).equals(".") || PersonName.isTitle(word(at)))) {
      at++;
    }
    return at < tokens.size()
            && (end == 0 || tokens.word(at).sentence() == tokens.word(end - 1).sentence())
        ? personAt(at, true)
        : Optional.empty();
  }

  /** Returns the person whose name precedes a description and a comma. */
  private Optional<Entity> personBefore(int begin) {
    int comma = begin - 1;
    return comma > 0 && word(comma).equals(",") ? personAt(comma - 1, false) : Optional.empty();
  }

  private Optional<Entity> personAt(int at, boolean starts) {
    Span token = tokens.word(at).token().span();
    return mentions.stream()
        .filter(it -> it.entity().type() == EntityType.PERSON)
        .filter(it -> starts ? it.span().begin() == token.begin() : it.span().end() == token.end())
        .map(Mention::entity)
        .findFirst();
  }

  private String word(int at) {
    return tokens.word(at).token().word();
  }
}

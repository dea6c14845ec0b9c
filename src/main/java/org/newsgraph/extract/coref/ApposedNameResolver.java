package org.newsgraph.extract.coref;

import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.Token;

/** Resolves a description to the name in an apposition after it. */
final class ApposedNameResolver implements SourceResolver {
  private final DocumentTokens tokens;
  private final List<Mention> mentions;

  ApposedNameResolver(Discourse discourse) {
    this.tokens = discourse.tokens();
    this.mentions = discourse.mentions();
  }

  /**
   * Resolves a description to the name in an apposition: "The minister of the economy, Mr.
   * Villarreal, argues".
   */
  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    int comma = tokens.indexAtOrAfter(source.end());
    if (!DefiniteDescriptionResolver.isDefinite(words)
        || !isComma(comma)
        || !NounPhraseNumber.isOnePerson(words)) {
      return Optional.empty();
    }
    return mentions.stream()
        .filter(it -> it.entity().type() == EntityType.PERSON)
        .filter(it -> it.span().begin() >= token(comma).span().end())
        .findFirst()
        .filter(it -> isComma(tokens.indexAtOrAfter(it.span().end())))
        .filter(it -> isEmptyOrTitle(comma + 1, tokens.indexAtOrAfter(it.span().begin())))
        .map(it -> new Speaker.Known(source, words, it.entity()));
  }

  private boolean isComma(int at) {
    return at < tokens.size() && token(at).word().equals(",");
  }

  /** Tests whether a range of tokens is empty or a title: "Mr", "Mr.". */
  private boolean isEmptyOrTitle(int begin, int end) {
    return end == begin
        || (end - begin <= 2
            && PersonName.isTitle(token(begin).word())
            && (end - begin == 1 || token(begin + 1).word().equals(".")));
  }

  private Token token(int at) {
    return tokens.word(at).token();
  }
}

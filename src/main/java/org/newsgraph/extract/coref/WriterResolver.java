package org.newsgraph.extract.coref;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.Speaker;

/**
 * Resolves "I" outside quotation marks to the writer of the text: to the signature below a letter,
 * otherwise to the only author in the byline, otherwise to the one whom the note at the end of an
 * opinion piece introduces: "Ann Roe is a playwright."
 */
final class WriterResolver implements SourceResolver {
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  private final DocumentTokens tokens;
  private final List<Mention> mentions;
  private final List<Span> signatures;
  private final List<Span> bylines;

  WriterResolver(DocumentTokens tokens, List<Mention> mentions) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.signatures = tokens.paragraphs(Part.SIGNATURE);
    this.bylines = tokens.paragraphs(Part.BYLINE);
  }

  @Override
  public Optional<Speaker> resolve(Span source, String words) {
    if (!words.equals("I") || tokens.inQuotation(source.begin())) {
      return Optional.empty();
    }
    Optional<Entity> writer =
        signatures.isEmpty()
            ? onlyPerson(bylines).or(this::personOfNote)
            : signatures.stream()
                .filter(signature -> signature.begin() > source.begin())
                .findFirst()
                .flatMap(signature -> onlyPerson(List.of(signature)));
    return writer.map(entity -> new Speaker.Known(source, words, entity));
  }

  /**
   * Returns the person whose full name begins the last paragraph, before "writes" or "is a
   * novelist". Not the one who "is expected in court".
   */
  private Optional<Entity> personOfNote() {
    List<Span> body = tokens.paragraphs(Part.BODY);
    if (!bylines.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    int begin = body.get(body.size() - 1).begin();
    return mentions.stream()
        .filter(it -> it.span().begin() == begin && it.text().contains(" "))
        .filter(it -> it.entity().type() == EntityType.PERSON)
        .filter(it -> isIntroduced(tokens.indexAtOrAfter(it.span().end())))
        .map(Mention::entity)
        .findFirst();
  }

  private boolean isIntroduced(int verb) {
    String next = word(verb + 1);
    return word(verb).equals("writes")
        || (word(verb).equals("is")
            && (ARTICLES.contains(next)
                || RoleNouns.classOf(next.replaceFirst("-.*", "")).isPresent()));
  }

  private String word(int at) {
    return at < tokens.size() ? tokens.word(at).token().word() : "";
  }

  /** Returns the person whom these paragraphs name, if it is only one. */
  private Optional<Entity> onlyPerson(List<Span> paragraphs) {
    List<Entity> people =
        mentions.stream()
            .filter(it -> it.entity().type() == EntityType.PERSON)
            .filter(it -> paragraphs.stream().anyMatch(span -> span.overlaps(it.span())))
            .map(Mention::entity)
            .distinct()
            .toList();
    return people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty();
  }
}

package org.newsgraph.link.wikidata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.lib.EscapeStr;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;

/**
 * Reader of the triples of an item. It splits lines itself, because nine of ten are not needed and
 * their objects can be skipped. This is seven times as fast as Jena's reader, which creates nodes
 * for all triples.
 */
final class TriplesItem {
  private static final String DIRECT = "http://www.wikidata.org/prop/direct/";

  private final LanguagePreference languages;
  private final ItemDraft draft;

  TriplesItem(LanguagePreference languages) {
    this.languages = languages;
    this.draft = new ItemDraft(languages);
  }

  DumpItem build(int number) {
    return draft.build(number);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if the line is not a triple
   */
  void read(byte[] bytes, int from, int end) {
    int last = end;
    while (last > from && bytes[last - 1] <= ' ' && bytes[last - 1] > 0) {
      last--;
    }
    if (last == from || bytes[from] == '#') {
      return;
    }
    int subject = indexOf(bytes, from, last, ' ');
    int predicate = indexOf(bytes, subject + 1, last, ' ');
    if (predicate + 2 >= last || bytes[subject + 1] != '<' || bytes[last - 1] != '.') {
      throw new IllegalArgumentException("subject, predicate, object and a full stop are expected");
    }
    String property = new String(bytes, subject + 2, predicate - subject - 3, UTF_8);
    int object = predicate + 1;
    int objectEnd = bytes[last - 2] == ' ' ? last - 2 : last - 1;
    if (property.startsWith(DIRECT)) {
      statement(property.substring(DIRECT.length()), bytes, object, objectEnd);
      return;
    }
    switch (property) {
      case "http://www.w3.org/2000/01/rdf-schema#label" ->
          text(bytes, object, objectEnd, draft::label);
      case "http://schema.org/description" -> text(bytes, object, objectEnd, draft::description);
      case "http://www.w3.org/2004/02/skos/core#altLabel" ->
          text(bytes, object, objectEnd, (language, alias) -> draft.alias(alias));
      case "http://schema.org/about" -> sitelink(new String(bytes, from, subject - from, UTF_8));
      case "http://wikiba.se/ontology#sitelinks" ->
          draft.sitelinks(count(new String(bytes, object, objectEnd - object, UTF_8)));
      case "http://wikiba.se/ontology#statements" ->
          draft.statements(count(new String(bytes, object, objectEnd - object, UTF_8)));
      default -> {}
    }
  }

  private interface TextSink {
    void is(int language, String text);
  }

  /** Reads a literal, if its language is among the preferences. */
  private void text(byte[] bytes, int from, int end, TextSink text) {
    int quote = end - 1;
    while (quote > from && bytes[quote] != '"') {
      quote--;
    }
    if (bytes[from] != '"' || quote == from) {
      throw new IllegalArgumentException("a literal in quotation marks is expected");
    }
    if (quote + 2 < end && bytes[quote + 1] == '@') {
      int language = languages.rank(new String(bytes, quote + 2, end - quote - 2, UTF_8));
      if (language >= 0) {
        text.is(language, unescaped(new String(bytes, from + 1, quote - from - 1, UTF_8)));
      }
    }
  }

  private static String unescaped(String text) {
    try {
      return text.indexOf('\\') < 0 ? text : EscapeStr.unescapeStr(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("invalid escape in a literal", e);
    }
  }

  private void sitelink(String subject) {
    if (subject.contains("Special:EntityData/")) {
      return;
    }
    draft.sitelink();
    if (subject.endsWith(">")) {
      RdfValues.englishTitle(subject.substring(1, subject.length() - 1)).ifPresent(draft::title);
    }
  }

  private static int count(String literal) {
    Matcher digits = Pattern.compile("\"\\+?(\\d{1,9})\".*").matcher(literal);
    return digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
  }

  private void statement(String id, byte[] bytes, int from, int end) {
    draft.statement();
    Optional<Fact.Property> property = WikidataValues.property(id);
    if (property.isEmpty()
        && !id.equals(JsonClaims.INSTANCE_OF)
        && !id.equals(JsonClaims.SUBCLASS_OF)) {
      return;
    }
    String object = new String(bytes, from, end - from, UTF_8);
    int item =
        object.startsWith("<" + Item.WIKIDATA) && object.endsWith(">")
            ? WikidataValues.number(
                object.substring(1 + Item.WIKIDATA.length(), object.length() - 1))
            : 0;
    if (property.isPresent()) {
      value(property.get(), object).ifPresent(it -> draft.fact(new Fact(property.get(), it)));
    } else if (item > 0 && id.equals(JsonClaims.INSTANCE_OF)) {
      draft.instanceOf(item);
    } else if (item > 0) {
      draft.subclassOf(item);
    }
  }

  private static Optional<Fact.Value> value(Fact.Property property, String object) {
    if (object.startsWith("<") && object.endsWith(">")) {
      return RdfValues.value(property, object.substring(1, object.length() - 1));
    }
    int quote = object.indexOf('"', 1);
    return object.startsWith("\"") && quote > 0
        ? RdfValues.value(property, object.substring(1, quote))
        : Optional.empty();
  }

  private static int indexOf(byte[] bytes, int from, int end, char c) {
    int at = from;
    while (at < end && bytes[at] != c) {
      at++;
    }
    return at;
  }
}

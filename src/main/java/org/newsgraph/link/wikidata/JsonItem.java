package org.newsgraph.link.wikidata;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reader of an item in Wikidata's JSON. */
final class JsonItem {
  /** Site ID of the English Wikipedia. */
  private static final String ENGLISH = "enwiki";

  private final JsonParser json;
  private final LanguagePreference languages;
  private final ItemDraft draft;
  private String id = "";
  private String type = "item";
  private boolean noItem;

  /**
   * @param json parser at the start of an object
   * @param languages languages of names to read
   */
  JsonItem(JsonParser json, LanguagePreference languages) {
    this.json = json;
    this.languages = languages;
    this.draft = new ItemDraft(languages);
  }

  /** Passes items to a sink: one, several, or none for a property or lexeme. */
  void read(DumpFormat.Sink sink) throws IOException {
    JsonFields.each(json, field -> read(field, sink));
    if (noItem || !type.equals("item")) {
      return;
    }
    int number = WikidataValues.number(id);
    if (number == 0) {
      throw new IOException(id.isEmpty() ? "the id is missing" : "not the id of an item: " + id);
    }
    sink.item(draft.build(number));
  }

  private void read(String field, DumpFormat.Sink sink) throws IOException {
    switch (field) {
      case "id" -> id = JsonFields.text(json);
      case "type" -> type = JsonFields.text(json);
      case "labels" -> JsonFields.each(json, language -> label(language));
      case "descriptions" -> JsonFields.each(json, language -> description(language));
      case "aliases" -> JsonFields.each(json, language -> aliases(language));
      case "claims" -> new JsonClaims(json, draft).read();
      case "sitelinks" -> JsonFields.each(json, site -> sitelink(site));
      case "entities" -> {
        JsonFields.each(json, name -> new JsonItem(json, languages).read(sink));
        noItem = true;
      }
      case "missing" -> {
        noItem = true;
        json.skipChildren();
      }
      default -> json.skipChildren();
    }
  }

  private void label(String language) throws IOException {
    int rank = languages.rank(language);
    if (rank < 0) {
      json.skipChildren();
    } else {
      draft.label(rank, value("value"));
    }
  }

  private void description(String language) throws IOException {
    int rank = languages.rank(language);
    if (rank < 0) {
      json.skipChildren();
    } else {
      draft.description(rank, value("value"));
    }
  }

  private void aliases(String language) throws IOException {
    if (languages.rank(language) < 0) {
      json.skipChildren();
    } else {
      JsonFields.each(json, () -> draft.alias(value("value")));
    }
  }

  private void sitelink(String site) throws IOException {
    draft.sitelink();
    if (site.equals(ENGLISH)) {
      draft.title(value("title"));
    } else {
      json.skipChildren();
    }
  }

  /** Reads the text of one field of an object. */
  private String value(String name) throws IOException {
    String[] value = {""};
    JsonFields.each(
        json,
        field -> {
          if (field.equals(name)) {
            value[0] = JsonFields.text(json);
          } else {
            json.skipChildren();
          }
        });
    return value[0];
  }
}

package org.newsgraph.link.wikidata;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.link.Fact;

/**
 * Reader of an item's statements. Keeps those of the best rank of each property, like Wikidata's
 * "truthy" statements, and counts all.
 */
final class JsonClaims {
  static final String INSTANCE_OF = "P31";
  static final String SUBCLASS_OF = "P279";

  private final JsonParser json;
  private final ItemDraft draft;

  /**
   * @param json parser at the start of the object of claims
   * @param draft receiver of the statements
   */
  JsonClaims(JsonParser json, ItemDraft draft) {
    this.json = json;
    this.draft = draft;
  }

  void read() throws IOException {
    JsonFields.each(json, property -> property(property));
  }

  private void property(String id) throws IOException {
    Optional<Fact.Property> property = WikidataValues.property(id);
    if (property.isEmpty() && !id.equals(INSTANCE_OF) && !id.equals(SUBCLASS_OF)) {
      JsonFields.each(
          json,
          () -> {
            draft.statement();
            json.skipChildren();
          });
      return;
    }
    List<JsonStatement> best = new ArrayList<>();
    JsonFields.each(json, () -> keepBest(best, JsonStatement.read(json)));
    for (JsonStatement each : best) {
      if (property.isPresent()) {
        each.value(property.get()).ifPresent(it -> draft.fact(new Fact(property.get(), it)));
      } else if (each.item() > 0 && id.equals(INSTANCE_OF)) {
        draft.instanceOf(each.item());
      } else if (each.item() > 0) {
        draft.subclassOf(each.item());
      }
    }
  }

  private void keepBest(List<JsonStatement> best, JsonStatement next) {
    draft.statement();
    if (next.rank() == JsonStatement.Rank.DEPRECATED) {
      return;
    }
    if (!best.isEmpty() && next.rank().compareTo(best.get(0).rank()) < 0) {
      return;
    }
    if (!best.isEmpty() && next.rank().compareTo(best.get(0).rank()) > 0) {
      best.clear();
    }
    best.add(next);
  }
}

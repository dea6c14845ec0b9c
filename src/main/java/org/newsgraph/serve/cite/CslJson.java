package org.newsgraph.serve.cite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsgraph.serve.http.Json;

/** Citations in CSL-JSON, which Zotero, Pandoc and word processors read: newspaper articles. */
final class CslJson {
  private CslJson() {}

  static String write(List<Citation> citations) {
    List<Map<String, Object>> items = new ArrayList<>();
    citations.forEach(it -> items.add(item(it)));
    return Json.write(items);
  }

  private static Map<String, Object> item(Citation it) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", it.address());
    item.put("type", "article-newspaper");
    item.put("title", it.article().title());
    if (!it.article().authors().isEmpty()) {
      item.put(
          "author", it.article().authors().stream().map(name -> Map.of("literal", name)).toList());
    }
    if (!it.publication().isEmpty()) {
      item.put("container-title", it.publication());
    }
    List<Integer> date = PublicationDate.of(it.issued()).parts();
    if (!date.isEmpty()) {
      item.put("issued", Map.of("date-parts", List.of(date)));
    }
    item.put("URL", it.original().orElse(it.address()));
    item.put("note", "“" + it.words() + "” (" + it.attribution() + "). " + it.address());
    return item;
  }
}

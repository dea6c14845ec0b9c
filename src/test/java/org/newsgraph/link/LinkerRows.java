package org.newsgraph.link;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.newsgraph.article.Source;
import org.newsgraph.evaluate.Gold;
import org.newsgraph.evaluate.GoldReader;
import org.newsgraph.evaluate.LinkGold;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Extractor;
import org.newsgraph.link.builtin.BuiltInKnowledgeBase;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.text.Analyser;

/**
 * Prints the features of each candidate in annotated articles, and whether it is correct, for
 * {@code training/linker.py}: {@code LinkerRows KB GOLD.jsonl...}; the knowledge base {@code
 * built-in} is the one of the program
 */
final class LinkerRows {
  private LinkerRows() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("set\tarticle\tentity\titem\tright\t" + join(List.of(Feature.values())));
    Analyser analyser = new Analyser();
    try (KnowledgeBase knowledge = knowledge(arguments[0])) {
      for (int i = 1; i < arguments.length; i++) {
        Path file = Path.of(arguments[i]);
        for (Gold gold : GoldReader.read(Source.of(file))) {
          print(file, gold, Extractor.extract(analyser.analyse(gold.article())), knowledge);
        }
      }
    }
  }

  private static KnowledgeBase knowledge(String folder) {
    return folder.equals("built-in")
        ? new BuiltInKnowledgeBase()
        : IndexedKnowledgeBase.open(Path.of(folder));
  }

  private static void print(Path file, Gold gold, Extraction found, KnowledgeBase knowledge) {
    new EntityLinker(knowledge, 0)
        .reportFeatures(
            found,
            (entity, item, features) ->
                System.out.println(row(file, gold, found, entity, item, features)));
  }

  private static String row(
      Path file,
      Gold gold,
      Extraction found,
      Entity entity,
      Item item,
      Map<Feature, Double> features) {
    List<Object> columns = new ArrayList<>();
    columns.add(file.getFileName());
    columns.add(gold.id());
    columns.add(entity.name());
    columns.add(item.title().orElse(item.iri()));
    Optional<Boolean> right = LinkGold.isRight(gold, found, entity, item);
    columns.add(right.map(it -> it ? "1" : "0").orElse("-"));
    for (Feature feature : Feature.values()) {
      columns.add(String.format(Locale.ROOT, "%.4f", features.get(feature)));
    }
    return join(columns);
  }

  private static String join(List<?> columns) {
    return columns.stream().map(Object::toString).collect(Collectors.joining("\t"));
  }
}

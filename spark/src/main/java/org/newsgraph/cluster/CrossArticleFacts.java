package org.newsgraph.cluster;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.newsgraph.graph.FactMapping;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.MinHash;
import org.newsgraph.graph.NearDuplicateFinder;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;

/** Quads that belong to no single article: near duplicates, and facts about linked entities. */
final class CrossArticleFacts {
  private final JavaSparkContext context;
  private final JobSettings settings;

  CrossArticleFacts(JavaSparkContext context, JobSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /** Returns the quads as lines of N-Quads. */
  JavaRDD<String> quads(Dataset<Row> found) {
    JavaRDD<String> copies = context.parallelize(copies(found), 1);
    return copies.union(facts(found));
  }

  /**
   * Finds near duplicates. Only articles that share a band of their fingerprint with another
   * article are collected in this process, where they are compared by the same function as in a
   * database.
   */
  private List<String> copies(Dataset<Row> found) {
    Dataset<Row> prints = found.filter(col("fingerprint").isNotNull());
    int digits = 256 / MinHash.BANDS;
    Dataset<Row> alike =
        prints
            .select(
                col("article"),
                explode(
                        expr(
                            "transform(sequence(0, %d), i -> struct(i, substr(fingerprint, i * %d + 1, %d)))"
                                .formatted(MinHash.BANDS - 1, digits, digits)))
                    .as("band"))
            .groupBy("band")
            .agg(collect_list("article").as("articles"))
            .filter(size(col("articles")).gt(1))
            .select(explode(col("articles")).as("article"))
            .distinct();
    Map<Node, long[]> fingerprints = new HashMap<>();
    Map<Node, Optional<String>> issued = new HashMap<>();
    Iterator<Row> rows =
        prints.join(alike, "article").select("article", "fingerprint", "issued").toLocalIterator();
    rows.forEachRemaining(
        row -> {
          Node article = NodeFactory.createURI(row.getString(0));
          fingerprints.put(article, MinHash.parse(row.getString(1)));
          issued.put(article, Optional.ofNullable(row.getString(2)));
        });
    Node graph = new Iris(settings.base()).copiesGraph();
    return NearDuplicateFinder.find(fingerprints, issued::get).stream()
        .map(triple -> FoundRow.quads(graph, List.of(triple)))
        .sorted()
        .toList();
  }

  /** Returns the facts about each distinct linked entity. */
  private JavaRDD<String> facts(Dataset<Row> found) {
    JobSettings jobSettings = settings;
    MapPartitionsFunction<Row, String> facts =
        links -> {
          KnowledgeBase knowledge = SharedProcessor.knowledge(jobSettings);
          Node graph = new Iris(jobSettings.base()).entitiesGraph();
          List<String> lines = new ArrayList<>();
          links.forEachRemaining(link -> lines.add(FoundRow.quads(graph, facts(link, knowledge))));
          return lines.iterator();
        };
    return found
        .select(explode(col("links")).as("link"))
        .select("link.entity", "link.item")
        .distinct()
        .mapPartitions(facts, Encoders.STRING())
        .javaRDD();
  }

  private static List<Triple> facts(Row link, KnowledgeBase knowledge) {
    String iri = link.getString(1);
    Item item = new Item(iri, iri, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    return FactMapping.triples(
        NodeFactory.createURI(link.getString(0)),
        NodeFactory.createURI(iri),
        knowledge.facts(item));
  }
}

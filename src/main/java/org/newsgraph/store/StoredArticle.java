package org.newsgraph.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SchemaDO;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Text;
import org.newsgraph.graph.News;
import org.newsgraph.graph.Prov;
import org.newsgraph.graph.Provenance;

/**
 * An article read back from its graph, so that it can be reprocessed without its source.
 *
 * @param article text and metadata of the article; the order of its authors is not preserved
 * @param digest digest of the inputs of its graph
 * @param provenance version of the program that extracted its facts, and the time of extraction
 */
public record StoredArticle(Article article, String digest, Optional<Provenance> provenance) {

  /** Reads the article with the given graph name; empty if there is none. */
  public static Optional<StoredArticle> read(NewsStore store, Node name) {
    return store.read(
        dataset -> {
          Graph graph = dataset.getGraph(name);
          // The graph of entities has a digest as well, but no id.
          return graph.contains(name, News.digest, Node.ANY)
                  && graph.contains(name, DCTerms.identifier.asNode(), Node.ANY)
              ? Optional.of(read(graph, name, store))
              : Optional.empty();
        });
  }

  private static StoredArticle read(Graph graph, Node name, NewsStore store) {
    String id = value(graph, name, DCTerms.identifier).orElseThrow();
    Metadata metadata =
        new Metadata(
            value(graph, name, DCTerms.title),
            values(graph, name, DCTerms.creator.asNode()),
            value(graph, name, DCTerms.publisher),
            value(graph, name, DCTerms.issued),
            value(graph, name, DCTerms.source),
            value(graph, name, DCTerms.language),
            value(graph, name, SchemaDO.articleSection),
            value(graph, name, DCTerms.rights),
            value(graph, name, DCTerms.modified),
            value(graph, name, SchemaDO.correction));
    Text text = new Text(values(graph, name, News.text).get(0));
    SourceLocation place = new SourceLocation(store.folder().toString(), 0);
    return new StoredArticle(
        new Article(id, text, metadata, place),
        values(graph, name, News.digest).get(0),
        provenance(graph, store.iris().extraction(id)));
  }

  private static Optional<Provenance> provenance(Graph graph, Node activity) {
    Optional<String> version =
        values(graph, Node.ANY, SchemaDO.softwareVersion.asNode()).stream().findFirst();
    Optional<String> at = values(graph, activity, Prov.endedAtTime).stream().findFirst();
    try {
      return version.isPresent() && at.isPresent()
          ? Optional.of(new Provenance(version.get(), Instant.parse(at.get())))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> value(Graph graph, Node subject, Property property) {
    return values(graph, subject, property.asNode()).stream().findFirst();
  }

  private static List<String> values(Graph graph, Node subject, Node property) {
    return graph
        .find(subject, property, Node.ANY)
        .mapWith(triple -> triple.getObject())
        .mapWith(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
        .toList();
  }
}

package org.newsgraph.serve.explorer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.newsgraph.graph.News;
import org.newsgraph.io.FormulaGuard;
import org.newsgraph.query.entity.EntityRef;
import org.newsgraph.query.statement.PageRequest;
import org.newsgraph.query.statement.StatementFilter;
import org.newsgraph.query.statement.StatementPage;
import org.newsgraph.query.statement.StatementView;
import org.newsgraph.serve.http.Reply;
import org.newsgraph.serve.http.Request;
import org.newsgraph.serve.http.RouteHandler;
import org.newsgraph.serve.linkeddata.LinkedData;

/** Downloads of the statements that match a filter, as CSV, JSON-LD or Turtle. */
public final class StatementDownload implements RouteHandler {
  /** Maximum number of statements in a file. SPARQL queries and exports have no such limit. */
  private static final int MAX_STATEMENTS = 2_000;

  private static final List<Node> ARTICLE_PROPERTIES =
      List.of(
          RDF.type.asNode(),
          RDFS.label.asNode(),
          DCTerms.title.asNode(),
          DCTerms.publisher.asNode(),
          DCTerms.issued.asNode(),
          DCTerms.source.asNode());

  private final Explorer explorer;
  private final String extension;

  /**
   * Creates the download in one format.
   *
   * @param extension ".csv", or a file extension of linked data
   */
  public StatementDownload(Explorer explorer, String extension) {
    this.explorer = explorer;
    this.extension = extension;
  }

  @Override
  public Reply handle(Request request) {
    StatementPage found =
        explorer
            .statements()
            .find(
                StatementFilter.of(request::textParameter),
                PageRequest.of(MAX_STATEMENTS, 0).withContexts());
    Reply reply =
        extension.equals(".csv")
            ? Reply.of("text/csv; charset=utf-8; header=present", csv(found.statements(), request))
            : LinkedData.replyInFormat(graph(found.statements()), extension);
    return reply
        .with("Content-Disposition", "attachment; filename=\"statements" + extension + "\"")
        .with("Cache-Control", "no-cache");
  }

  private String csv(List<StatementView> statements, Request request) {
    StringWriter out = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(out);
    csv.writeRecord(
        "statement",
        "said",
        "kind",
        "confidence",
        "speaker",
        "speaker_iri",
        "speaker_words",
        "about",
        "source",
        "date",
        "title",
        "article",
        "status",
        "quoted",
        "said_on",
        "said_on_words",
        "sentence",
        "cue",
        "authors",
        "original");
    for (StatementView said : statements) {
      csv.writeRecord(
          explorer.address(said.iri().getURI(), request),
          FormulaGuard.guard(said.content()),
          said.kind(),
          Double.toString(said.confidence()),
          FormulaGuard.guard(said.speakerName()),
          said.speaker().map(it -> explorer.address(it.iri().getURI(), request)).orElse(""),
          FormulaGuard.guard(said.speakerText().orElse("")),
          FormulaGuard.guard(
              said.about().stream().map(EntityRef::name).collect(Collectors.joining("; "))),
          FormulaGuard.guard(said.article().publisher()),
          said.article().issued(),
          FormulaGuard.guard(said.title()),
          explorer.address(said.article().article().getURI(), request),
          said.status().code(),
          FormulaGuard.guard(said.quotedText().orElse("")),
          said.saidOn().map(StatementView.SaidOn::value).orElse(""),
          FormulaGuard.guard(said.saidOn().map(StatementView.SaidOn::text).orElse("")),
          FormulaGuard.guard(said.sentence().map(StatementView.Sentence::text).orElse("").strip()),
          FormulaGuard.guard(said.cue().orElse("")),
          FormulaGuard.guard(String.join("; ", said.reference().authors())),
          said.reference().original().orElse(""));
    }
    try {
      csv.close();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }

  private Graph graph(List<StatementView> statements) {
    return explorer
        .store()
        .read(
            dataset -> {
              Graph graph = GraphFactory.createDefaultGraph();
              statements.forEach(it -> add(dataset, it, graph));
              return graph;
            });
  }

  private static void add(DatasetGraph dataset, StatementView said, Graph graph) {
    Node article = said.article().article();
    Graph all = dataset.getGraph(article);
    graph.add(Triple.create(article, News.statement, said.iri()));
    copy(all, said.iri(), Node.ANY, graph);
    ARTICLE_PROPERTIES.forEach(property -> copy(all, article, property, graph));
    Optional<Node> speaker = said.speaker().map(EntityRef::iri);
    speaker.ifPresent(it -> addTypeAndLabel(all, it, graph));
    said.about().forEach(it -> addTypeAndLabel(all, it.iri(), graph));
  }

  private static void addTypeAndLabel(Graph all, Node thing, Graph graph) {
    copy(all, thing, RDF.type.asNode(), graph);
    copy(all, thing, RDFS.label.asNode(), graph);
  }

  private static void copy(Graph all, Node thing, Node property, Graph graph) {
    all.find(thing, property, Node.ANY).forEachRemaining(graph::add);
  }
}

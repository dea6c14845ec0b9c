package org.newsgraph.serve.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_Update;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.web.HttpNames;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.modify.UsingList;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.sparql.budget.BoundedQueries;
import org.newsgraph.serve.sparql.budget.CheckedDataset;
import org.newsgraph.serve.sparql.budget.QueryBudget;

/**
 * Fuseki's update processor, extended by the checks of {@link SparqlPolicy} and a {@link
 * QueryBudget} per request. The time of the budget includes the changes themselves: an update that
 * exceeds it is rolled back, and the next one can begin.
 */
final class CheckedUpdateProcessor extends SPARQL_Update {
  private final SparqlPolicy check;
  private final Duration timeout;

  /**
   * @param timeout maximum duration of an update
   */
  CheckedUpdateProcessor(SparqlPolicy check, Duration timeout) {
    this.check = check;
    this.timeout = timeout;
  }

  @Override
  protected void execute(HttpAction action, InputStream input) {
    try {
      String update = new String(input.readAllBytes(), UTF_8);
      action.getRequest().setAttribute(RequestAttributes.SPARQL, update);
      UpdateRequest request = QueryBudget.within(timeout, budget -> parse(update, action));
      action.beginWrite();
      try {
        // Opened after the wait for the write lock, which may take as long as other updates.
        QueryBudget.within(timeout, budget -> execute(request, action, budget));
        action.commit();
      } catch (RuntimeException | Error e) {
        action.abortSilent();
        throw e;
      } finally {
        action.endWrite();
      }
    } catch (HttpError e) {
      action.getRequest().setAttribute(RequestAttributes.REASON, e.getMessage());
      ServletOps.error(e.status(), e.getMessage());
    } catch (StackOverflowError e) {
      action.getRequest().setAttribute(RequestAttributes.REASON, SparqlPolicy.TOO_COMPLEX);
      ServletOps.errorBadRequest(SparqlPolicy.TOO_COMPLEX);
    } catch (QueryParseException | QueryBuildException | UpdateException e) {
      // An UpdateException is about a graph that does not exist, or exists already.
      ServletOps.errorBadRequest(e.getMessage());
    } catch (IOException e) {
      ServletOps.errorBadRequest("the request could not be read completely");
    }
  }

  private UpdateRequest parse(String update, HttpAction action) {
    check.checkText(update);
    BoundedQueries.checkText(update);
    UpdateRequest request = parse(update, new UsingList());
    check.checkUpdate(request);
    UsingList using = new UsingList();
    using.addAllUsing(graphs(action, HttpNames.paramUsingGraphURI));
    using.addAllUsingNamed(graphs(action, HttpNames.paramUsingNamedGraphURI));
    if (!using.usingIsPresent()) {
      return request;
    }
    if (request.getOperations().stream().anyMatch(CheckedUpdateProcessor::namesGraphs)) {
      throw HttpError.badRequest(
          "the update names its graphs; remove using-graph-uri and using-named-graph-uri from"
              + " the request");
    }
    return parse(update, using);
  }

  private static UpdateRequest parse(String update, UsingList using) {
    return UpdateFactory.read(
        using,
        new ByteArrayInputStream(update.getBytes(UTF_8)),
        Fuseki.BaseParserSPARQL,
        Syntax.syntaxARQ);
  }

  private static List<Node> graphs(HttpAction action, String parameter) {
    String[] iris = action.getRequest().getParameterValues(parameter);
    return iris == null ? List.of() : Stream.of(iris).map(CheckedUpdateProcessor::graph).toList();
  }

  private static Node graph(String iri) {
    try {
      return NodeFactory.createURI(IRIx.create(Fuseki.BaseParserSPARQL).resolve(iri).str());
    } catch (IRIException e) {
      throw HttpError.badRequest("the name of a graph is not an IRI: " + iri);
    }
  }

  private static Void execute(UpdateRequest request, HttpAction action, QueryBudget budget) {
    UpdateExec.dataset(new CheckedDataset(action.getActiveDSG(), budget))
        .update(request)
        .set(ARQConstants.symCancelQuery, budget.cancelSignal())
        .build()
        .execute();
    return null;
  }

  private static boolean namesGraphs(Update update) {
    return update instanceof UpdateModify modify
        && (modify.getWithIRI() != null
            || !modify.getUsing().isEmpty()
            || !modify.getUsingNamed().isEmpty());
  }
}

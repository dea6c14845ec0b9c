package org.newsgraph.serve.sparql;

import java.time.Duration;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.GSP_RW;
import org.apache.jena.fuseki.servlets.GraphTarget;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.sparql.budget.CheckedDataset;
import org.newsgraph.serve.sparql.budget.QueryBudget;
import org.newsgraph.serve.sparql.upload.UploadReaders;

/**
 * The SPARQL 1.1 Graph Store HTTP Protocol. Uploads are read by {@link UploadReaders}. A request
 * without an {@code Accept} header gets Turtle. Fuseki's default is RDF/XML, which cannot express
 * every graph: a property such as {@code urn:b} has no XML name, so that a graph that had been
 * stored was answered with 406.
 */
final class GraphStore extends GSP_RW {
  private final Duration timeout;

  /**
   * @param timeout maximum duration of a request, not counting the transfer of its body
   */
  GraphStore(Duration timeout) {
    this.timeout = timeout;
    UploadReaders.register();
  }

  @Override
  protected void doGet(HttpAction action) {
    bounded(action, () -> super.doGet(action));
  }

  @Override
  protected void doDelete(HttpAction action) {
    bounded(
        action,
        () -> {
          super.doDelete(action);
          // Fuseki reports a deletion that was cancelled and rolled back as a success.
          QueryBudget.checkCurrent();
        });
  }

  @Override
  protected void doPut(HttpAction action) {
    bounded(action, () -> super.doPut(action));
  }

  @Override
  protected void doPost(HttpAction action) {
    bounded(action, () -> super.doPost(action));
  }

  /** Runs a request within a budget. If it exceeds a limit, its transaction is aborted. */
  private void bounded(HttpAction action, Runnable request) {
    try {
      QueryBudget.within(
          timeout,
          budget -> {
            request.run();
            return null;
          });
    } catch (HttpError e) {
      action.getRequest().setAttribute(RequestAttributes.REASON, e.getMessage());
      ServletOps.error(e.status(), e.getMessage());
    }
  }

  @Override
  protected DatasetGraph decideDataset(HttpAction action) {
    return CheckedDataset.of(super.decideDataset(action));
  }

  @Override
  protected void execGetGSP(HttpAction action) {
    if (action.getRequestHeader("Accept") != null) {
      super.execGetGSP(action);
      return;
    }
    ActionLib.setCommonHeaders(action);
    action.setResponseContentType(Lang.TURTLE.getContentType().getContentTypeStr());
    action.beginRead();
    try {
      GraphTarget target = GraphTarget.determineTargetGSP(decideDataset(action), action);
      if (!target.exists()) {
        ServletOps.errorNotFound("No such graph: " + target.label());
      }
      ActionLib.graphResponse(action, target.graph(), Lang.TURTLE);
      ServletOps.success(action);
    } finally {
      action.endRead();
    }
  }
}

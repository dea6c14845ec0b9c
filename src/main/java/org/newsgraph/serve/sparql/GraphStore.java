package org.newsgraph.serve.sparql;

import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.GSP_RW;
import org.apache.jena.fuseki.servlets.GraphTarget;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.riot.Lang;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.sparql.upload.UploadReaders;

/**
 * The SPARQL 1.1 Graph Store HTTP Protocol. Uploads are read by {@link UploadReaders}. A request
 * without an {@code Accept} header gets Turtle. Fuseki's default is RDF/XML, which cannot express
 * every graph: a property such as {@code urn:b} has no XML name, so that a graph that had been
 * stored was answered with 406.
 */
final class GraphStore extends GSP_RW {
  GraphStore() {
    UploadReaders.register();
  }

  @Override
  protected void doPut(HttpAction action) {
    bounded(action, () -> super.doPut(action));
  }

  @Override
  protected void doPost(HttpAction action) {
    bounded(action, () -> super.doPost(action));
  }

  /**
   * Runs an upload. If it exhausts the stack in spite of the readers, its transaction is aborted.
   */
  private static void bounded(HttpAction action, Runnable upload) {
    try {
      upload.run();
    } catch (StackOverflowError e) {
      action.getRequest().setAttribute(RequestAttributes.REASON, SparqlPolicy.TOO_COMPLEX);
      ServletOps.errorBadRequest(SparqlPolicy.TOO_COMPLEX);
    }
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

package org.newsgraph.serve.sparql;

import org.apache.jena.fuseki.servlets.GSP_RW;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.newsgraph.serve.http.RequestAttributes;
import org.newsgraph.serve.sparql.upload.UploadReaders;

/** Fuseki's graph store, which reads uploads with the readers of {@link UploadReaders}. */
final class CheckedGraphStore extends GSP_RW {
  CheckedGraphStore() {
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
}

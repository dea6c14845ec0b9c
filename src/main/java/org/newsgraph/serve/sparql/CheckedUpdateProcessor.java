package org.newsgraph.serve.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_Update;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.http.RequestAttributes;

/** Fuseki's update processor, extended by the checks of {@link SparqlPolicy}. */
final class CheckedUpdateProcessor extends SPARQL_Update {
  private final SparqlPolicy check;

  CheckedUpdateProcessor(SparqlPolicy check) {
    this.check = check;
  }

  @Override
  protected void execute(HttpAction action, InputStream input) {
    try {
      byte[] bytes = input.readAllBytes();
      String update = new String(bytes, UTF_8);
      action.getRequest().setAttribute(RequestAttributes.SPARQL, update);
      check.checkText(update);
      UpdateRequest request = UpdateFactory.create(update, Syntax.syntaxARQ);
      check.checkUpdate(request);
      if (namesGraphs(action)
          && request.getOperations().stream().anyMatch(CheckedUpdateProcessor::namesGraphs)) {
        throw HttpError.badRequest(
            "the update names its graphs; remove using-graph-uri and using-named-graph-uri from"
                + " the request");
      }
      super.execute(action, new ByteArrayInputStream(bytes));
    } catch (HttpError e) {
      action.getRequest().setAttribute(RequestAttributes.REASON, e.getMessage());
      ServletOps.error(e.status(), e.getMessage());
    } catch (StackOverflowError e) {
      action.getRequest().setAttribute(RequestAttributes.REASON, SparqlPolicy.TOO_COMPLEX);
      ServletOps.errorBadRequest(SparqlPolicy.TOO_COMPLEX);
    } catch (QueryParseException e) {
      ServletOps.errorBadRequest(e.getMessage());
    } catch (IOException e) {
      ServletOps.errorBadRequest("the request could not be read completely");
    }
  }

  private static boolean namesGraphs(HttpAction action) {
    return action.getRequestParameter("using-graph-uri") != null
        || action.getRequestParameter("using-named-graph-uri") != null;
  }

  private static boolean namesGraphs(Update update) {
    return update instanceof UpdateModify modify
        && (modify.getWithIRI() != null
            || !modify.getUsing().isEmpty()
            || !modify.getUsingNamed().isEmpty());
  }
}

package org.newsgraph.serve.sparql;

import java.util.List;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateBinaryOp;
import org.apache.jena.sparql.modify.request.UpdateCreate;
import org.apache.jena.sparql.modify.request.UpdateData;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateDropClear;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.policy.FunctionLibrary;
import org.newsgraph.serve.sparql.policy.PolicyVisitor;
import org.newsgraph.serve.sparql.policy.ServiceList;
import org.newsgraph.serve.sparql.policy.TokenLimits;

/**
 * The restrictions on queries and updates of clients. They may not make the server send requests to
 * other servers, call functions that are not in the {@link FunctionLibrary}, or be so large or so
 * deeply nested that parsing or optimizing them exhausts the stack.
 *
 * @param services IRIs of the only endpoints that SERVICE may call
 */
public record SparqlPolicy(Set<String> services) {
  /** Message for requests that exhaust the stack despite all limits. */
  static final String TOO_COMPLEX = "the request is nested too deeply";

  public SparqlPolicy {
    services = Set.copyOf(services);
  }

  /**
   * Makes the allowed functions and services the only ones that exist while queries and updates of
   * a dataset run. This is the second line of defence, for names that are computed at run time.
   *
   * @param context the context of the dataset
   */
  public void install(Context context) {
    FunctionLibrary.listed().install(context);
    new ServiceList(services).install(context);
  }

  /**
   * Checks the text of a query or an update before it is parsed.
   *
   * @throws HttpError with status 400 if it is nested too deeply, and 413 if it is too long
   */
  public void checkText(String sparql) {
    TokenLimits.check(sparql);
  }

  /**
   * Checks a query.
   *
   * @throws HttpError with status 400 or 403 if the query contains something that is not allowed
   */
  public void checkQuery(Query query) {
    visitor().check(query);
  }

  /**
   * Checks all operations of an update.
   *
   * @throws HttpError with status 400 or 403 if the update contains something that is not allowed
   */
  public void checkUpdate(UpdateRequest request) {
    PolicyVisitor visitor = visitor();
    for (Update update : request) {
      if (update instanceof UpdateModify modify) {
        visitor.check(modify.getWherePattern());
      } else if (update instanceof UpdateDeleteWhere delete) {
        visitor.checkTriples(delete.getQuads().stream().map(Quad::asTriple).toList());
      } else if (update instanceof UpdateLoad) {
        throw new HttpError(403, "LOAD is not allowed; send the data to the graph store instead");
      } else if (!isHarmless(update)) {
        throw new HttpError(403, "this kind of update is not allowed");
      }
    }
  }

  /** Tests whether an operation contains nothing but data and names of graphs. */
  private static boolean isHarmless(Update update) {
    return List.of(
            UpdateData.class, UpdateBinaryOp.class, UpdateDropClear.class, UpdateCreate.class)
        .stream()
        .anyMatch(type -> type.isInstance(update));
  }

  private PolicyVisitor visitor() {
    return new PolicyVisitor(FunctionLibrary.listed(), new ServiceList(services));
  }
}

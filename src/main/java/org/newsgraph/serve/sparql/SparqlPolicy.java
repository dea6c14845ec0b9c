package org.newsgraph.serve.sparql;

import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPropFunc;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateRequest;
import org.newsgraph.serve.http.HttpError;

/**
 * The restrictions on queries and updates. They may not make the server send requests to other
 * servers, run Java or JavaScript code, or nest so deeply that parsing exhausts the stack.
 *
 * @param services IRIs of the only endpoints that SERVICE may call
 */
public record SparqlPolicy(Set<String> services) {
  /** Maximum nesting depth; queries written by people or programs stay far below it. */
  private static final int MAX_DEPTH = 150;

  private static final String SCRIPTS = "http://jena.apache.org/ARQ/jsFunction#";

  public SparqlPolicy {
    services = Set.copyOf(services);
  }

  /**
   * Checks the text of a query or an update before it is parsed.
   *
   * @throws HttpError if brackets or signs are nested too deeply
   */
  public void checkText(String sparql) {
    int depth = 0;
    int not = 0;
    for (int i = 0; i < sparql.length(); i++) {
      char c = sparql.charAt(i);
      // Brackets inside strings are counted as well, but are never that many.
      depth += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
      not = c == '!' || c == '^' || c == '-' || c == '+' ? not + 1 : c <= ' ' ? not : 0;
      if (depth > MAX_DEPTH || not > MAX_DEPTH) {
        throw HttpError.badRequest("the query is nested more than " + MAX_DEPTH + " levels deep");
      }
    }
  }

  /**
   * Checks a query.
   *
   * @throws HttpError if the query contains something that is not allowed
   */
  public void checkQuery(Query query) {
    check(Algebra.compile(query));
  }

  /**
   * Checks all operations of an update.
   *
   * @throws HttpError if the update contains something that is not allowed
   */
  public void checkUpdate(UpdateRequest request) {
    for (Update update : request) {
      if (update instanceof UpdateLoad) {
        throw new HttpError(403, "LOAD is not allowed; send the data to the graph store instead");
      }
      if (update instanceof UpdateModify modify) {
        check(Algebra.compile(modify.getWherePattern()));
      }
    }
  }

  private void check(Op op) {
    Walker.walk(op, new Operators(), new Functions());
  }

  private final class Operators extends OpVisitorBase {
    @Override
    public void visit(OpService service) {
      Node where = service.getService();
      if (!where.isURI() || !services.contains(where.getURI())) {
        throw new HttpError(
            403,
            services.isEmpty()
                ? "SERVICE is not allowed: this server calls no other endpoints"
                : "SERVICE may only call " + String.join(", ", services));
      }
    }

    @Override
    public void visit(OpBGP pattern) {
      pattern.getPattern().forEach(triple -> name(triple.getPredicate()));
    }

    @Override
    public void visit(OpTriple pattern) {
      name(pattern.getTriple().getPredicate());
    }

    @Override
    public void visit(OpPropFunc function) {
      name(function.getProperty());
    }

    private void name(Node property) {
      if (property.isURI()) {
        requireNoCode(property.getURI());
      }
    }
  }

  private static final class Functions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunctionN call) {
      if (call.getFunctionIRI() != null) {
        requireNoCode(call.getFunctionIRI());
      }
    }
  }

  private static void requireNoCode(String iri) {
    if (iri.toLowerCase(Locale.ROOT).startsWith("java:") || iri.startsWith(SCRIPTS)) {
      throw new HttpError(403, "Java and JavaScript functions are not allowed");
    }
  }
}

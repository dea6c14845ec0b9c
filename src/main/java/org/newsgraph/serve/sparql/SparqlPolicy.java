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
 * What a query or an update may not do: make the server send requests to others, run code that is
 * none of SPARQL's, or nest so deep that reading it would exhaust the stack.
 *
 * @param services that SERVICE may name; no others
 */
public record SparqlPolicy(Set<String> services) {
  /** Deeper than any that a person or a program writes. */
  private static final int DEEPEST = 150;

  private static final String SCRIPTS = "http://jena.apache.org/ARQ/jsFunction#";

  public SparqlPolicy {
    services = Set.copyOf(services);
  }

  /**
   * Checks what can be seen before the text is parsed.
   *
   * @throws HttpError where brackets stand too deep in each other
   */
  public void text(String sparql) {
    int depth = 0;
    int not = 0;
    for (int i = 0; i < sparql.length(); i++) {
      char c = sparql.charAt(i);
      // Inside strings they do not nest, but there are never that many of them there.
      depth += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
      not = c == '!' || c == '^' || c == '-' || c == '+' ? not + 1 : c <= ' ' ? not : 0;
      if (depth > DEEPEST || not > DEEPEST) {
        throw HttpError.bad("this is nested more than " + DEEPEST + " levels deep");
      }
    }
  }

  /**
   * Checks a query.
   *
   * @throws HttpError where the query does what it may not
   */
  public void query(Query query) {
    check(Algebra.compile(query));
  }

  /**
   * Checks all of an update.
   *
   * @throws HttpError where the update does what it may not
   */
  public void update(UpdateRequest request) {
    for (Update update : request) {
      if (update instanceof UpdateLoad) {
        throw new HttpError(403, "LOAD is off here; send the data to the graph store instead");
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
                ? "SERVICE is off here: this server asks no other"
                : "SERVICE may name only " + String.join(", ", services));
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
        noCode(property.getURI());
      }
    }
  }

  private static final class Functions extends ExprVisitorBase {
    @Override
    public void visit(ExprFunctionN call) {
      if (call.getFunctionIRI() != null) {
        noCode(call.getFunctionIRI());
      }
    }
  }

  private static void noCode(String iri) {
    if (iri.toLowerCase(Locale.ROOT).startsWith("java:") || iri.startsWith(SCRIPTS)) {
      throw new HttpError(403, "functions of Java and JavaScript are off here");
    }
  }
}

package org.newsgraph.serve.sparql.budget;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** CALL of ARQ: a call of a function whose IRI the query computes. */
final class BoundedCall extends E_Call {
  /** The call of the last evaluation, since most queries compute one IRI. */
  private Expr last;

  private String lastIri = "";

  BoundedCall(ExprList args) {
    super(args);
  }

  @Override
  public NodeValue evalSpecial(Binding binding, FunctionEnv env) {
    if (args.isEmpty()) {
      throw new ExprEvalException("CALL() has no arguments");
    }
    NodeValue function = args.get(0).eval(binding, env);
    if (!function.isIRI()) {
      throw new ExprEvalException("the function of CALL is not an IRI");
    }
    return call(function.getNode().getURI()).eval(binding, env);
  }

  private Expr call(String iri) {
    if (!iri.equals(lastIri)) {
      ExprList rest = new ExprList(args.getList().subList(1, args.size()));
      last = BoundedExpressions.bounded(new E_Function(iri, rest), rest);
      lastIri = iri;
    }
    return last;
  }

  @Override
  public Expr copy(ExprList args) {
    return new BoundedCall(args);
  }
}

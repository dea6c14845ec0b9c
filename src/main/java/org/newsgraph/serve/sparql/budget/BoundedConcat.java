package org.newsgraph.serve.sparql.budget;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** CONCAT that checks the length of its result before it makes it. */
final class BoundedConcat extends E_StrConcat {
  BoundedConcat(ExprList args) {
    super(args);
  }

  @Override
  public NodeValue eval(List<NodeValue> args) {
    TextLimits.requireTotal(args);
    return super.eval(args);
  }

  @Override
  public Expr copy(ExprList args) {
    return new BoundedConcat(args);
  }
}

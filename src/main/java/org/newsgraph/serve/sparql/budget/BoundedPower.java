package org.newsgraph.serve.sparql.budget;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.library.Math_pow;

/** The function {@code math:pow} of XPath, as an expression whose arguments can be checked. */
final class BoundedPower extends ExprFunction2 {
  private static final Math_pow POWER = new Math_pow();

  BoundedPower(Expr base, Expr exponent) {
    super(base, exponent, "pow", null);
  }

  @Override
  public NodeValue eval(NodeValue base, NodeValue exponent) {
    return POWER.exec(base, exponent);
  }

  @Override
  public Expr copy(Expr base, Expr exponent) {
    return new BoundedPower(base, exponent);
  }
}

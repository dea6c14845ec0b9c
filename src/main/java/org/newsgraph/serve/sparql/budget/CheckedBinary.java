package org.newsgraph.serve.sparql.budget;

import java.util.function.BiConsumer;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/** A function of two arguments whose values are checked before it is called. */
final class CheckedBinary extends ExprFunction2 {
  private final ExprFunction2 function;
  private final BiConsumer<NodeValue, NodeValue> check;

  /**
   * @param check throws an exception if the function must not be called with the values
   */
  CheckedBinary(
      ExprFunction2 function, Expr left, Expr right, BiConsumer<NodeValue, NodeValue> check) {
    super(left, right, function.getFunctionSymbol().getSymbol(), function.getOpName());
    this.function = function;
    this.check = check;
  }

  @Override
  public NodeValue eval(NodeValue left, NodeValue right) {
    check.accept(left, right);
    return function.eval(left, right);
  }

  @Override
  public Expr copy(Expr left, Expr right) {
    return new CheckedBinary(function, left, right, check);
  }
}

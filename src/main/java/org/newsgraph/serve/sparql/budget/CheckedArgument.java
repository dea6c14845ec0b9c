package org.newsgraph.serve.sparql.budget;

import java.util.function.Consumer;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** An argument of a function whose value is checked before the function is called. */
final class CheckedArgument extends ExprFunction1 {
  private final Consumer<NodeValue> check;

  /**
   * @param check throws an exception if the function must not be called with the value
   */
  CheckedArgument(Expr argument, Consumer<NodeValue> check) {
    super(argument, "checked");
    this.check = check;
  }

  @Override
  public NodeValue eval(NodeValue value) {
    check.accept(value);
    return value;
  }

  @Override
  public Expr copy(Expr argument) {
    return new CheckedArgument(argument, check);
  }
}

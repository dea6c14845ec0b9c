package org.newsgraph.serve.sparql.budget;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AccumulatorExpr;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;

/** GROUP_CONCAT of SPARQL 1.1 (section 18.5.1.7) that checks the length of its result. */
final class BoundedGroupConcat extends AggGroupConcat {
  private static final String DEFAULT_SEPARATOR = " ";

  private final boolean distinct;

  /**
   * @param separator the text between two values; null for a space
   * @param distinct true to use each value once
   */
  BoundedGroupConcat(Expr expr, String separator, boolean distinct) {
    super(expr, separator);
    this.distinct = distinct;
  }

  @Override
  public Accumulator createAccumulator() {
    return new Concatenation(
        getExpr(), distinct, getSeparator() == null ? DEFAULT_SEPARATOR : getSeparator());
  }

  @Override
  public Aggregator copy(ExprList exprs) {
    return new BoundedGroupConcat(exprs.get(0), getSeparator(), distinct);
  }

  @Override
  public boolean equals(Aggregator other, boolean bySyntax) {
    return other instanceof BoundedGroupConcat that
        && distinct == that.distinct
        && super.equals(other, bySyntax);
  }

  private static final class Concatenation extends AccumulatorExpr {
    private final StringBuilder text = new StringBuilder();
    private final String separator;

    Concatenation(Expr expr, boolean distinct, String separator) {
      super(expr, distinct);
      this.separator = separator;
    }

    @Override
    protected void accumulate(NodeValue value, Binding binding, FunctionEnv env) {
      String next = value.asString();
      TextLimits.requireLength((long) text.length() + separator.length() + next.length());
      QueryBudget.retainCurrent(separator.length() + next.length());
      if (getAccCount() > 0) {
        text.append(separator);
      }
      text.append(next);
    }

    @Override
    protected void accumulateError(Binding binding, FunctionEnv env) {
      // Like Jena, which leaves the result unbound then.
    }

    @Override
    protected NodeValue getAccValue() {
      return NodeValue.makeString(text.toString());
    }
  }
}

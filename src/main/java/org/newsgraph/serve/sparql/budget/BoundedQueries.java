package org.newsgraph.serve.sparql.budget;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.describe.DescribeHandler;
import org.apache.jena.sparql.core.describe.DescribeHandlerRegistry;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.util.Context;

/**
 * Makes queries and updates of a dataset use bounded functions, aggregates and operators. The
 * functions are replaced in the algebra, through which all queries and updates pass: expressions in
 * aggregates, in ORDER BY and in EXISTS at any depth included.
 */
public final class BoundedQueries {
  static {
    // Jena has one registry for all datasets; without a budget, the handler does nothing.
    DescribeHandlerRegistry.get().add(CheckedDescription::new);
  }

  private BoundedQueries() {}

  /** Checks the budget before each resource that DESCRIBE describes. */
  private static final class CheckedDescription implements DescribeHandler {
    @Override
    public void start(Model accumulator, Context context) {
      QueryBudget.checkCurrent();
    }

    @Override
    public void describe(Resource resource) {
      QueryBudget.checkCurrent();
    }

    @Override
    public void finish() {
      QueryBudget.checkCurrent();
    }
  }

  /** Sets the symbols of a dataset's context. */
  public static void configure(Context context) {
    RewriteFactory factory =
        it -> op -> Optimize.stdOptimizationFactory.create(it).rewrite(bounded(op));
    context.set(ARQConstants.sysOptimizerFactory, factory);
    QC.setFactory(context, BoundedExecutor.FACTORY);
  }

  /**
   * Checks the text of a query or an update before it is parsed.
   *
   * @throws org.newsgraph.serve.http.HttpError if it contains a very long number
   */
  public static void checkText(String sparql) {
    NumberLimits.requireShort(sparql);
  }

  /** Returns an algebra expression with bounded functions and aggregates. */
  static Op bounded(Op op) {
    return Transformer.transformSkipService(new Aggregates(), new BoundedExpressions(), op);
  }

  private static final class Aggregates extends TransformCopy {
    @Override
    public Op transform(OpGroup group, Op pattern) {
      List<ExprAggregator> aggregators = new ArrayList<>();
      for (ExprAggregator it : group.getAggregators()) {
        aggregators.add(new ExprAggregator(it.getVar(), bounded(it.getAggregator())));
      }
      return new OpGroup(pattern, group.getGroupVars(), aggregators);
    }

    private static Aggregator bounded(Aggregator aggregator) {
      ExprList exprs = aggregator.getExprList();
      ExprList bounded = exprs == null ? null : bounded(exprs);
      if (aggregator instanceof BoundedGroupConcat) {
        return aggregator.copy(bounded);
      }
      if (aggregator instanceof AggGroupConcat concat) {
        return new BoundedGroupConcat(bounded.get(0), concat.getSeparator(), false);
      }
      if (aggregator instanceof AggGroupConcatDistinct concat) {
        return new BoundedGroupConcat(bounded.get(0), concat.getSeparator(), true);
      }
      return aggregator.copy(bounded);
    }

    private static ExprList bounded(ExprList exprs) {
      ExprList bounded = new ExprList();
      for (Expr expr : exprs) {
        bounded.add(ExprTransformer.transform(new BoundedExpressions(), expr));
      }
      return bounded;
    }
  }
}

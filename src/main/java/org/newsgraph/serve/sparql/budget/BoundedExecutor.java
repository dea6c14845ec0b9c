package org.newsgraph.serve.sparql.budget;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's executor of algebra operators, extended by budgets: it counts the rows that operators such
 * as joins and groups hold in memory, and property paths check the budget at each step.
 */
final class BoundedExecutor extends OpExecutorTDB2 {
  static final OpExecutorFactory FACTORY = BoundedExecutor::new;

  private BoundedExecutor(ExecutionContext context) {
    super(context);
  }

  @Override
  protected QueryIterator execute(OpPath path, QueryIterator input) {
    ExecutionContext checked =
        ExecutionContext.copyChangeActiveGraph(execCxt, new CheckedGraph(execCxt.getActiveGraph()));
    return new QueryIterPath(path.getTriplePath(), input, checked);
  }

  @Override
  protected QueryIterator execute(OpGroup group, QueryIterator input) {
    QueryIterator rows = exec(group.getSubOp(), input);
    return new QueryIterGroup(
        // A single group holds no rows.
        group.getGroupVars().isEmpty() && !isDistinct(group) ? rows : retained(rows),
        group.getGroupVars(),
        group.getAggregators(),
        execCxt);
  }

  private static boolean isDistinct(OpGroup group) {
    return group.getAggregators().stream()
        .anyMatch(it -> it.getAggregator().toPrefixString().contains("distinct"));
  }

  @Override
  protected QueryIterator execute(OpOrder order, QueryIterator input) {
    return new QueryIterSort(
        retained(exec(order.getSubOp(), input)), checked(order.getConditions()), execCxt);
  }

  private Comparator<Binding> checked(List<SortCondition> conditions) {
    Comparator<Binding> order = new BindingComparator(conditions, execCxt);
    return QueryBudget.current()
        .map(
            budget ->
                (Comparator<Binding>)
                    (left, right) -> {
                      budget.check();
                      return order.compare(left, right);
                    })
        .orElse(order);
  }

  @Override
  protected QueryIterator execute(OpJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    return Join.join(retained(left), retained(right), execCxt);
  }

  @Override
  protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
    QueryIterator left = exec(join.getLeft(), input);
    QueryIterator right = exec(join.getRight(), root());
    return Join.leftJoin(retained(left), retained(right), join.getExprs(), execCxt);
  }

  @Override
  protected QueryIterator execute(OpMinus minus, QueryIterator input) {
    QueryIterator left = exec(minus.getLeft(), input);
    QueryIterator right = exec(minus.getRight(), root());
    Set<Var> common = OpVars.visibleVars(minus.getLeft());
    common.retainAll(OpVars.visibleVars(minus.getRight()));
    return QueryIterMinus.create(left, retained(right), common, execCxt);
  }

  private QueryIterator retained(QueryIterator rows) {
    return rows.isJoinIdentity()
        ? rows
        : QueryBudget.current()
            .map(budget -> (QueryIterator) new RetainedRows(rows, budget))
            .orElse(rows);
  }
}

package org.newsgraph.serve.sparql.policy;

import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementAntiJoin;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementDataset;
import org.apache.jena.sparql.syntax.ElementExists;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementLateral;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementNotExists;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSemiJoin;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnfold;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.ElementVisitor;
import org.newsgraph.serve.http.HttpError;

/**
 * Visits every part of a query and refuses everything that is not allowed. It walks over the
 * syntax, not the algebra, in which expressions of aggregates and orders are no longer visited.
 */
public final class PolicyVisitor implements ElementVisitor {
  /** Maximum number of triple patterns that are joined; a list of values has two per element. */
  static final int MAX_TRIPLES = 1_000;

  /**
   * Maximum number of EXISTS in each other: Jena's optimizer doubles its work for each level, and
   * cannot be cancelled.
   */
  static final int MAX_EXISTS = 5;

  /** Maximum number of results and aggregates, each of which is one level of the algebra. */
  static final int MAX_RESULTS = 1_000;

  private final ServiceList services;
  private final ExpressionVisitor expressions;
  private final PropertyVisitor properties;

  /** Number of EXISTS around the current element. */
  private int exists;

  /**
   * Creates a visitor.
   *
   * @param library the functions that are allowed
   * @param services the endpoints that are allowed
   */
  public PolicyVisitor(FunctionLibrary library, ServiceList services) {
    this.services = services;
    this.expressions = new ExpressionVisitor(library, this);
    this.properties = new PropertyVisitor(library);
  }

  /**
   * Checks a query with all its subqueries.
   *
   * @throws HttpError with status 400 or 403 if the query contains something that is not allowed
   */
  public void check(Query query) {
    if (query.getProject().size() > MAX_RESULTS || query.getAggregators().size() > MAX_RESULTS) {
      throw HttpError.badRequest(
          "the query has more than " + MAX_RESULTS + " results or aggregates");
    }
    if (query.getQueryPattern() != null) {
      check(query.getQueryPattern());
    }
    expressions.checkAll(query.getProject().getExprs().values());
    expressions.checkAll(query.getGroupBy().getExprs().values());
    expressions.checkAll(query.getHavingExprs());
    for (ExprAggregator aggregator : query.getAggregators()) {
      expressions.check(aggregator);
    }
    if (query.getOrderBy() != null) {
      for (SortCondition condition : query.getOrderBy()) {
        expressions.check(condition.getExpression());
      }
    }
  }

  /**
   * Checks a graph pattern.
   *
   * @throws HttpError with status 400 or 403 if the pattern contains something that is not allowed
   */
  public void check(Element element) {
    element.visit(this);
  }

  /** Checks the pattern of an EXISTS. */
  void checkExists(Element element) {
    if (++exists > MAX_EXISTS) {
      throw HttpError.badRequest(
          "the query has more than " + MAX_EXISTS + " levels of EXISTS in EXISTS");
    }
    check(element);
    exists--;
  }

  private void checkAll(Collection<Element> elements) {
    elements.forEach(this::check);
  }

  /**
   * Checks triple patterns that are joined.
   *
   * @throws HttpError with status 400 or 403 if a pattern is not allowed, or there are too many
   */
  public void checkTriples(List<Triple> patterns) {
    requireFewTriples(patterns.size());
    patterns.forEach(triple -> properties.check(triple.getPredicate()));
  }

  @Override
  public void visit(ElementTriplesBlock block) {
    checkTriples(block.getPattern().getList());
  }

  @Override
  public void visit(ElementPathBlock block) {
    requireFewTriples(block.getPattern().size());
    for (TriplePath triple : block.getPattern()) {
      if (triple.isTriple()) {
        properties.check(triple.getPredicate());
      } else {
        properties.check(triple.getPath());
      }
    }
  }

  private static void requireFewTriples(int triples) {
    if (triples > MAX_TRIPLES) {
      throw HttpError.badRequest(
          "the query joins "
              + triples
              + " triple patterns; at most "
              + MAX_TRIPLES
              + " are allowed");
    }
  }

  @Override
  public void visit(ElementFilter filter) {
    expressions.check(filter.getExpr());
  }

  @Override
  public void visit(ElementAssign assignment) {
    expressions.check(assignment.getExpr());
  }

  @Override
  public void visit(ElementBind binding) {
    expressions.check(binding.getExpr());
  }

  @Override
  public void visit(ElementUnfold unfold) {
    throw new HttpError(403, "UNFOLD is not allowed");
  }

  @Override
  public void visit(ElementData data) {
    // Values are data, whatever they name.
  }

  @Override
  public void visit(ElementDataset dataset) {
    if (dataset.getElement() != null) {
      check(dataset.getElement());
    }
  }

  @Override
  public void visit(ElementUnion union) {
    checkAll(union.getElements());
  }

  @Override
  public void visit(ElementGroup group) {
    checkAll(group.getElements());
  }

  @Override
  public void visit(ElementOptional optional) {
    check(optional.getOptionalElement());
  }

  @Override
  public void visit(ElementLateral lateral) {
    check(lateral.getLateralElement());
  }

  @Override
  public void visit(ElementSemiJoin join) {
    checkExists(join.getSubElement());
  }

  @Override
  public void visit(ElementAntiJoin join) {
    checkExists(join.getSubElement());
  }

  @Override
  public void visit(ElementMinus minus) {
    check(minus.getMinusElement());
  }

  @Override
  public void visit(ElementExists filter) {
    checkExists(filter.getElement());
  }

  @Override
  public void visit(ElementNotExists filter) {
    checkExists(filter.getElement());
  }

  @Override
  public void visit(ElementNamedGraph graph) {
    check(graph.getElement());
  }

  @Override
  public void visit(ElementService service) {
    services.require(service.getServiceNode());
    check(service.getElement());
  }

  @Override
  public void visit(ElementSubQuery subquery) {
    check(subquery.getQuery());
  }
}

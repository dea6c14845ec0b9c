package org.newsgraph.serve.sparql.policy;

import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Version;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitor;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.AggFoldList;
import org.apache.jena.sparql.expr.aggregate.AggFoldMap;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.newsgraph.serve.http.HttpError;

/** Visits every part of an expression and refuses functions that are not in the library. */
final class ExpressionVisitor implements ExprVisitor {
  /** Maximum number of arguments of a function, or of members of IN. */
  static final int MAX_ARGUMENTS = 10_000;

  private final FunctionLibrary library;
  private final PolicyVisitor patterns;

  /**
   * Creates a visitor.
   *
   * @param patterns visits the patterns of EXISTS
   */
  ExpressionVisitor(FunctionLibrary library, PolicyVisitor patterns) {
    this.library = library;
    this.patterns = patterns;
  }

  /**
   * Checks an expression.
   *
   * @param expression the expression; null if it is absent
   * @throws HttpError with status 400 or 403 if it contains something that is not allowed
   */
  void check(Expr expression) {
    if (expression != null) {
      expression.visit(this);
    }
  }

  void checkAll(Iterable<Expr> all) {
    all.forEach(this::check);
  }

  private void checkArguments(ExprFunction function) {
    if (function.numArgs() > MAX_ARGUMENTS) {
      throw HttpError.badRequest(
          "a function or IN has "
              + function.numArgs()
              + " arguments; at most "
              + MAX_ARGUMENTS
              + " are allowed. List many values with VALUES");
    }
    checkAll(function.getArgs());
  }

  @Override
  public void visit(ExprFunction0 function) {
    if (function instanceof E_Version) {
      throw new HttpError(403, "VERSION() is not allowed");
    }
  }

  @Override
  public void visit(ExprFunction1 function) {
    checkArguments(function);
  }

  @Override
  public void visit(ExprFunction2 function) {
    checkArguments(function);
  }

  @Override
  public void visit(ExprFunction3 function) {
    checkArguments(function);
  }

  @Override
  public void visit(ExprFunctionN function) {
    if (function instanceof E_Function call) {
      requireFunction(call.getFunctionIRI());
    } else if (function instanceof E_Call) {
      requireFunction(function);
    }
    checkArguments(function);
  }

  /** Checks CALL, whose first argument names a function. */
  private void requireFunction(ExprFunctionN call) {
    Expr name = call.numArgs() == 0 ? null : call.getArg(1);
    if (name == null || !name.isConstant() || !name.getConstant().isIRI()) {
      throw new HttpError(403, "CALL must name its function with an IRI, not compute the name");
    }
    requireFunction(name.getConstant().asNode().getURI());
  }

  private void requireFunction(String iri) {
    if (!library.isFunction(iri)) {
      throw library.refusal("function", iri);
    }
  }

  @Override
  public void visit(ExprFunctionOp exists) {
    patterns.checkExists(exists.getElement());
    checkArguments(exists);
  }

  @Override
  public void visit(ExprTripleTerm term) {
    // Nodes only.
  }

  @Override
  public void visit(NodeValue value) {
    // A constant.
  }

  @Override
  public void visit(ExprVar variable) {
    // A variable.
  }

  @Override
  public void visit(ExprNone none) {
    // An absent argument.
  }

  @Override
  public void visit(ExprAggregator aggregate) {
    Aggregator aggregator = aggregate.getAggregator();
    if (aggregator instanceof AggFoldList || aggregator instanceof AggFoldMap) {
      throw new HttpError(403, "FOLD is not allowed");
    }
    if (aggregator instanceof AggCustom custom && !library.isAggregate(custom.getIRI())) {
      throw library.refusal("aggregate", custom.getIRI());
    }
    if (aggregator.getExprList() != null) {
      checkAll(aggregator.getExprList());
    }
  }
}

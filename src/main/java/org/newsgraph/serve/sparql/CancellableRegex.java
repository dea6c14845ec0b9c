package org.newsgraph.serve.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.Context;

/**
 * Implements REGEX and REPLACE such that they stop when their query is cancelled. Java's matcher
 * takes exponential time for some patterns, such as {@code (a+)+$}.
 */
final class CancellableRegex implements Function {
  private static final String REGEX = "urn:x-newsgraph:regex";
  private static final String REPLACE = "urn:x-newsgraph:replace";
  private static final int CHECK_INTERVAL = 1 << 12;

  static {
    FunctionRegistry.get().put(REGEX, iri -> new CancellableRegex());
    FunctionRegistry.get().put(REPLACE, iri -> new CancellableRegex());
  }

  private CancellableRegex() {}

  /** Returns a copy of a query in which these functions replace those of SPARQL. */
  static Query replaceIn(Query query) {
    return QueryTransformOps.transform(query, new ElementTransformCopyBase(), new Timed());
  }

  private static final class Timed extends ExprTransformCopy {
    @Override
    public Expr transform(ExprFunctionN call, ExprList args) {
      if (call instanceof E_Regex) {
        return new E_Function(REGEX, args);
      }
      return call instanceof E_StrReplace
          ? new E_Function(REPLACE, args)
          : super.transform(call, args);
    }
  }

  @Override
  public void build(String iri, ExprList args, Context context) {
    boolean regex = iri.equals(REGEX);
    if (args.size() < (regex ? 2 : 3)) {
      throw new QueryBuildException("too few arguments");
    }
  }

  @Override
  public NodeValue exec(Binding binding, ExprList args, String iri, FunctionEnv env) {
    List<NodeValue> values = new ArrayList<>();
    for (Expr arg : args) {
      if (arg != null) {
        values.add(arg.eval(binding, env));
      }
    }
    boolean regex = iri.equals(REGEX);
    String flags = values.size() > (regex ? 2 : 3) ? string(values.get(values.size() - 1)) : null;
    try {
      Pattern pattern =
          RegexEngine.makePattern(regex ? "REGEX" : "REPLACE", string(values.get(1)), flags);
      CharSequence text = new Watched(string(values.get(0)), cancelled(env));
      if (regex) {
        return NodeValue.booleanReturn(pattern.matcher(text).find());
      }
      // If matching ends in time here, it also does in Jena's function, which does the replacing.
      boolean found = pattern.matcher(text).results().count() > 0;
      return found ? XSDFuncOp.strReplace(values.get(0), pattern, values.get(2)) : values.get(0);
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw new ExprEvalException("invalid or too complex pattern");
    }
  }

  private static String string(NodeValue value) {
    if (!value.isLiteral() || !(value.isString() || value.isLangString())) {
      throw new ExprEvalException("not a string");
    }
    return value.asNode().getLiteralLexicalForm();
  }

  private static AtomicBoolean cancelled(FunctionEnv env) {
    Object signal = env.getContext().get(ARQConstants.symCancelQuery);
    return signal instanceof AtomicBoolean flag ? flag : new AtomicBoolean();
  }

  /** A text that checks at intervals whether the query has been cancelled. */
  private static final class Watched implements CharSequence {
    private final CharSequence text;
    private final AtomicBoolean cancelled;
    private int reads;

    Watched(CharSequence text, AtomicBoolean cancelled) {
      this.text = text;
      this.cancelled = cancelled;
    }

    @Override
    public char charAt(int index) {
      if (++reads % CHECK_INTERVAL == 0 && cancelled.get()) {
        throw new QueryCancelledException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return text.subSequence(from, to);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}

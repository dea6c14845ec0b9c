package org.newsgraph.serve.sparql.budget;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Replaces the functions that can take very long or make very long texts. Functions of XPath are
 * replaced like those of SPARQL that do the same.
 */
final class BoundedExpressions extends ExprTransformCopy {
  private static final String FN = "http://www.w3.org/2005/xpath-functions#";
  private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
  private static final String AFN = "http://jena.apache.org/ARQ/function#";

  /** Maximum number of characters by which one character is encoded in an IRI. */
  private static final int ENCODED_LENGTH = 9;

  private static final Map<Class<?>, BiConsumer<NodeValue, NodeValue>> BINARY =
      Map.of(
          E_Multiply.class, NumberLimits::requireProduct,
          E_Divide.class, NumberLimits::requireProduct,
          BoundedPower.class, NumberLimits::requirePower,
          E_StrDatatype.class, NumberLimits::requireReadable,
          E_StrContains.class, TextLimits::requireSearch,
          E_StrBefore.class, TextLimits::requireSearch,
          E_StrAfter.class, TextLimits::requireSearch);

  private static final Map<Class<?>, Function<ExprList, Expr>> ANY_NUMBER =
      Map.of(
          E_Regex.class, BoundedRegex::regex,
          E_StrReplace.class, BoundedRegex::replace,
          E_StrConcat.class, BoundedConcat::new,
          E_Call.class, BoundedCall::new);

  private static final Map<String, Replacement> BY_IRI =
      Map.ofEntries(
          entry(FN + "matches", new Replacement(2, 3, BoundedRegex::regex)),
          entry(FN + "replace", new Replacement(3, 4, BoundedRegex::replace)),
          entry(FN + "concat", new Replacement(0, Integer.MAX_VALUE, BoundedConcat::new)),
          entry(FN + "round", new Replacement(2, 2, args -> rounding("round", args))),
          entry(
              FN + "round-half-to-even",
              new Replacement(2, 2, args -> rounding("round-half-to-even", args))),
          entry(MATH + "pow", binary(BoundedPower::new)),
          entry(FN + "contains", binary(E_StrContains::new)),
          entry(FN + "substring-before", binary(E_StrBefore::new)),
          entry(FN + "substring-after", binary(E_StrAfter::new)));

  /** Functions that join their arguments and may repeat one of them between the others. */
  private static final Set<String> JOINING = Set.of(FN + "string-join", AFN + "strjoin");

  /** A replacement of a function that is called by its IRI with a number of arguments. */
  private record Replacement(int minArgs, int maxArgs, Function<ExprList, Expr> factory) {
    boolean accepts(ExprList args) {
      return args.size() >= minArgs && args.size() <= maxArgs;
    }
  }

  private static Replacement binary(BinaryOperator<Expr> factory) {
    return new Replacement(
        2,
        2,
        args ->
            bounded(
                (ExprFunction2) factory.apply(args.get(0), args.get(1)), args.get(0), args.get(1)));
  }

  private static Expr rounding(String function, ExprList args) {
    Expr places = checked(args.get(1), NumberLimits::requirePlaces);
    return new E_Function(FN + function, new ExprList(List.of(args.get(0), places)));
  }

  @Override
  public Expr transform(ExprFunction1 call, Expr arg) {
    return call instanceof E_StrEncodeForURI
        ? new E_StrEncodeForURI(checked(arg, BoundedExpressions::requireEncodable))
        : super.transform(call, arg);
  }

  @Override
  public Expr transform(ExprFunction2 call, Expr left, Expr right) {
    return bounded(call, left, right);
  }

  private static Expr bounded(ExprFunction2 call, Expr left, Expr right) {
    BiConsumer<NodeValue, NodeValue> check = BINARY.get(call.getClass());
    return check == null ? call.copy(left, right) : new CheckedBinary(call, left, right, check);
  }

  @Override
  public Expr transform(ExprFunctionN call, ExprList args) {
    return call instanceof E_Function function
        ? bounded(function, args)
        : ANY_NUMBER.getOrDefault(call.getClass(), call::copy).apply(args);
  }

  /** Returns the bounded form of a function that is called by its IRI. */
  static Expr bounded(E_Function call, ExprList args) {
    String iri = call.getFunctionIRI();
    Replacement replacement = BY_IRI.get(iri);
    if (replacement != null && replacement.accepts(args)) {
      return replacement.factory().apply(args);
    }
    if (NumberLimits.isLimited(iri)) {
      return call.copy(checked(args, NumberLimits::requireReadable));
    }
    return call.copy(
        JOINING.contains(iri) ? checked(args, text -> requireShare(text, args.size())) : args);
  }

  @Override
  public Expr transform(ExprFunctionOp call, ExprList args, Op pattern) {
    return call.copy(args, BoundedQueries.bounded(pattern));
  }

  private static ExprList checked(ExprList args, Consumer<NodeValue> check) {
    ExprList checked = new ExprList();
    args.forEach(arg -> checked.add(checked(arg, check)));
    return checked;
  }

  private static Expr checked(Expr arg, Consumer<NodeValue> check) {
    return arg instanceof CheckedArgument ? arg : new CheckedArgument(arg, check);
  }

  private static void requireEncodable(NodeValue text) {
    TextLimits.require((long) TextLimits.length(text) * ENCODED_LENGTH);
  }

  /** Checks an argument of a function that may join all of its arguments, repeating one of them. */
  private static void requireShare(NodeValue text, int count) {
    TextLimits.require((long) TextLimits.length(text) * count);
  }
}

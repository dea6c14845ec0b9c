package org.newsgraph.serve.sparql.budget;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;

/**
 * REGEX and REPLACE of SPARQL 1.1 (sections 17.4.3.14 and 17.4.3.15) that end with their query.
 * Java's matcher takes exponential time for some patterns, such as {@code (a+)+$}, and exhausts the
 * stack for others, such as {@code (a|b)*}.
 */
final class BoundedRegex extends ExprFunctionN {
  private static final String REGEX = "regex";
  private static final String REPLACE = "replace";

  private final boolean replaces;

  /** The compiled pattern of the last evaluation, since most patterns are constants. */
  private Compiled last;

  private record Compiled(String text, String flags, Pattern pattern) {
    boolean isOf(String otherText, String otherFlags) {
      return text.equals(otherText) && Objects.equals(flags, otherFlags);
    }
  }

  private BoundedRegex(boolean replaces, ExprList args) {
    super(replaces ? REPLACE : REGEX, args);
    this.replaces = replaces;
  }

  /** Returns the call of REGEX with these arguments. */
  static Expr regex(ExprList args) {
    return new BoundedRegex(false, args);
  }

  /** Returns the call of REPLACE with these arguments. */
  static Expr replace(ExprList args) {
    return new BoundedRegex(true, args);
  }

  @Override
  public NodeValue eval(List<NodeValue> args) {
    int required = replaces ? 3 : 2;
    if (args.size() < required || args.size() > required + 1) {
      throw new ExprEvalException("wrong number of arguments");
    }
    String flags = args.size() > required ? string(args.get(required)) : null;
    try {
      Pattern pattern = pattern(string(args.get(1)), flags);
      Matcher matcher = pattern.matcher(InterruptibleText.of(string(args.get(0))));
      return replaces
          ? replaced(args.get(0), matcher, string(args.get(2)))
          : NodeValue.booleanReturn(matcher.find());
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw new ExprEvalException("invalid or too complex pattern");
    }
  }

  private Pattern pattern(String text, String flags) {
    Compiled compiled = last;
    if (compiled == null || !compiled.isOf(text, flags)) {
      compiled = new Compiled(text, flags, RegexEngine.makePattern(opName(), text, flags));
      last = compiled;
    }
    return compiled.pattern();
  }

  private String opName() {
    return replaces ? REPLACE : REGEX;
  }

  private static NodeValue replaced(NodeValue value, Matcher matcher, String replacement) {
    String text = string(value);
    boolean literal = replacement.indexOf('$') < 0 && replacement.indexOf('\\') < 0;
    StringBuilder out = null;
    int copied = 0;
    try {
      while (matcher.find()) {
        if (out == null) {
          out = new StringBuilder();
        }
        if (literal) {
          // Faster than Java's method, which reads the text through its checks.
          out.append(text, copied, matcher.start()).append(replacement);
          copied = matcher.end();
        } else {
          matcher.appendReplacement(out, replacement);
        }
        TextLimits.requireLength(out.length());
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExprEvalException("invalid replacement");
    }
    if (out == null) {
      return value;
    }
    if (literal) {
      out.append(text, copied, text.length());
    } else {
      matcher.appendTail(out);
    }
    TextLimits.require(out.length());
    return like(value.asNode(), out.toString());
  }

  /** Returns a text with the language of another one. */
  private static NodeValue like(Node other, String text) {
    return other.getLiteralLanguage().isEmpty()
        ? NodeValue.makeString(text)
        : NodeValue.makeNode(
            NodeFactory.createLiteral(
                text,
                other.getLiteralLanguage(),
                other.getLiteralBaseDirection(),
                other.getLiteralDatatype()));
  }

  private static String string(NodeValue value) {
    if (!value.isString() && !value.isLangString()) {
      throw new ExprEvalException("not a string");
    }
    return value.asNode().getLiteralLexicalForm();
  }

  @Override
  public Expr copy(ExprList args) {
    return new BoundedRegex(replaces, args);
  }
}

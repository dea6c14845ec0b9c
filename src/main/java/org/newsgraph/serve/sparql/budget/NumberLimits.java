package org.newsgraph.serve.sparql.budget;

import java.math.BigDecimal;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;
import org.newsgraph.serve.http.HttpError;
import org.newsgraph.serve.sparql.policy.NestedText;

/**
 * Limits on the digits of numbers, dates and durations. Java reads and multiplies long numbers in
 * quadratic time, without a way to stop. XPath permits such limits (errors FOAR0002 and FOCA0006).
 */
final class NumberLimits {
  /** Maximum number of digits. */
  static final int MAX_DIGITS = 10_000;

  private static final double BITS_PER_DIGIT = 3.33;
  private static final long MAX_BITS = Math.round(MAX_DIGITS * BITS_PER_DIGIT);

  /** Datatypes of XML Schema whose values are texts or bytes. */
  private static final Set<String> TEXTS =
      Set.of(
          XSDDatatype.XSDstring.getURI(),
          XSDDatatype.XSDnormalizedString.getURI(),
          XSDDatatype.XSDtoken.getURI(),
          XSDDatatype.XSDanyURI.getURI(),
          XSDDatatype.XSDbase64Binary.getURI(),
          XSDDatatype.XSDhexBinary.getURI());

  private NumberLimits() {}

  /** Tests whether the values of a datatype are numbers, dates or durations. */
  static boolean isLimited(String datatype) {
    return datatype.startsWith(XSD.NS) && !TEXTS.contains(datatype);
  }

  /**
   * Checks the numbers in the text of a query or an update. Its parser already reads them.
   *
   * @throws HttpError if a number has more than {@link #MAX_DIGITS} digits
   */
  static void requireShort(String sparql) {
    int digits = 0;
    for (int i = 0; i < sparql.length(); i++) {
      char c = sparql.charAt(i);
      // Digits may also be written as Unicode escapes.
      digits = (c >= '0' && c <= '9') || c == '\\' || c == 'u' || c == 'U' ? digits + 1 : 0;
      if (digits > MAX_DIGITS) {
        throw new HttpError(413, "a number has more than " + MAX_DIGITS + " digits");
      }
    }
  }

  /**
   * Checks the arguments of a multiplication or a division.
   *
   * @throws ExprEvalException if they together have more than {@link #MAX_DIGITS} digits
   */
  static void requireProduct(NodeValue left, NodeValue right) {
    if (left.isDecimal() && right.isDecimal() && bits(left) + bits(right) > MAX_BITS) {
      throw overflow();
    }
  }

  /**
   * Checks the arguments of a power.
   *
   * @throws ExprEvalException if the power has more than {@link #MAX_DIGITS} digits
   */
  static void requirePower(NodeValue base, NodeValue exponent) {
    if (base.isInteger()
        && exponent.isInteger()
        && bits(base) * exponent.getDecimal().doubleValue() > MAX_BITS) {
      throw overflow();
    }
  }

  /**
   * Checks the number of decimal places for rounding.
   *
   * @throws ExprEvalException if it is more than {@link #MAX_DIGITS}
   */
  static void requirePlaces(NodeValue places) {
    if (places.isInteger() && Math.abs(places.getDecimal().doubleValue()) > MAX_DIGITS) {
      throw overflow();
    }
  }

  private static ExprEvalException overflow() {
    return new ExprEvalException("FOAR0002: numeric overflow");
  }

  /** Returns the size of a number before and after the decimal point. */
  private static long bits(NodeValue number) {
    if (number.isInteger()) {
      return number.getInteger().bitLength();
    }
    BigDecimal decimal = number.getDecimal();
    return decimal.unscaledValue().bitLength()
        + Math.round(Math.abs((double) decimal.scale()) * BITS_PER_DIGIT);
  }

  /**
   * Checks a text that is about to be read as a number, a date or a duration.
   *
   * @throws ExprEvalException if it has more than {@link #MAX_DIGITS} characters
   */
  static void requireReadable(NodeValue text) {
    if (TextLimits.lexicalLength(text) > MAX_DIGITS) {
      throw new ExprEvalException("FOCA0006: too many digits");
    }
  }

  /**
   * Checks the arguments of STRDT.
   *
   * @param datatype the IRI of the datatype
   * @throws ExprEvalException if the literal would be too long or nested too deeply to be read
   */
  static void requireReadable(NodeValue text, NodeValue datatype) {
    Node type = datatype.asNode();
    if (type.isURI() && isLimited(type.getURI())) {
      requireReadable(text);
    } else if (type.isURI()
        && !type.getURI().startsWith(XSD.NS)
        && TextLimits.lexicalLength(text) > 0
        && NestedText.isTooDeep(text.asNode().getLiteralLexicalForm())) {
      throw new ExprEvalException("nested more than " + NestedText.MAX_DEPTH + " levels deep");
    }
  }
}

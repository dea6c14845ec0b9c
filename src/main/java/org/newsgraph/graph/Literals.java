package org.newsgraph.graph;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/** Conversion of values to RDF literals that every store and result format supports. */
public final class Literals {
  private static final int LABEL_LENGTH = 100;

  private static final List<XSDDatatype> DATES =
      List.of(
          XSDDatatype.XSDdate,
          XSDDatatype.XSDdateTime,
          XSDDatatype.XSDgYearMonth,
          XSDDatatype.XSDgYear);

  private Literals() {}

  /**
   * Returns a string. A character that XML cannot hold (a form feed, an unpaired surrogate) becomes
   * U+FFFD, one for one, since one such character would break a whole result in XML.
   */
  public static Node string(String value) {
    return NodeFactory.createLiteralString(Characters.xml(value));
  }

  /** Returns a label: one line, truncated at a word boundary after at most 100 characters. */
  public static Node label(String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= LABEL_LENGTH) {
      return string(line);
    }
    String cut = line.substring(0, line.offsetByCodePoints(0, LABEL_LENGTH));
    int space = cut.lastIndexOf(' ');
    return string((space > LABEL_LENGTH / 2 ? cut.substring(0, space) : cut) + "…");
  }

  static Node integer(int value) {
    return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
  }

  static Node bool(boolean value) {
    return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
  }

  /**
   * Returns an IRI if the text is a valid absolute one, so that browsers can follow it; otherwise a
   * string.
   */
  static Node link(String url) {
    try {
      IRIx iri = IRIx.create(url);
      if (iri.isAbsolute() && !iri.hasViolations()) {
        return NodeFactory.createURI(url);
      }
    } catch (IRIException e) {
      // Kept as a string.
    }
    return string(url);
  }

  static Node decimal(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    String digits = plain.scale() <= 0 ? plain.setScale(1).toPlainString() : plain.toPlainString();
    return NodeFactory.createLiteralDT(digits, XSDDatatype.XSDdecimal);
  }

  static Node dateTime(Instant instant) {
    return NodeFactory.createLiteralDT(
        instant.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
  }

  /** Returns an ISO 8601 date or time with the type of its precision; a string if it is neither. */
  public static Node date(String value) {
    String date = withSeconds(value.strip());
    return DATES.stream()
        .filter(type -> type.isValid(date))
        .findFirst()
        .map(type -> NodeFactory.createLiteralDT(date, type))
        .orElseGet(() -> string(value));
  }

  /** Adds the seconds, which are optional in ISO 8601 but required in XML Schema. */
  private static String withSeconds(String value) {
    if (!value.contains("T")) {
      return value;
    }
    for (DateTimeFormatter format :
        List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE_TIME)) {
      try {
        return format.format(format.parseBest(value, OffsetDateTime::from, LocalDateTime::from));
      } catch (DateTimeException e) {
        // Not in this format.
      }
    }
    return value;
  }
}

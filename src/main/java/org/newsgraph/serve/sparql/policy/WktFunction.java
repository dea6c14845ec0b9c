package org.newsgraph.serve.sparql.policy;

import org.apache.jena.geosparql.implementation.datatype.GMLDatatype;
import org.apache.jena.geosparql.implementation.datatype.GeoJSONDatatype;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.Function;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;

/**
 * A function of geometries whose arguments are in WKT and of bounded length and depth. The parser
 * of GML would load external entities, and those of WKT and GeoJSON recurse for each nested
 * geometry.
 */
final class WktFunction implements Function {
  /**
   * Maximum length of the text of a geometry, in UTF-16 code units: about 4,000 points. GeoSPARQL
   * intersects geometries in quadratic time, without a way to stop.
   */
  static final int MAX_LENGTH = 100_000;

  private final Function function;

  WktFunction(Function function) {
    this.function = function;
  }

  /** Tests whether a function parses geometries. */
  static boolean takesGeometries(String iri) {
    return iri.startsWith("http://www.opengis.net/def/function/geosparql/")
        || iri.startsWith("http://jena.apache.org/function/spatial#");
  }

  @Override
  public void build(String iri, ExprList args, Context context) {
    function.build(iri, args, context);
  }

  @Override
  public NodeValue exec(Binding binding, ExprList args, String iri, FunctionEnv env) {
    ExprList values = new ExprList();
    for (Expr arg : args) {
      NodeValue value = arg.eval(binding, env);
      requireBounded(value);
      values.add(value);
    }
    return function.exec(binding, values, iri, env);
  }

  private static void requireBounded(NodeValue value) {
    if (!value.isLiteral()) {
      return;
    }
    String datatype = value.getDatatypeURI();
    if (GMLDatatype.URI.equals(datatype) || GeoJSONDatatype.URI.equals(datatype)) {
      throw new ExprEvalException("geometries must be in WKT (geo:wktLiteral)");
    }
    String text = value.asNode().getLiteralLexicalForm();
    if (text.length() > MAX_LENGTH || NestedText.isTooDeep(text)) {
      throw new ExprEvalException("the geometry is too large");
    }
  }
}

package org.newsgraph.serve.sparql.policy;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Distinct;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_Multi;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_Shortest;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathVisitor;
import org.newsgraph.serve.http.HttpError;

/**
 * Visits the properties of triple patterns and paths. Refuses property functions that are not in
 * the library, and paths whose repetitions {@code {n,m}} multiply to long ones.
 */
final class PropertyVisitor {
  /** Maximum number of steps of a path in which each repetition is written out. */
  static final int MAX_STEPS = 1_000;

  private final FunctionLibrary library;

  PropertyVisitor(FunctionLibrary library) {
    this.library = library;
  }

  /**
   * Checks a property or a variable in its place.
   *
   * @throws HttpError with status 403 if it is a property function that is not allowed
   */
  void check(Node property) {
    if (property.isURI() && library.isForbiddenProperty(property.getURI())) {
      throw library.refusal("property function", property.getURI());
    }
  }

  /**
   * Checks all properties of a path, and its length.
   *
   * @throws HttpError with status 403 if it contains a property function that is not allowed, and
   *     400 if it is too long
   */
  void check(Path path) {
    Steps steps = new Steps();
    path.visit(steps);
    requireShort(steps.count);
  }

  private static void requireShort(long steps) {
    if (steps > MAX_STEPS) {
      throw HttpError.badRequest(
          "a path has "
              + steps
              + " steps with its repetitions {n,m}; at most "
              + MAX_STEPS
              + " are allowed");
    }
  }

  /** Counts the steps of a path. */
  private final class Steps implements PathVisitor {
    /** Number of steps of the path visited last. */
    private long count;

    private void single(P_Path0 link) {
      check(link.getNode());
      count = 1;
    }

    private void inner(P_Path1 path) {
      path.getSubPath().visit(this);
    }

    private void both(P_Path2 path) {
      path.getLeft().visit(this);
      long left = count;
      path.getRight().visit(this);
      count += left;
    }

    private void repeat(P_Path1 path, long times) {
      inner(path);
      count *= Math.max(1, times);
      requireShort(count);
    }

    @Override
    public void visit(P_Link link) {
      single(link);
    }

    @Override
    public void visit(P_ReverseLink link) {
      single(link);
    }

    @Override
    public void visit(P_NegPropSet set) {
      // Excluded properties are only compared.
      count = set.getNodes().size();
    }

    @Override
    public void visit(P_Inverse path) {
      inner(path);
    }

    @Override
    public void visit(P_Mod path) {
      repeat(path, Math.max(path.getMin(), path.getMax()));
    }

    @Override
    public void visit(P_FixedLength path) {
      repeat(path, path.getCount());
    }

    @Override
    public void visit(P_Distinct path) {
      inner(path);
    }

    @Override
    public void visit(P_Multi path) {
      throw HttpError.badRequest("MULTI is not supported in paths");
    }

    @Override
    public void visit(P_Shortest path) {
      throw HttpError.badRequest("SHORTEST is not supported in paths");
    }

    @Override
    public void visit(P_ZeroOrOne path) {
      inner(path);
    }

    @Override
    public void visit(P_ZeroOrMore1 path) {
      inner(path);
    }

    @Override
    public void visit(P_ZeroOrMoreN path) {
      inner(path);
    }

    @Override
    public void visit(P_OneOrMore1 path) {
      inner(path);
    }

    @Override
    public void visit(P_OneOrMoreN path) {
      inner(path);
    }

    @Override
    public void visit(P_Alt path) {
      both(path);
    }

    @Override
    public void visit(P_Seq path) {
      both(path);
    }
  }
}

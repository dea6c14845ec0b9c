package org.newsgraph.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of PROV-O for the origin of facts, for which Jena has no constants. */
public final class Prov {
  /** Namespace of the terms, with the prefix {@code prov:}. */
  public static final String NAMESPACE = "http://www.w3.org/ns/prov#";

  public static final Node Activity = term("Activity");
  public static final Node SoftwareAgent = term("SoftwareAgent");
  public static final Node wasGeneratedBy = term("wasGeneratedBy");
  public static final Node wasAssociatedWith = term("wasAssociatedWith");
  public static final Node endedAtTime = term("endedAtTime");
  public static final Node wasInfluencedBy = term("wasInfluencedBy");
  public static final Node wasDerivedFrom = term("wasDerivedFrom");
  public static final Node used = term("used");

  private Prov() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NAMESPACE + name);
  }
}

package org.newsgraph.export.network;

/** What the vertices of a network are. */
public enum VertexKind {
  ENTITIES,
  ARTICLES,
  BOTH
}

package org.newsgraph.export.network;

/** Kinds of vertices in a network. */
public enum VertexKind {
  ENTITIES,
  ARTICLES,
  BOTH
}

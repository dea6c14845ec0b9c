package org.newsgraph.export.network;

/** What the vertices of a network are. */
public enum Vertices {
  ENTITIES,
  ARTICLES,
  BOTH
}

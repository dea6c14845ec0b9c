package org.newsgraph.export.network;

import java.util.Locale;

/** Types of edges in a network. */
public enum EdgeType {
  /** Edge from a speaker to a topic of a statement, weighted by the number of statements. */
  SAID_ABOUT(true),
  /** Undirected edge between entities in the same article, weighted by the number of articles. */
  MENTIONED_WITH(false),
  /** Edge from a speaker to an article, weighted by the number of statements. */
  SPEAKS_IN(true),
  /** Edge from an entity to an article that mentions it, weighted by the number of mentions. */
  MENTIONED_IN(true),
  /**
   * Undirected edge between articles that mention the same entities, weighted by the number of
   * entities. Entities in more than a hundred articles are ignored.
   */
  NAMES_THE_SAME(false);

  private final boolean directed;

  EdgeType(boolean directed) {
    this.directed = directed;
  }

  /** Tests whether edges of this type are directed. */
  public boolean directed() {
    return directed;
  }

  /** Tests whether both ends of the edges are among vertices of these kinds. */
  boolean fits(VertexKind kinds) {
    return switch (this) {
      case SAID_ABOUT, MENTIONED_WITH -> kinds != VertexKind.ARTICLES;
      case SPEAKS_IN, MENTIONED_IN -> kinds == VertexKind.BOTH;
      case NAMES_THE_SAME -> kinds == VertexKind.ARTICLES;
    };
  }

  /** Returns the name in exports: {@code said about}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

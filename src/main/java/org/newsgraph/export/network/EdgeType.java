package org.newsgraph.export.network;

import java.util.Locale;

/** What ties two vertices. */
public enum EdgeType {
  /** A speaker to whom or what a statement is about; its weight counts statements. */
  SAID_ABOUT(true),
  /** Two entities that one article names, in either direction; its weight counts articles. */
  MENTIONED_WITH(false),
  /** A speaker to an article; its weight counts statements. */
  SPEAKS_IN(true),
  /** An entity to an article that names it; its weight counts mentions. */
  MENTIONED_IN(true),
  /**
   * Two articles that name the same entities, in either direction; its weight counts entities.
   * Those that more than a hundred articles name tie nothing.
   */
  NAMES_THE_SAME(false);

  private final boolean directed;

  EdgeType(boolean directed) {
    this.directed = directed;
  }

  /** Whether it leads from one to the other. */
  public boolean directed() {
    return directed;
  }

  /** Whether both its ends are among vertices of these kinds. */
  boolean fits(VertexKind kinds) {
    return switch (this) {
      case SAID_ABOUT, MENTIONED_WITH -> kinds != VertexKind.ARTICLES;
      case SPEAKS_IN, MENTIONED_IN -> kinds == VertexKind.BOTH;
      case NAMES_THE_SAME -> kinds == VertexKind.ARTICLES;
    };
  }

  /** As it is written: {@code said about}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

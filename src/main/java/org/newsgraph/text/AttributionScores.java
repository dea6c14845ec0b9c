package org.newsgraph.text;

import java.util.List;

/**
 * Probabilities of a token's role in statements: whether it is content, a cue ("said") or a source
 * ("the mayor"), and, if it is content, the type of the content and which tokens are its source and
 * its cue.
 */
public final class AttributionScores {
  /** Scores of a token outside all statements, for tokens that were not analysed by the network. */
  public static final AttributionScores NONE =
      new AttributionScores(
          new double[] {1, 0, 0, 0, 0},
          new double[] {1, 0, 0},
          new double[] {1, 0, 0},
          new double[] {0, 0, 1},
          new double[] {1, 0, 0, 0, 0},
          List.of(),
          List.of());

  private final double[] content;
  private final double[] cue;
  private final double[] source;
  private final double[] contentType;
  private final double[] inner;
  private final List<Pointer> toSource;
  private final List<Pointer> toCue;

  /**
   * A pointer from a token of a content to a token of its source or cue.
   *
   * @param begin offset of the first character of the target token, or {@link #NO_TARGET}
   * @param probability probability of this target, from 0 to 1
   */
  public record Pointer(int begin, double probability) {
    /** Target of a pointer if there is no source or no cue. */
    public static final int NO_TARGET = -1;
  }

  AttributionScores(
      double[] content,
      double[] cue,
      double[] source,
      double[] contentType,
      double[] inner,
      List<Pointer> toSource,
      List<Pointer> toCue) {
    this.content = content;
    this.cue = cue;
    this.source = source;
    this.contentType = contentType;
    this.inner = inner;
    this.toSource = List.copyOf(toSource);
    this.toCue = List.copyOf(toCue);
  }

  /** Returns the probability of a state of content, in {@link TaggingScheme#BIOES}. */
  public double content(int state) {
    return content[state];
  }

  /** Returns the probability of a state of cues, in {@link TaggingScheme#BIO}. */
  public double cue(int state) {
    return cue[state];
  }

  /** Returns the probability of a state of sources, in {@link TaggingScheme#BIO}. */
  public double source(int state) {
    return source[state];
  }

  /**
   * Returns the probability of a state of the content of an inner statement, which is reported
   * within this token's content, in {@link TaggingScheme#BIOES}. Meaningful only if this token is
   * content.
   */
  public double inner(int state) {
    return inner[state];
  }

  /**
   * Returns the probability that the content is of this type. Meaningful only if this token is
   * content.
   */
  @SuppressWarnings("EnumOrdinal") // The network was trained on the numbers of the types.
  public double contentType(ContentType type) {
    return contentType[type.ordinal()];
  }

  /** Returns the most probable sources of this token as content, the most probable first. */
  public List<Pointer> toSource() {
    return toSource;
  }

  /** Returns the most probable cues of this token as content, the most probable first. */
  public List<Pointer> toCue() {
    return toCue;
  }
}

package org.newsgraph.text;

import java.util.List;

/**
 * What part a word has in statements, each as a probability: whether it is content, a cue ("said")
 * or a source ("the mayor"), and, if it is content, of which type it is and which words are its
 * source and its cue.
 */
public final class AttributionScores {
  /** Nothing: for words that no reader has seen. */
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
   * Where a word points to.
   *
   * @param begin offset of the first character of the word pointed to, or {@link #NOWHERE}
   * @param probability from 0 to 1
   */
  public record Pointer(int begin, double probability) {
    /** The target where there is no source or no cue. */
    public static final int NOWHERE = -1;
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

  /** In {@link TaggingScheme#BIOES}: outside, begin, inside, end, single. */
  public double content(int state) {
    return content[state];
  }

  /** In {@link TaggingScheme#BIO}: outside, begin, inside. */
  public double cue(int state) {
    return cue[state];
  }

  /** In {@link TaggingScheme#BIO}: outside, begin, inside. */
  public double source(int state) {
    return source[state];
  }

  /**
   * If this word is content: its part in a statement that is reported within the content, in {@link
   * TaggingScheme#BIOES}.
   */
  public double inner(int state) {
    return inner[state];
  }

  /** If this word is content: the probability that the content is of this type. */
  @SuppressWarnings("EnumOrdinal") // The network was trained on the numbers of the types.
  public double contentType(ContentType type) {
    return contentType[type.ordinal()];
  }

  /** The likeliest sources of this word as content, the likeliest first. */
  public List<Pointer> toSource() {
    return toSource;
  }

  /** The likeliest cues of this word as content, the likeliest first. */
  public List<Pointer> toCue() {
    return toCue;
  }
}

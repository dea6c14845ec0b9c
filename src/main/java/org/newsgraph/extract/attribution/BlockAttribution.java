package org.newsgraph.extract.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.PartOfSpeech;

/**
 * Finds the attribution of text that is quoted by its layout. It binds: no vote of the network
 * overrules it.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>Q — Ann Roe (@annroe) May 7, 2024</td><td>source in the line of a post</td></tr>
 * <tr><td>Q ¶ — Ann Roe</td><td>source in the signature</td></tr>
 * <tr><td>Ann Roe wrote on Facebook: ¶ Q</td><td>cue and source in the introduction</td></tr>
 * </table>
 */
final class BlockAttribution {
  /** Probability of a source that the layout gives. */
  private static final double CERTAIN = 0.95;

  private final DocumentTokens tokens;
  private final List<TokenRange> cues;
  private final List<TokenRange> sources;

  BlockAttribution(DocumentTokens tokens, List<TokenRange> cues, List<TokenRange> sources) {
    this.tokens = tokens;
    this.cues = cues;
    this.sources = sources;
  }

  /** Returns a content with its attribution, if the content is a block with an attribution. */
  Optional<ContentLink> of(TokenRange content) {
    return blockAt(content)
        .flatMap(
            block ->
                block.signature().isPresent()
                    ? signed(content, block.signature().get())
                    : introduced(content));
  }

  /** Tests whether a content is text that is quoted by its layout. */
  boolean isBlock(TokenRange content) {
    return blockAt(content).isPresent();
  }

  /** Tests whether a line below or above the content names its author. */
  boolean isSigned(TokenRange content) {
    return blockAt(content).filter(it -> it.signature().isPresent()).isPresent();
  }

  private Optional<QuotedBlock> blockAt(TokenRange content) {
    int begin = tokens.word(content.first()).token().span().begin();
    return tokens.blocks().stream().filter(it -> it.span().contains(begin)).findFirst();
  }

  private Optional<ContentLink> signed(TokenRange content, QuotedBlock.Signature signature) {
    TokenRange name = tokens.range(signature.name());
    return name.length() > 0
        ? Optional.of(
            new ContentLink(content, Optional.empty(), Optional.of(new Choice(name, CERTAIN))))
        : Optional.empty();
  }

  private Optional<ContentLink> introduced(TokenRange content) {
    Optional<TokenRange> cue = cueBefore(content.first());
    return cue.flatMap(this::sourceAt)
        .map(
            source ->
                new ContentLink(
                    content,
                    cue.map(it -> new Choice(it, CERTAIN)),
                    Optional.of(new Choice(source, CERTAIN))));
  }

  /** Returns the last cue in the paragraph before a word. */
  private Optional<TokenRange> cueBefore(int first) {
    Optional<TokenRange> marked =
        cues.stream()
            .filter(it -> isIntroduction(it.first(), first))
            .max(Comparator.comparing(TokenRange::first));
    return marked.or(
        () ->
            IntStream.range(0, first)
                .filter(
                    at -> isIntroduction(at, first) && StatedAttribution.isSpeechVerb(tokens, at))
                .mapToObj(at -> new TokenRange(at, at))
                .reduce((before, after) -> after));
  }

  /** Tests whether a word is an unquoted one of the paragraph before a block. */
  private boolean isIntroduction(int at, int first) {
    return at < first
        && tokens.word(at).isUnquoted()
        && tokens.word(at).paragraph() == tokens.word(first - 1).paragraph();
  }

  /** Returns the source directly before a cue, otherwise the one directly after it. */
  private Optional<TokenRange> sourceAt(TokenRange cue) {
    int last = cue.first() - 1;
    while (last > 0 && tokens.word(last).token().pos() == PartOfSpeech.ADVERB) {
      last--;
    }
    int before = last;
    return sources.stream()
        .filter(it -> it.last() == before && isIntroduction(it.first(), cue.last() + 1))
        .findFirst()
        .or(() -> sources.stream().filter(it -> it.first() == cue.last() + 1).findFirst());
  }

  /**
   * Tests whether a content only continues a block in the network's view: it is in the paragraph
   * after the block, and its attribution is that of the block.
   */
  boolean isAfterBlock(ContentLink link) {
    int first = link.content().first();
    if (!tokens.word(first).isUnquoted()) {
      return false;
    }
    int attribution =
        link.cue().or(link::source).map(it -> it.phrase().first()).orElse(Integer.MAX_VALUE);
    return tokens.blocks().stream()
        .map(
            block ->
                block.signature().map(it -> block.span().union(it.line())).orElse(block.span()))
        .map(tokens::range)
        .anyMatch(
            block ->
                tokens.word(block.last()).paragraph() + 1 == tokens.word(first).paragraph()
                    && attribution <= block.last());
  }
}

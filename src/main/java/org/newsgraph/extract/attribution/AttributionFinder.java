package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.newsgraph.article.Span;
import org.newsgraph.extract.ConfidenceCalibration;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.ReportStatus;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.extract.TokenRange;
import org.newsgraph.extract.attribution.ContentLink.Choice;
import org.newsgraph.text.AttributionScores;
import org.newsgraph.text.ContentType;
import org.newsgraph.text.TaggingScheme;

/** Finds the statements and reports of an article: each content with its cue and its source. */
public final class AttributionFinder {
  /** Minimum confidence of a statement. */
  private static final double THRESHOLD = 0.1;

  /**
   * Minimum confidence of the report of a speech act. At this value, about one report in three is
   * wrong.
   */
  private static final double REPORT_THRESHOLD = 0.58;

  /** Log-likelihood of a place in a dateline to be a source. */
  private static final double IMPOSSIBLE = -1e6;

  private final DocumentTokens tokens;
  private final List<TokenRange> cues;
  private final List<TokenRange> sources;
  private final PointerVotes pointers;
  private final ContentBounds bounds;
  private final SourceFinder sourceFinder;
  private final StatedAttribution stated;
  private final BlockAttribution blocks;
  private final CrossHeading headings;
  private final ContentTypeFinder types;

  private AttributionFinder(DocumentTokens tokens) {
    this.tokens = tokens;
    this.cues = phrases(AttributionScores::cue);
    this.sources = phrases(AttributionScores::source);
    this.pointers = new PointerVotes(tokens);
    this.bounds = new ContentBounds(tokens, cues);
    this.sourceFinder = new SourceFinder(tokens, sources);
    this.stated = new StatedAttribution(tokens, cues, sources);
    this.blocks = new BlockAttribution(tokens, cues, sources);
    this.headings = new CrossHeading(tokens);
    this.types = new ContentTypeFinder(tokens, blocks, headings);
  }

  private List<TokenRange> phrases(ToDoubleBiFunction<AttributionScores, Integer> marking) {
    double[][] likelihoods = new double[tokens.size()][TaggingScheme.INSIDE + 1];
    for (int at = 0; at < tokens.size(); at++) {
      AttributionScores scores = tokens.word(at).token().scores();
      for (int state = 0; state <= TaggingScheme.INSIDE; state++) {
        boolean excluded = state != TaggingScheme.OUTSIDE && tokens.isInDateline(at);
        likelihoods[at][state] =
            excluded ? IMPOSSIBLE : Math.log(marking.applyAsDouble(scores, state) + 1e-6);
      }
    }
    return TokenRange.of(TaggingScheme.BIO.decode(likelihoods));
  }

  /** Returns the attributions of an article, in reading order. */
  public static List<Attribution> find(DocumentTokens tokens) {
    List<Attribution> found = new AttributionFinder(tokens).find();
    return LetterAttributions.addTo(TurnAttributions.addTo(found, tokens), tokens);
  }

  private List<Attribution> find() {
    List<ContentLink> links =
        ContentFinder.find(tokens).stream()
            .flatMap(bounds::split)
            .map(content -> bounds.beforeOwnSource(content, sources))
            .map(this::link)
            .filter(it -> !blocks.isAfterBlock(it))
            .flatMap(it -> headings.attribute(it).stream())
            .toList();
    InnerStatementFinder inner = new InnerStatementFinder(tokens, cues, sources);
    List<Optional<Attribution>> found = new ArrayList<>();
    for (List<ContentLink> parts : new PartJoiner(tokens).join(links)) {
      found.add(withStatus(statement(parts), parts, links));
      for (ContentLink outer : parts) {
        inner.findIn(outer).stream()
            .filter(it -> !types.isAnsweredQuestion(it))
            .forEach(link -> found.add(withStatus(inner(link), List.of(link), List.of(link))));
      }
    }
    return found.stream()
        .flatMap(Optional::stream)
        .filter(AttributionFinder::isConfident)
        .sorted(Comparator.comparing(Attribution::span))
        .toList();
  }

  private ContentLink link(TokenRange range) {
    Optional<ContentLink> quoted = blocks.of(range);
    if (quoted.isPresent()) {
      return quoted.get();
    }
    Optional<StatedAttribution.Stated> own = stated.of(range);
    if (own.isPresent()) {
      return new ContentLink(range, own.map(it -> it.cue()), own.map(it -> it.source()));
    }
    Optional<Choice> cue = pointers.choose(range, cues, AttributionScores::toCue, Map.of());
    TokenRange content = bounds.withinParentheses(bounds.beforeNext(range, cue));
    return new ContentLink(content, cue, sourceFinder.of(content, cue));
  }

  private static boolean isConfident(Attribution found) {
    return found.confidence()
        >= (found.type() == ContentType.REPORT ? REPORT_THRESHOLD : THRESHOLD);
  }

  /**
   * Returns an attribution with its status; empty if it is not a statement or report that somebody
   * made. A cue that several statements share governs each of them in its sentence.
   *
   * @param parts parts of the statement
   * @param links all contents with their cues, as found
   */
  private Optional<Attribution> withStatus(
      Attribution found, List<ContentLink> parts, List<ContentLink> links) {
    TokenRange content = parts.get(0).content();
    Optional<Span> shared =
        links.stream()
            .filter(it -> it.content().equals(content))
            .flatMap(it -> it.cue().stream())
            .map(Choice::phrase)
            .filter(it -> sentence(it.first()) == sentence(content.first()))
            .map(bounds::trimmed)
            .findFirst();
    ReportStatusFinder.Found status =
        ReportStatusFinder.of(tokens, found.withCue(found.cue().or(() -> shared)));
    return Optional.of(found.with(status.speaker(), status.status()))
        .filter(it -> isStatedBySomeone(it, found.source().isPresent(), status.verb()));
  }

  private int sentence(int at) {
    return tokens.word(at).sentence();
  }

  /**
   * Tests whether an attribution is a statement or report that somebody made. A direct quotation is
   * one even without a source.
   *
   * @param sourced whether the attribution has a source, be it the speaker or the hearer
   * @param verb main verb of the cue
   */
  private boolean isStatedBySomeone(Attribution statement, boolean sourced, String verb) {
    boolean attributed =
        sourced
            && statement
                .cue()
                .map(cue -> speechWords(statement.status(), cue, verb))
                .filter(NonSpeechCues::isNonSpeech)
                .isEmpty();
    return switch (statement.type()) {
      case REPORT -> attributed && statement.cue().isPresent() && statement.source().isPresent();
      case STATEMENT ->
          attributed || StatementKinds.of(tokens, statement.parts()) == StatementKind.DIRECT;
      case NEITHER -> false;
    };
  }

  /** Returns the words of a cue that must be for speech: not "declined" in "declined to say". */
  private String speechWords(ReportStatus status, Span cue, String verb) {
    return switch (status) {
      case SAID, HEARSAY -> tokens.text().substring(cue);
      case NOT_SAID, TO_BE_SAID -> verb;
      case ASKED -> "";
    };
  }

  private Attribution statement(List<ContentLink> links) {
    ContentLink first = links.get(0);
    Optional<Choice> source =
        links.stream()
            .flatMap(link -> link.source().stream())
            .max(Comparator.comparing(Choice::probability));
    double sureness =
        links.stream().mapToDouble(link -> likelihood(link.content())).average().orElse(0)
            * source.map(Choice::probability).orElse(0.5);
    List<Span> parts = links.stream().map(link -> bounds.trimmed(link.content())).toList();
    StatementKind kind = StatementKinds.of(tokens, parts);
    ContentType type = types.of(links, kind);
    return new Attribution(
        parts,
        type,
        first.cue().map(cue -> bounds.trimmed(cue.phrase())),
        source.map(choice -> bounds.trimmed(completed(choice, first))),
        type == ContentType.REPORT
            ? ConfidenceCalibration.ofReport(sureness)
            : ConfidenceCalibration.calibrate(sureness, kind));
  }

  /** Returns the noun phrase of a source; the line that names the author of a block bounds it. */
  private TokenRange completed(Choice source, ContentLink link) {
    return blocks.isSigned(link.content())
        ? source.phrase()
        : sourceFinder.complete(source.phrase());
  }

  private Attribution inner(ContentLink link) {
    Span content = bounds.trimmed(link.content());
    StatementKind kind = StatementKinds.of(tokens, List.of(content));
    return new Attribution(
        List.of(content),
        ContentType.STATEMENT,
        link.cue().map(cue -> bounds.trimmed(cue.phrase())),
        link.source().map(choice -> bounds.trimmed(sourceFinder.complete(choice.phrase()))),
        ConfidenceCalibration.calibrate(link.source().map(Choice::probability).orElse(0.0), kind));
  }

  /** Returns the average probability of the words in a range to be content. */
  private double likelihood(TokenRange range) {
    if (types.isStatedByLayout(range)) {
      return 1;
    }
    double sum = 0;
    for (int at = range.first(); at <= range.last(); at++) {
      sum += 1 - tokens.word(at).token().scores().content(TaggingScheme.OUTSIDE);
    }
    return sum / range.length();
  }
}

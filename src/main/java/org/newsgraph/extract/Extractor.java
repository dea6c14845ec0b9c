package org.newsgraph.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.attribution.Attribution;
import org.newsgraph.extract.attribution.AttributionFinder;
import org.newsgraph.extract.attribution.CitableText;
import org.newsgraph.extract.attribution.StatementContext;
import org.newsgraph.extract.attribution.StatementKinds;
import org.newsgraph.extract.coref.AboutFinder;
import org.newsgraph.extract.coref.Genders;
import org.newsgraph.extract.coref.SpeakerResolver;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;
import org.newsgraph.extract.entity.EntityResolver;
import org.newsgraph.extract.name.NameFinder;
import org.newsgraph.extract.role.RelationFinder;
import org.newsgraph.extract.role.RoleFinder;
import org.newsgraph.extract.time.StatementTimeFinder;
import org.newsgraph.io.IsoDay;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.ContentType;

/** Finds the names in an article, and who said what. It runs all steps of this package. */
public final class Extractor {
  private Extractor() {}

  /**
   * Extracts the facts of an article. The result depends on this text alone, not on other articles.
   */
  public static Extraction extract(AnalysedText analysed) {
    Text text = analysed.article().text();
    DocumentTokens tokens = new DocumentTokens(analysed);
    List<Mention> mentions =
        EntityResolver.resolve(text, analysed.article().metadata(), NameFinder.find(analysed));
    MentionIndex words = new MentionIndex(tokens, mentions);
    Genders genders = new Genders(tokens, mentions);
    UnambiguousPronounResolver referents = new UnambiguousPronounResolver(words, genders);
    List<Role> roles = RoleFinder.find(words, referents);
    List<Relation> relations = RelationFinder.find(words, referents);
    SpeakerResolver speakers =
        new SpeakerResolver(tokens, mentions, rolesAndTies(roles, relations), genders);
    AboutFinder about = new AboutFinder(tokens, mentions, genders);
    List<Attribution> attributions = AttributionFinder.find(tokens);
    Map<Attribution, StatementTime> times =
        StatementTimeFinder.find(tokens, attributions, referenceDay(analysed.article()));
    List<Statement> statements = new ArrayList<>();
    List<SpeechActReport> reports = new ArrayList<>();
    for (Attribution found : attributions) {
      if (found.type() == ContentType.REPORT) {
        reports.add(report(found, tokens, speakers, about));
      } else {
        Optional<StatementTime> time = Optional.ofNullable(times.get(found));
        statements.add(statement(found, tokens, speakers, about, time));
      }
    }
    return new Extraction(analysed.article(), mentions, statements, reports, roles, relations);
  }

  /**
   * Returns the roles together with the family ties as roles, so that "her husband said" can be
   * resolved.
   */
  private static List<Role> rolesAndTies(List<Role> roles, List<Relation> relations) {
    Stream<Role> kin =
        relations.stream()
            .filter(Relation.FamilyTie.class::isInstance)
            .map(Relation.FamilyTie.class::cast)
            .map(tie -> tie.asRole());
    return Stream.concat(roles.stream(), kin).sorted(Comparator.comparing(Role::span)).toList();
  }

  /** Returns the day of publication; empty if it is unknown or only a month or year. */
  private static Optional<LocalDate> referenceDay(Article article) {
    return article.metadata().published().filter(IsoDay::isDay).flatMap(IsoDay::parse);
  }

  private static Statement statement(
      Attribution found,
      DocumentTokens tokens,
      SpeakerResolver speakers,
      AboutFinder about,
      Optional<StatementTime> time) {
    Optional<Speaker> speaker = found.source().map(speakers::resolve);
    StatementKind kind = StatementKinds.of(tokens, found.parts());
    CitableText citable = new CitableText(tokens);
    return new Statement(
        found.span(),
        found.parts(),
        citable.content(found.parts()),
        kind,
        found.cue().map(span -> new Statement.Cue(span, tokens.textOf(span))),
        speaker,
        about.of(found.parts(), speaker),
        found.confidence(),
        found.status(),
        citable.quoted(found.parts(), kind),
        time,
        StatementContext.of(tokens, found));
  }

  private static SpeechActReport report(
      Attribution found, DocumentTokens tokens, SpeakerResolver speakers, AboutFinder about) {
    Span topic = found.parts().get(0);
    Span cue = found.cue().orElseThrow();
    Speaker speaker = speakers.resolve(found.source().orElseThrow());
    return new SpeechActReport(
        topic,
        tokens.textOf(topic),
        new Statement.Cue(cue, tokens.textOf(cue)),
        speaker,
        about.of(List.of(topic), Optional.of(speaker)),
        found.confidence(),
        found.status());
  }
}

package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.attribution.Attribution;
import org.newsgraph.extract.attribution.AttributionFinder;
import org.newsgraph.extract.attribution.StatementKinds;
import org.newsgraph.extract.coref.AboutFinder;
import org.newsgraph.extract.coref.Genders;
import org.newsgraph.extract.coref.SpeakerResolver;
import org.newsgraph.extract.coref.UnambiguousPronounResolver;
import org.newsgraph.extract.entity.EntityResolver;
import org.newsgraph.extract.name.NameFinder;
import org.newsgraph.extract.role.RelationFinder;
import org.newsgraph.extract.role.RoleFinder;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.ContentType;

/** Finds the names in an article, and who said what. It runs all steps of this package. */
public final class Extractor {
  private static final Pattern CLOSED = Pattern.compile("[\"'`”’»“‘«]$");
  private static final Pattern OPENED = Pattern.compile("^[\"'`“‘«„‚»]");

  private Extractor() {}

  /**
   * Extracts the facts of an article. The result depends on this text alone, not on other articles.
   */
  public static Extraction extract(AnalysedText analysed) {
    Text text = analysed.article().text();
    DocumentTokens tokens = new DocumentTokens(analysed);
    List<Mention> mentions = EntityResolver.resolve(text, NameFinder.find(analysed));
    MentionIndex words = new MentionIndex(tokens, mentions);
    Genders genders = new Genders(tokens, mentions);
    UnambiguousPronounResolver referents = new UnambiguousPronounResolver(words, genders);
    List<Role> roles = RoleFinder.find(words, referents);
    List<Relation> relations = RelationFinder.find(words, referents);
    SpeakerResolver speakers =
        new SpeakerResolver(tokens, mentions, rolesAndTies(roles, relations), genders);
    AboutFinder about = new AboutFinder(tokens, mentions, genders);
    List<Statement> statements = new ArrayList<>();
    List<SpeechActReport> reports = new ArrayList<>();
    for (Attribution found : AttributionFinder.find(tokens)) {
      if (found.type() == ContentType.REPORT) {
        reports.add(report(found, tokens, speakers, about));
      } else {
        statements.add(statement(found, tokens, speakers, about));
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

  private static Statement statement(
      Attribution found, DocumentTokens tokens, SpeakerResolver speakers, AboutFinder about) {
    Optional<Speaker> speaker = found.source().map(speakers::resolve);
    return new Statement(
        found.span(),
        found.parts(),
        content(found.parts().stream().map(tokens::textOf).toList()),
        StatementKinds.of(tokens, found.parts()),
        found.cue().map(span -> new Statement.Cue(span, tokens.textOf(span))),
        speaker,
        about.of(found.parts(), speaker),
        found.confidence(),
        found.status());
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

  /**
   * Joins the parts of a content, by a space between quotation marks and by "…" otherwise: "“It is
   * over,” “for now.”", but "he would … be back".
   */
  private static String content(List<String> parts) {
    StringBuilder content = new StringBuilder(parts.get(0));
    for (String part : parts.subList(1, parts.size())) {
      boolean marked = CLOSED.matcher(content).find() && OPENED.matcher(part).find();
      content.append(marked ? " " : " … ").append(part);
    }
    return content.toString();
  }
}

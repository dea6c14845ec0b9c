package org.newsgraph.extract.coref;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Source;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.Gold;
import org.newsgraph.evaluate.GoldReader;
import org.newsgraph.evaluate.SpeakerNames;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.MentionIndex;
import org.newsgraph.extract.Relation;
import org.newsgraph.extract.Role;
import org.newsgraph.extract.attribution.Attribution;
import org.newsgraph.extract.attribution.AttributionFinder;
import org.newsgraph.extract.entity.EntityResolver;
import org.newsgraph.extract.name.NameFinder;
import org.newsgraph.extract.role.RelationFinder;
import org.newsgraph.extract.role.RoleFinder;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.Analyser;

/**
 * Prints the candidates for each source without a name in annotated articles, with their features,
 * and whether they are right, for {@code training/speakers.py}: {@code SpeakerRows GOLD.jsonl...}
 */
final class SpeakerRows {
  private SpeakerRows() {}

  public static void main(String[] arguments) throws IOException {
    Analyser analyser = new Analyser();
    for (String argument : arguments) {
      for (Gold gold : GoldReader.read(Source.of(Path.of(argument)))) {
        print(gold, analyser.analyse(gold.article()));
      }
    }
  }

  private static void print(Gold gold, AnalysedText analysed) {
    DocumentTokens tokens = new DocumentTokens(analysed);
    List<Mention> mentions =
        EntityResolver.resolve(analysed.article().text(), NameFinder.find(analysed));
    MentionIndex words = new MentionIndex(tokens, mentions);
    Genders genders = new Genders(tokens, mentions);
    UnambiguousPronounResolver referents = new UnambiguousPronounResolver(words, genders);
    List<Role> roles = new ArrayList<>(RoleFinder.find(words, referents));
    RelationFinder.find(words, referents).stream()
        .filter(Relation.FamilyTie.class::isInstance)
        .map(it -> ((Relation.FamilyTie) it).asRole())
        .forEach(roles::add);
    roles.sort(Comparator.comparing(Role::span));
    SpeakerResolver speakers =
        new SpeakerResolver(
            tokens,
            mentions,
            roles,
            genders,
            (source, candidates) -> print(gold, source, candidates));
    for (Attribution found : AttributionFinder.find(tokens)) {
      found.source().ifPresent(speakers::resolve);
    }
  }

  private static void print(
      Gold gold, PersonSource source, Map<SpeakerCandidate, Evidence> candidates) {
    Optional<String> expected = name(gold, source.span());
    if (expected.isEmpty()) {
      return;
    }
    candidates.forEach(
        (candidate, evidence) -> {
          String name = candidate.toSpeaker(source.span(), source.words()).name();
          boolean right = SpeakerNames.matches(name, expected.get());
          StringBuilder row = new StringBuilder(gold.id());
          row.append('\t').append(source.span().begin()).append('\t').append(source.kind());
          row.append('\t').append(candidate.getClass().getSimpleName());
          row.append('\t').append(name.replaceAll("\\s", " ")).append('\t').append(expected.get());
          row.append('\t').append(right ? 1 : 0);
          evidence.values().forEach((f, v) -> row.append('\t').append(f).append('=').append(v));
          System.out.println(row);
        });
  }

  private static Optional<String> name(Gold gold, Span source) {
    return gold.statements().stream()
        .flatMap(it -> it.speaker().stream())
        .filter(it -> it.span().overlaps(source))
        .flatMap(it -> it.name().stream())
        .findFirst();
  }
}

package org.newsgraph.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsgraph.article.Article;
import org.newsgraph.article.Span;
import org.newsgraph.evaluate.Gold.GoldMention;
import org.newsgraph.evaluate.Gold.GoldStatement;
import org.newsgraph.evaluate.Gold.Question;
import org.newsgraph.evaluate.Mistake.MistakeType;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Statement;
import org.newsgraph.link.LinkedExtraction;

/** A list of all differences between extractions and the gold data, for manual analysis. */
public final class Mistakes {
  private final Map<MistakeType, List<Mistake>> found = new EnumMap<>(MistakeType.class);

  private Mistakes() {}

  /**
   * Compares extractions with the gold data, with the exceptions of {@link Scores#of}.
   *
   * @return mistakes of each type, in the order of the gold data
   */
  public static Map<MistakeType, List<Mistake>> of(
      List<Gold> gold, Collection<LinkedExtraction> extractions) {
    Mistakes mistakes = new Mistakes();
    List<EvaluatedArticle> pairs = Scores.pairs(gold, extractions);
    Scores.judging(pairs, Question.STATEMENTS).stream()
        .filter(pair -> gold.stream().anyMatch(it -> !it.statements().isEmpty()))
        .forEach(mistakes::statements);
    Scores.judging(pairs, Question.ENTITIES).stream()
        .filter(pair -> gold.stream().anyMatch(it -> !it.entities().isEmpty()))
        .forEach(mistakes::names);
    return mistakes.found;
  }

  private void add(MistakeType sort, Article article, List<Span> parts, String note) {
    found
        .computeIfAbsent(sort, first -> new ArrayList<>())
        .add(Mistake.at(sort, article, parts, note));
  }

  private void statements(EvaluatedArticle pair) {
    Article article = pair.gold().article();
    WordOffsets words = new WordOffsets(article.text());
    List<GoldStatement> expected = pair.gold().required();
    List<BitSet> optional =
        pair.gold().optional().stream().map(gold -> words.in(gold.parts())).toList();
    List<Statement> statements = pair.found().statements();
    List<BitSet> expectedWords = expected.stream().map(gold -> words.in(gold.parts())).toList();
    List<BitSet> foundWords =
        statements.stream().map(statement -> words.in(statement.parts())).toList();
    Matching matching = Matching.of(expectedWords, foundWords);
    BitSet used = new BitSet();
    for (int i = 0; i < expected.size(); i++) {
      GoldStatement gold = expected.get(i);
      Optional<Integer> match = matching.foundFor(i);
      if (match.isPresent()) {
        used.set(match.get());
        speaker(article, words, gold, statements.get(match.get()));
        continue;
      }
      int overlapping = overlapping(expectedWords.get(i), foundWords, used);
      if (overlapping < 0) {
        add(
            MistakeType.MISSED_STATEMENT,
            article,
            gold.parts(),
            "speaker: " + speakerText(article, gold));
      } else {
        used.set(overlapping);
        String instead = "found: " + statements.get(overlapping).content();
        add(MistakeType.OTHER_WORDS, article, gold.parts(), instead);
      }
    }
    for (int i = 0; i < statements.size(); i++) {
      boolean wrong =
          !used.get(i)
              && !matching.isUsed(i)
              && !StatementScorer.matchesOptional(foundWords.get(i), optional);
      if (wrong) {
        Statement statement = statements.get(i);
        add(
            MistakeType.WRONG_STATEMENT,
            article,
            statement.parts(),
            "found speaker: " + speakerText(statement));
      }
    }
  }

  private static int overlapping(BitSet expected, List<BitSet> found, BitSet used) {
    for (int i = 0; i < found.size(); i++) {
      if (!used.get(i) && found.get(i).intersects(expected)) {
        return i;
      }
    }
    return -1;
  }

  private void speaker(Article article, WordOffsets words, GoldStatement gold, Statement found) {
    if (gold.speaker().isPresent()
        && found
            .speaker()
            .filter(it -> words.shareWord(it.span(), gold.speaker().get().span()))
            .isEmpty()) {
      String note = "speaker: " + speakerText(article, gold) + ", found: " + speakerText(found);
      add(MistakeType.WRONG_SPEAKER, article, gold.parts(), note);
    }
  }

  private static String speakerText(Article article, GoldStatement gold) {
    return gold.speaker().map(speaker -> article.text().substring(speaker.span())).orElse("none");
  }

  private static String speakerText(Statement statement) {
    return statement.speaker().map(it -> it.text()).orElse("none");
  }

  private void names(EvaluatedArticle pair) {
    Gold gold = pair.gold();
    List<GoldMention> expected =
        gold.entities().stream().filter(it -> gold.covers(it.span())).toList();
    List<Mention> mentions =
        pair.found().mentions().stream()
            .filter(it -> it.type() != EntityType.OTHER && gold.covers(it.span()))
            .toList();
    for (GoldMention mention : expected) {
      if (mention.isScored() && !mention.optional()) {
        name(gold.article(), mention, mentions);
      }
    }
    for (Mention mention : mentions) {
      if (expected.stream().noneMatch(it -> it.span().overlaps(mention.span()))) {
        String note = "found: " + type(mention.type());
        add(MistakeType.WRONG_NAME, gold.article(), List.of(mention.span()), note);
      }
    }
  }

  private void name(Article article, GoldMention mention, List<Mention> mentions) {
    List<Mention> overlapping =
        mentions.stream().filter(it -> it.span().overlaps(mention.span())).toList();
    String expected = mention.type().map(Mistakes::type).orElse("name");
    if (overlapping.isEmpty()) {
      add(MistakeType.MISSED_NAME, article, List.of(mention.span()), expected);
      return;
    }
    Mention first = overlapping.get(0);
    String note = expected + ", found: " + first.text() + ", " + type(first.type());
    if (!first.span().equals(mention.span())) {
      add(MistakeType.OTHER_BOUNDS, article, List.of(mention.span()), note);
    } else if (mention.type().filter(first.type()::equals).isEmpty()) {
      add(MistakeType.OTHER_TYPE, article, List.of(mention.span()), note);
    }
  }

  private static String type(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}

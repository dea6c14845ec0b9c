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

/** Every place where an extraction differs from the gold, for a person to read. */
public final class Mistakes {
  private final Map<MistakeType, List<Mistake>> found = new EnumMap<>(MistakeType.class);

  private Mistakes() {}

  /**
   * Compares as {@link Scores#of} does, with the same exceptions.
   *
   * @return what was found of each sort, in the order of the gold
   */
  public static Map<MistakeType, List<Mistake>> of(
      List<Gold> gold, Collection<LinkedExtraction> extractions) {
    Mistakes mistakes = new Mistakes();
    List<EvaluatedArticle> pairs = Scores.pairs(gold, extractions);
    Scores.fit(pairs, Question.STATEMENTS).stream()
        .filter(pair -> gold.stream().anyMatch(it -> !it.statements().isEmpty()))
        .forEach(mistakes::statements);
    Scores.fit(pairs, Question.ENTITIES).stream()
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
    List<GoldStatement> wanted = pair.gold().required();
    List<BitSet> optional =
        pair.gold().optional().stream().map(said -> words.in(said.parts())).toList();
    List<Statement> statements = pair.found().statements();
    List<BitSet> wantedWords = wanted.stream().map(said -> words.in(said.parts())).toList();
    List<BitSet> foundWords =
        statements.stream().map(statement -> words.in(statement.parts())).toList();
    Matching matching = Matching.of(wantedWords, foundWords);
    BitSet used = new BitSet();
    for (int i = 0; i < wanted.size(); i++) {
      GoldStatement said = wanted.get(i);
      Optional<Integer> match = matching.foundFor(i);
      if (match.isPresent()) {
        used.set(match.get());
        speaker(article, words, said, statements.get(match.get()));
        continue;
      }
      int near = overlapping(wantedWords.get(i), foundWords, used);
      if (near < 0) {
        add(MistakeType.MISSED_STATEMENT, article, said.parts(), "said by " + who(article, said));
      } else {
        used.set(near);
        String instead = "found: " + statements.get(near).content();
        add(MistakeType.OTHER_WORDS, article, said.parts(), instead);
      }
    }
    for (int i = 0; i < statements.size(); i++) {
      boolean wrong =
          !used.get(i)
              && !matching.isUsed(i)
              && !StatementScorer.isAny(foundWords.get(i), optional);
      if (wrong) {
        Statement statement = statements.get(i);
        add(MistakeType.WRONG_STATEMENT, article, statement.parts(), "given to " + who(statement));
      }
    }
  }

  private static int overlapping(BitSet wanted, List<BitSet> found, BitSet used) {
    for (int i = 0; i < found.size(); i++) {
      if (!used.get(i) && found.get(i).intersects(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private void speaker(Article article, WordOffsets words, GoldStatement said, Statement found) {
    if (said.speaker().isPresent()
        && found
            .speaker()
            .filter(it -> words.share(it.span(), said.speaker().get().span()))
            .isEmpty()) {
      String note = "said by " + who(article, said) + ", given to " + who(found);
      add(MistakeType.WRONG_SPEAKER, article, said.parts(), note);
    }
  }

  private static String who(Article article, GoldStatement said) {
    return said.speaker().map(who -> article.text().at(who.span())).orElse("nobody in particular");
  }

  private static String who(Statement statement) {
    return statement.speaker().map(it -> it.words()).orElse("nobody");
  }

  private void names(EvaluatedArticle pair) {
    Gold gold = pair.gold();
    List<GoldMention> wanted =
        gold.entities().stream().filter(it -> gold.covers(it.span())).toList();
    List<Mention> mentions =
        pair.found().mentions().stream()
            .filter(it -> it.type() != EntityType.OTHER && gold.covers(it.span()))
            .toList();
    for (GoldMention named : wanted) {
      if (named.counts() && !named.optional()) {
        name(gold.article(), named, mentions);
      }
    }
    for (Mention mention : mentions) {
      if (wanted.stream().noneMatch(it -> it.span().overlaps(mention.span()))) {
        String note = "found: " + type(mention.type());
        add(MistakeType.WRONG_NAME, gold.article(), List.of(mention.span()), note);
      }
    }
  }

  private void name(Article article, GoldMention named, List<Mention> mentions) {
    List<Mention> near = mentions.stream().filter(it -> it.span().overlaps(named.span())).toList();
    String wanted = named.type().map(Mistakes::type).orElse("a name");
    if (near.isEmpty()) {
      add(MistakeType.MISSED_NAME, article, List.of(named.span()), wanted);
      return;
    }
    Mention first = near.get(0);
    String note = wanted + ", found: " + first.text() + ", " + type(first.type());
    if (!first.span().equals(named.span())) {
      add(MistakeType.OTHER_BOUNDS, article, List.of(named.span()), note);
    } else if (named.type().filter(first.type()::equals).isEmpty()) {
      add(MistakeType.OTHER_TYPE, article, List.of(named.span()), note);
    }
  }

  private static String type(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}

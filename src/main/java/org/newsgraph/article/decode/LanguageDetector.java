package org.newsgraph.article.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;

/**
 * In which language an article is, by its own words: what a source says of it is often what its
 * system was set to. Short texts are in the language that is said.
 */
public final class LanguageDetector {
  /** The words that every English text is full of. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "that", "is", "for", "with", "said", "by", "from", "he", "his",
          "they", "this", "have", "has", "had", "are", "were", "which", "its", "would", "who");

  /** They are a fifth of a text's words; no other language comes near this. */
  private static final double LEAST_ENGLISH = 0.10;

  /** Lists of results and of names have fewer; those are not told to be another language. */
  private static final double SOME_ENGLISH = 0.03;

  /** A text that has fewer words without a capital is a list of names, which tell no language. */
  private static final double LEAST_SMALL = 0.5;

  private static final int LEAST_WORDS = 20;
  private static final String NO_LETTER = "[^\\p{L}\\p{M}'’]+";
  private static final int MOST_CHARACTERS = 3000;
  private static final double SURE = 0.1;

  private LanguageDetector() {}

  /**
   * The article with the language that its text is in, where that is not the one it is said to be.
   */
  public static Article told(Article article) {
    Metadata metadata = article.metadata();
    String start =
        article
            .text()
            .toString()
            .substring(0, Math.min(MOST_CHARACTERS, article.text().toString().length()));
    Optional<String> found = of(start);
    boolean same =
        found.isEmpty()
            || metadata.language().map(it -> primary(it).equals(found.get())).orElse(false)
            || (found.get().equals("en") && metadata.language().isEmpty());
    return same
        ? article
        : new Article(article.id(), article.text(), metadata.in(found.get()), article.place());
  }

  /** The language's code, where the text tells. */
  static Optional<String> of(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split(NO_LETTER, -1);
    boolean letters = text.codePoints().filter(Character::isLetter).count() >= 5L * LEAST_WORDS;
    if (!letters) {
      return Optional.empty();
    }
    double english = Stream.of(words).filter(ENGLISH::contains).count() / (double) words.length;
    if (english >= LEAST_ENGLISH) {
      return Optional.of("en");
    }
    if (isOfNames(text)) {
      return Optional.empty();
    }
    Language best = Model.DETECTOR.predictLanguage(text);
    String code = Model.CODES.getOrDefault(best.getLang(), best.getLang());
    boolean doubtful = english >= SOME_ENGLISH || best.getConfidence() < SURE;
    return doubtful ? Optional.empty() : Optional.of(code);
  }

  private static boolean isOfNames(String text) {
    List<String> words = Stream.of(text.split(NO_LETTER, -1)).filter(it -> !it.isEmpty()).toList();
    long small = words.stream().filter(it -> !Character.isUpperCase(it.codePointAt(0))).count();
    return small < LEAST_SMALL * words.size();
  }

  private static String primary(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    // Norwegian is written in two ways, and called by either and by both.
    return Set.of("nb", "nn").contains(language) ? "no" : language;
  }

  /** Loaded only where a text is not plainly English. */
  private static final class Model {
    static final ThreadSafeLanguageDetectorME DETECTOR = new ThreadSafeLanguageDetectorME(load());

    /** Three letters to two, as BCP 47 wants it. */
    static final Map<String, String> CODES = codes();

    private static Map<String, String> codes() {
      Map<String, String> codes =
          Stream.of(Locale.getISOLanguages())
              .collect(
                  Collectors.toMap(
                      code -> Locale.forLanguageTag(code).getISO3Language(),
                      Function.identity(),
                      (a, b) -> a));
      codes.put("nob", "no");
      codes.put("nno", "no");
      codes.put("cmn", "zh");
      return codes;
    }

    private static LanguageDetectorModel load() {
      try (InputStream in = Model.class.getResourceAsStream("/langdetect-183.bin")) {
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

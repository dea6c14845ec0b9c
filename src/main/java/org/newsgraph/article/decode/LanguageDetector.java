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
 * Detects the language of an article from its text, because the language in the metadata is often
 * just the default setting of the publisher's system. Short texts keep the language of their
 * metadata.
 */
public final class LanguageDetector {
  /** Words that are frequent in every English text. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "that", "is", "for", "with", "said", "by", "from", "he", "his",
          "they", "this", "have", "has", "had", "are", "were", "which", "its", "would", "who");

  /**
   * Minimum share of {@link #ENGLISH} among the words of an English text. These words are about a
   * fifth of an English text; no other language comes close.
   */
  private static final double MIN_ENGLISH = 0.10;

  /**
   * Share of {@link #ENGLISH} words from which a text is not classified as another language. Lists
   * of results and of names are often below the share of running English text.
   */
  private static final double POSSIBLY_ENGLISH = 0.03;

  /**
   * Minimum share of words that start in lower case. A text with fewer of them is a list of names,
   * from which no language can be detected.
   */
  private static final double MIN_LOWER_CASE = 0.5;

  private static final int MIN_WORDS = 20;
  private static final String NON_LETTERS = "[^\\p{L}\\p{M}'’]+";
  private static final int MAX_CHARACTERS = 3000;
  private static final double MIN_CONFIDENCE = 0.1;

  private LanguageDetector() {}

  /**
   * Sets the language of an article's metadata to the detected one. Returns the article unchanged
   * if no language is detected, or if the metadata agree. An article without a language counts as
   * English.
   */
  public static Article withDetectedLanguage(Article article) {
    Metadata metadata = article.metadata();
    String start =
        article
            .text()
            .toString()
            .substring(0, Math.min(MAX_CHARACTERS, article.text().toString().length()));
    Optional<String> found = detect(start);
    boolean same =
        found.isEmpty()
            || metadata.language().map(it -> primary(it).equals(found.get())).orElse(false)
            || (found.get().equals("en") && metadata.language().isEmpty());
    return same
        ? article
        : new Article(
            article.id(), article.text(), metadata.withLanguage(found.get()), article.location());
  }

  /**
   * Returns the two-letter code of the text's language, or empty if the text is too short or the
   * language is uncertain.
   */
  static Optional<String> detect(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split(NON_LETTERS, -1);
    boolean letters = text.codePoints().filter(Character::isLetter).count() >= 5L * MIN_WORDS;
    if (!letters) {
      return Optional.empty();
    }
    double english = Stream.of(words).filter(ENGLISH::contains).count() / (double) words.length;
    if (english >= MIN_ENGLISH) {
      return Optional.of("en");
    }
    if (isNameList(text)) {
      return Optional.empty();
    }
    Language best = Model.DETECTOR.predictLanguage(text);
    String code = Model.CODES.getOrDefault(best.getLang(), best.getLang());
    boolean doubtful = english >= POSSIBLY_ENGLISH || best.getConfidence() < MIN_CONFIDENCE;
    return doubtful ? Optional.empty() : Optional.of(code);
  }

  private static boolean isNameList(String text) {
    List<String> words =
        Stream.of(text.split(NON_LETTERS, -1)).filter(it -> !it.isEmpty()).toList();
    long lowerCase = words.stream().filter(it -> !Character.isUpperCase(it.codePointAt(0))).count();
    return lowerCase < MIN_LOWER_CASE * words.size();
  }

  private static String primary(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    // Norwegian has two written standards, and its tag may name either or neither.
    return Set.of("nb", "nn").contains(language) ? "no" : language;
  }

  /** The statistical language detector. Loaded only for texts that are not clearly English. */
  private static final class Model {
    static final ThreadSafeLanguageDetectorME DETECTOR = new ThreadSafeLanguageDetectorME(load());

    /** Two-letter codes by three-letter code, because BCP 47 requires the shorter one. */
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

package org.newsgraph.benchmarks;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.newsgraph.article.Article;
import org.newsgraph.article.ArticleReader;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Problems;
import org.newsgraph.article.format.FormatDetectingReader;
import org.newsgraph.article.Sources;
import org.newsgraph.extract.Extractor;
import org.newsgraph.text.Analyser;

/**
 * Measures the words per second of the complete extraction, and of the CoreNLP pipeline that
 * earlier versions used: tokens, parts of speech, lemmas, names and dependencies, without the steps
 * that followed it.
 *
 * <p>Both read the same articles in turn, pair by pair, so that changes in the machine's speed
 * affect both. The first pair is cold: right after loading, before Java has compiled any code. The
 * next pairs are warming: Java's compiler runs meanwhile. The last pairs are warm.
 */
public final class ReadingSpeed {
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** Number of pairs during which Java's compiler is still at work. */
  private static final int WARMING = 12;

  private static final String NER = "edu/stanford/nlp/models/ner/english.";

  private ReadingSpeed() {}

  /** Arguments: number of threads, number of warm pairs, and files or folders of articles. */
  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[0]);
    int pairs = Integer.parseInt(arguments[1]);
    List<Article> articles = articles(List.of(arguments).subList(2, arguments.length));
    long words =
        articles.stream().mapToLong(a -> WORD.matcher(a.text().toString()).results().count()).sum();
    System.out.printf(
        Locale.ROOT, "%d articles, %d words, %d thread(s)%n", articles.size(), words, threads);

    long begun = System.nanoTime();
    Analyser analyser = new Analyser();
    double ours = seconds(begun);
    begun = System.nanoTime();
    StanfordCoreNLP pipeline = coreNlp();
    System.out.printf(
        Locale.ROOT, "load: Newsgraph %.2f s, CoreNLP %.2f s%n", ours, seconds(begun));

    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair <= WARMING + pairs; pair++) {
      double newsgraph =
          words / time(threads, articles, it -> Extractor.extract(analyser.analyse(it)));
      double coreNlp = words / time(threads, articles, it -> annotate(pipeline, it));
      System.out.printf(
          Locale.ROOT,
          "%s: Newsgraph %.0f words/s, CoreNLP %.0f words/s, ratio %.1f%n",
          pair == 0 ? "cold" : (pair <= WARMING ? "warming " : "warm ") + pair,
          newsgraph,
          coreNlp,
          newsgraph / coreNlp);
      if (pair > WARMING) {
        ratios.add(newsgraph / coreNlp);
      }
    }
    ratios.sort(null);
    System.out.printf(
        Locale.ROOT, "median ratio, warm: %.1f%n", ratios.get(ratios.size() / 2));
  }

  private static List<Article> articles(List<String> sources) {
    Problems problems = new Problems(problem -> System.err.println(problem));
    return new Sources(System.in, problems)
        .read(sources, new FormatDetectingReader(ArticleReader.MAX_LENGTH))
        .toList();
  }

  private static double time(int threads, List<Article> articles, Consumer<Article> work)
      throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    long begun = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    articles.forEach(article -> all.add(workers.submit(() -> work.accept(article))));
    for (Future<?> one : all) {
      one.get();
    }
    double taken = seconds(begun);
    workers.shutdown();
    return taken;
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static StanfordCoreNLP coreNlp() {
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
    settings.setProperty("tokenize.options", "untokenizable=noneKeep");
    settings.setProperty("ssplit.newlineIsSentenceBreak", "never");
    settings.setProperty(
        "ner.model",
        NER + "all.3class.distsim.crf.ser.gz," + NER + "conll.4class.distsim.crf.ser.gz");
    settings.setProperty("ner.applyNumericClassifiers", "false");
    settings.setProperty("ner.applyFineGrained", "false");
    settings.setProperty("ner.useSUTime", "false");
    settings.setProperty("ner.buildEntityMentions", "false");
    return new StanfordCoreNLP(settings);
  }

  private static void annotate(StanfordCoreNLP pipeline, Article article) {
    for (Layout.Paragraph paragraph :
        Layout.of(article.text(), article.metadata().title()).paragraphs()) {
      pipeline.annotate(new Annotation(article.text().substring(paragraph.span())));
    }
  }
}

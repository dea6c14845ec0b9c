package org.newsgraph.link.wikidata;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.newsgraph.link.index.IndexedKnowledgeBase;

/**
 * Benchmark of name lookups in a knowledge base from a {@link MadeUpDump}, measured on the second
 * lookup of the same names.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/classpath) \
 *   org.newsgraph.link.wikidata.LookUpSpeed data/kb/dump 5000000
 * </pre>
 */
public final class LookUpSpeed {
  private static final int NAMES = 20_000;

  private LookUpSpeed() {}

  public static void main(String[] args) {
    int items = Integer.parseInt(args[1]);
    SplittableRandom random = new SplittableRandom(1);
    String[] names = new String[NAMES];
    Arrays.setAll(names, i -> MadeUpDump.name(random.nextInt(items)));
    try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(Path.of(args[0]))) {
      for (String pass : new String[] {"first", "second", "third"}) {
        print(pass + " time, candidates", times(names, base, false));
      }
      print("candidates, and facts of the first", times(names, base, true));
    }
  }

  private static long[] times(String[] names, IndexedKnowledgeBase base, boolean facts) {
    long[] nanos = new long[names.length];
    for (int i = 0; i < names.length; i++) {
      long started = System.nanoTime();
      var candidates = base.candidates(names[i]);
      if (facts && !candidates.isEmpty()) {
        base.facts(candidates.get(0).item());
      }
      nanos[i] = System.nanoTime() - started;
    }
    return nanos;
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.3f ms, mean %.3f ms, 99 %% under %.3f ms, the slowest %.3f ms%n",
        what,
        nanos[nanos.length / 2] / 1e6,
        Arrays.stream(nanos).average().orElse(0) / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }
}

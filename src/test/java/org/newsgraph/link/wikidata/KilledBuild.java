package org.newsgraph.link.wikidata;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.newsgraph.article.Problems;
import org.newsgraph.link.wikidata.DumpBuild.Options;
import org.newsgraph.link.wikidata.DumpBuild.Stage;

/** A process that starts a build and halts in the middle of it without cleaning up. */
final class KilledBuild {
  static final int KILLED = 137;
  static final Options OPTIONS = new Options(List.of("en"), Set.of(), 2, 1 << 20);

  private KilledBuild() {}

  public static void main(String[] args) {
    Stage last = Stage.valueOf(args[2]);
    new DumpBuild(Path.of(args[0]), Path.of(args[1]), OPTIONS, Clock.systemUTC())
        .run(
            new Problems(problem -> {}),
            (stage, items, share) -> {
              if (stage == last && share > 0.7) {
                Runtime.getRuntime().halt(KILLED);
              }
            });
  }
}

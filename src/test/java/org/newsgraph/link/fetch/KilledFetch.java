package org.newsgraph.link.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.newsgraph.link.fetch.WikidataFetch.Listener;
import org.newsgraph.link.fetch.WikidataFetch.Options;
import org.newsgraph.link.fetch.WikidataFetch.Stage;
import org.newsgraph.link.online.FakeTime;

/** A process that starts a fetch and halts in the middle of it without cleaning up. */
final class KilledFetch {
  static final int KILLED = 137;

  private KilledFetch() {}

  public static void main(String[] args) {
    Options options = new Options(URI.create(args[0]), List.of("en"), FetchedBase.TYPES, 1, false);
    new WikidataFetch(Path.of(args[1]), options, WikidataFetchTest.policy(), new FakeTime())
        .run(
            new Listener() {
              @Override
              public void estimated(FetchEstimate estimate) {}

              @Override
              public void progress(Stage stage, long items, double share) {
                if (stage == Stage.ITEMS) {
                  Runtime.getRuntime().halt(KILLED);
                }
              }
            });
  }
}

package org.newsgraph.cli;

import org.newsgraph.store.NewsStore;

/** Gives the room back that storing articles takes, not so often that it slows the work down. */
final class Compaction {
  /** Fewer articles leave the room that they took for the next work to give back. */
  private static final int AT_END = 100;

  private static final int EVERY = 1000;

  private final NewsStore store;
  private int stored;
  private int since;

  Compaction(NewsStore store) {
    this.store = store;
  }

  /** One article more was stored. */
  void step() {
    stored++;
    since++;
    // As often as it has doubled: so the work of copying stays in proportion to the build.
    if (since >= Math.max(EVERY, stored - since)) {
      store.compact();
      since = 0;
    }
  }

  /** No more articles come. */
  void end() {
    if (since >= AT_END) {
      store.compact();
    }
  }
}

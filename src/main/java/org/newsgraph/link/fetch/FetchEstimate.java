package org.newsgraph.link.fetch;

import java.time.Duration;

/**
 * Estimated size of a fetch. All numbers are upper limits, because the types of the items are not
 * known before they are found: works, events and species are found as well, but their data is not
 * requested.
 *
 * @param items number of items of all types that have enough site links
 */
public record FetchEstimate(long items) {
  private static final long ITEMS_PER_SLICE = 50_000;
  private static final long ITEMS_PER_BATCH = 500;
  private static final long SECONDS_PER_REQUEST = 3;
  private static final long BYTES_PER_ITEM = 300;

  /** Returns the number of requests. */
  public long requests() {
    return 20 + items / ITEMS_PER_SLICE + items / ITEMS_PER_BATCH;
  }

  /** Returns the time of all requests, at the usual speed of Wikidata's query service. */
  public Duration time() {
    return Duration.ofSeconds(requests() * SECONDS_PER_REQUEST);
  }

  /** Returns the size of the knowledge base, in bytes; the fetch takes as much again. */
  public long bytes() {
    return items * BYTES_PER_ITEM;
  }
}

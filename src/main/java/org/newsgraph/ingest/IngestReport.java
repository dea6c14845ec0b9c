package org.newsgraph.ingest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Result of an ingestion. Each item that was read is counted once, so that nothing is lost without
 * notice: {@link #items} is the sum of all numbers but {@code nearDuplicates}.
 *
 * @param added articles that the database did not have
 * @param changed articles that replaced another version
 * @param unchanged articles that the database had already
 * @param copies copies and earlier versions of other articles in the same input
 * @param otherLanguages articles that are not in English; they are stored but not analysed
 * @param failed articles and sources that could not be read or processed
 * @param skipped articles and sources that were left out: by a filter, or because of their format
 * @param nearDuplicates articles in the complete database that are near duplicates of others
 */
public record IngestReport(
    long added,
    long changed,
    long unchanged,
    long copies,
    long otherLanguages,
    long failed,
    long skipped,
    long nearDuplicates) {
  /** Returns the number of items read. */
  public long items() {
    return added + changed + unchanged + copies + otherLanguages + failed + skipped;
  }

  /** Returns a summary: "3 new, 1 changed, 20 unchanged, 0 failed; 2 skipped". */
  @Override
  public String toString() {
    String articles =
        added + " new, " + changed + " changed, " + unchanged + " unchanged, " + failed + " failed";
    List<String> others =
        Stream.of(
                part(copies, "copies of others in the input"),
                part(otherLanguages, "in other languages, not analysed"),
                part(skipped, "skipped"),
                part(nearDuplicates, "in the database are near duplicates of others"))
            .flatMap(it -> it)
            .collect(Collectors.toList());
    others.add(0, articles);
    return String.join("; ", others);
  }

  private static Stream<String> part(long count, String what) {
    return count == 0 ? Stream.empty() : Stream.of(count + " " + what);
  }
}

package org.newsgraph.article.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * The pages of a web archive by what a {@code revisit} record refers to: a crawler that gets the
 * same page again stores only a reference to the record that contains it.
 */
final class WarcRevisits {
  private final Map<String, Long> numbers = new HashMap<>();

  /**
   * Adds a page.
   *
   * @param number number of its record, counted from 1
   */
  void add(WarcTargetRecord page, long number) {
    Stream.concat(
            Stream.of("WARC-Payload-Digest", "WARC-Record-ID")
                .flatMap(it -> page.headers().first(it).stream()),
            captureKey(page.headers().first("WARC-Target-URI"), page.headers().first("WARC-Date"))
                .stream())
        .forEach(it -> numbers.putIfAbsent(it, number));
  }

  /** Describes where the page of a revisit is. */
  String describe(WarcRevisit revisit) {
    Optional<String> original = revisit.headers().first("WARC-Refers-To-Target-URI");
    Optional<Long> number =
        Stream.of(
                revisit.headers().first("WARC-Refers-To"),
                captureKey(original, revisit.headers().first("WARC-Refers-To-Date")),
                revisit.headers().first("WARC-Payload-Digest"))
            .flatMap(Optional::stream)
            .flatMap(it -> Stream.ofNullable(numbers.get(it)))
            .findFirst();
    return number
        .map(it -> "the same page as record " + it)
        .orElseGet(
            () ->
                "the page is in another web archive"
                    + original
                        .or(() -> Optional.ofNullable(revisit.target()))
                        .map(it -> " (" + it + ")")
                        .orElse(""));
  }

  private static Optional<String> captureKey(Optional<String> uri, Optional<String> date) {
    return uri.flatMap(address -> date.map(it -> address + " " + it));
  }
}

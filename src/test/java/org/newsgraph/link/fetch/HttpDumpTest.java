package org.newsgraph.link.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Problems;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.index.KnowledgeBaseInfo;
import org.newsgraph.link.online.FakeTime;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.wikidata.DumpBuild;
import org.newsgraph.link.wikidata.DumpBuild.Options;
import org.newsgraph.link.wikidata.DumpBuild.Stage;
import org.newsgraph.link.wikidata.MadeUpDump;

final class HttpDumpTest {
  private static final Options OPTIONS = new Options(List.of("en"), Set.of(), 2, 1 << 19);
  private static final int ITEMS = 1300;
  private static final byte[] PLAIN = new MadeUpDump(ITEMS).json();

  @TempDir private Path folder;

  private final FakeTime time = new FakeTime();
  private final List<String> problems = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"plain", "gzip", "bzip2"})
  void a_dump_on_a_server_is_read_like_a_file_although_the_connection_breaks(String packing)
      throws IOException {
    byte[] dump = packed(packing);
    try (DumpServer server = new DumpServer(dump)) {
      server.breakAfter(dump.length / 7);
      KnowledgeBaseInfo built = build(server).description();
      assertThat(built.source()).isEqualTo("all.json");
      assertThat(built.items()).isEqualTo(expected().items());
      assertThat(built.names()).isEqualTo(expected().names());
      try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(folder.resolve("kb"))) {
        assertThat(base.candidates(MadeUpDump.name(ITEMS - 1))).isNotNull();
      }
      // A client may lose what a broken connection had delivered, so an offset may come again.
      assertThat(server.offsets()).hasSizeGreaterThan(7).startsWith(0L).isSorted();
      assertThat(Set.copyOf(server.offsets())).hasSizeGreaterThan(6);
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void a_build_that_was_interrupted_downloads_only_the_rest() throws IOException {
    byte[] dump = packed("bzip2");
    try (DumpServer server = new DumpServer(dump)) {
      assertThatThrownBy(
              () ->
                  builder(server)
                      .run(
                          new Problems(it -> {}),
                          (stage, items, share) -> {
                            if (share > 0.6) {
                              throw new IllegalStateException("stopped");
                            }
                          }))
          .hasMessage("stopped");
      int requests = server.offsets().size();
      assertThat(build(server).description().items()).isEqualTo(expected().items());
      List<Long> later = server.offsets().subList(requests, server.offsets().size());
      assertThat(later.get(later.size() - 1)).isPositive();
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void a_dump_that_is_replaced_while_it_is_read_starts_anew() throws IOException {
    try (DumpServer server = new DumpServer(packed("gzip"))) {
      server.breakAfter(50_000);
      server.replaceAfter(50_000, packed("bzip2"));
      assertThat(build(server).description().items()).isEqualTo(expected().items());
      assertThat(problems)
          .singleElement()
          .asString()
          .contains("the dump has been replaced by another one on the server");
    }
  }

  @Test
  void a_dump_that_was_replaced_since_the_interruption_starts_anew() throws IOException {
    try (DumpServer server = new DumpServer(packed("gzip"))) {
      assertThatThrownBy(
          () ->
              builder(server)
                  .run(
                      new Problems(it -> {}),
                      (stage, items, share) -> {
                        throw new IllegalStateException("stopped");
                      }));
      server.replace(packed("plain"));
      assertThat(build(server).description().items()).isEqualTo(expected().items());
      assertThat(problems)
          .singleElement()
          .asString()
          .contains("the dump has been replaced by another one on the server");
    }
  }

  @Test
  void a_server_without_ranges_is_read_but_cannot_be_continued() throws IOException {
    try (DumpServer server = new DumpServer(packed("gzip"))) {
      server.withoutRanges();
      assertThat(build(server).description().items()).isEqualTo(expected().items());
      server.breakAfter(50_000);
      assertThatThrownBy(() -> build(server))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageMatching(
              "http://127.0.0.1:\\d+/dumps/all.json: the download stopped after \\d+ bytes, and the"
                  + " server cannot continue it \\(no range requests\\); download the file and"
                  + " build from it");
    }
  }

  @Test
  void a_server_that_is_busy_when_the_connection_breaks_is_given_time() throws IOException {
    try (DumpServer server = new DumpServer(packed("gzip"))) {
      server.breakAfter(packed("gzip").length / 3);
      server.busyEvery(3);
      assertThat(build(server).description().items()).isEqualTo(expected().items());
      assertThat(time.sleeps()).contains(Duration.ofSeconds(42));
    }
  }

  @Test
  void a_connection_that_delivers_nothing_is_given_up_and_continued() throws IOException {
    try (DumpServer server = new DumpServer(packed("gzip"))) {
      server.stallOnceAfter(60_000);
      assertThat(build(server).description().items()).isEqualTo(expected().items());
    }
  }

  @Test
  void a_server_that_stays_away_leaves_what_was_read() throws IOException {
    try (DumpServer server = new DumpServer(packed("plain"))) {
      server.breakAfter(packed("plain").length / 6);
      server.goneAfter(6);
      assertThatThrownBy(() -> build(server))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageContaining("status 503");
      server.goneAfter(Integer.MAX_VALUE);
      int requests = server.offsets().size();
      long read = server.offsets().get(requests - 1);
      assertThat(build(server).description().items()).isEqualTo(expected().items());
      assertThat(server.offsets().subList(requests, server.offsets().size()))
          .isSorted()
          .allMatch(it -> it == 0 || it >= read);
    }
  }

  @Test
  void a_missing_dump_is_reported() throws IOException {
    try (DumpServer server = new DumpServer(packed("gzip"))) {
      HttpDump missing = new HttpDump(server.address().resolve("/other.json"), policy(), time);
      assertThatThrownBy(
              () ->
                  new DumpBuild(missing, folder.resolve("kb"), OPTIONS, Clock.systemUTC())
                      .run(new Problems(it -> {}), (stage, items, share) -> {}))
          .isInstanceOf(KnowledgeBaseException.class)
          .hasMessageContaining("/other.json: the service responded with status 404: not found");
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static RequestPolicy policy() {
    return WikidataFetchTest.policy().withTimeouts(Duration.ofSeconds(2), Duration.ofMinutes(5));
  }

  private DumpBuild builder(DumpServer server) {
    return new DumpBuild(
        new HttpDump(server.address(), policy(), time),
        folder.resolve("kb"),
        OPTIONS,
        Clock.systemUTC());
  }

  private DumpBuild.Result build(DumpServer server) {
    return builder(server)
        .run(
            new Problems(problem -> problems.add(problem.toString())),
            (stage, items, share) -> assertThat(stage).isIn((Object[]) Stage.values()));
  }

  private KnowledgeBaseInfo expected() throws IOException {
    Path dump = Files.write(folder.resolve("file.json"), PLAIN);
    return new DumpBuild(dump, folder.resolve("expected"), OPTIONS, Clock.systemUTC())
        .run(new Problems(it -> {}), (stage, items, share) -> {})
        .description();
  }

  private static byte[] packed(String packing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (packing) {
          case "gzip" -> new GZIPOutputStream(bytes);
          case "bzip2" -> new BZip2CompressorOutputStream(bytes, 1);
          default -> bytes;
        }) {
      out.write(PLAIN);
    }
    assertThat(new String(PLAIN, 0, 1, UTF_8)).isEqualTo("[");
    return bytes.toByteArray();
  }
}

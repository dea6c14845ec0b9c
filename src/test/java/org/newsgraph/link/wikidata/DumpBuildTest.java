package org.newsgraph.link.wikidata;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Fact.Property;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.wikidata.DumpBuild.Options;
import org.newsgraph.link.wikidata.DumpBuild.Stage;

final class DumpBuildTest {
  private static final Options ENGLISH = new Options(List.of("en"), Set.of(), 2);

  @TempDir private Path folder;

  private final List<String> problems = new ArrayList<>();

  @Test
  void a_person_of_a_json_dump_has_all_that_is_wanted() throws IOException {
    try (IndexedKnowledgeBase base = built(resource("dump.json"), ENGLISH)) {
      Item roe = only(base, "Ann Roe");
      assertThat(roe.wikidata()).hasValue("Q201");
      assertThat(roe.title()).hasValue("Ann Roe (politician)");
      assertThat(roe.description()).hasValue("British politician");
      assertThat(roe.type()).hasValue(EntityType.PERSON);
      assertThat(only(base, "annie roe")).isEqualTo(roe);
      assertThat(base.candidates("Anna Roe")).isEmpty();
      assertThat(base.facts(roe))
          .containsExactlyInAnyOrder(
              new Fact(Property.PARTY, new Fact.Thing(Item.WIKIDATA + "Q302", "Reform League")),
              new Fact(
                  Property.OFFICE, new Fact.Thing(Item.WIKIDATA + "Q402", "member of the council")),
              new Fact(Property.BIRTH, new Fact.Date("1952-03-11")),
              new Fact(
                  Property.IMAGE,
                  new Fact.Address(
                      "http://commons.wikimedia.org/wiki/Special:FilePath/Ann%20Ro%C3%A9%20%2B%20friends.jpg")));
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void types_come_through_the_classes_above() throws IOException {
    try (IndexedKnowledgeBase base = built(resource("dump.json"), ENGLISH)) {
      assertThat(only(base, "Reform League").type()).hasValue(EntityType.ORGANISATION);
      assertThat(only(base, "Roeville, Ohio").type()).hasValue(EntityType.PLACE);
      assertThat(only(base, "member of the council").type()).hasValue(EntityType.OTHER);
      assertThat(only(base, "Crater Roe").type()).isEmpty();
      assertThat(base.facts(only(base, "Crater Roe"))).isEmpty();
      assertThat(base.facts(only(base, "Roeville, Ohio")))
          .contains(new Fact(Property.COORDINATES, new Fact.Point(51.5, -0.125)));
    }
  }

  @Test
  void a_family_name_is_nothing_that_an_article_names() throws IOException {
    try (IndexedKnowledgeBase base = built(resource("dump.json"), ENGLISH)) {
      assertThat(base.candidates("Roe")).isEmpty();
      assertThat(base.candidates("instance of")).isEmpty();
    }
  }

  @Test
  void only_what_is_wanted_is_kept_and_what_it_points_to_keeps_its_label() throws IOException {
    Options persons = new Options(List.of("en"), EnumSet.of(EntityType.PERSON), 1);
    try (IndexedKnowledgeBase base = built(resource("dump.json"), persons)) {
      assertThat(base.candidates("Reform League")).isEmpty();
      assertThat(base.description().items()).isEqualTo(1);
      assertThat(base.facts(only(base, "Ann Roe")))
          .contains(
              new Fact(Property.PARTY, new Fact.Thing(Item.WIKIDATA + "Q302", "Reform League")));
    }
  }

  @Test
  void the_first_language_gives_the_label_and_all_give_names() throws IOException {
    Options german = new Options(List.of("de", "en"), Set.of(), 1);
    try (IndexedKnowledgeBase base = built(resource("dump.json"), german)) {
      assertThat(only(base, "Ann Roe").label()).isEqualTo("Anna Roe");
      assertThat(only(base, "ÄNNE").label()).isEqualTo("Anna Roe");
      assertThat(base.description().languages()).containsExactly("de", "en");
    }
  }

  @Test
  void truthy_triples_tell_the_same() throws IOException {
    try (IndexedKnowledgeBase base = built(resource("truthy.nt"), ENGLISH)) {
      Item roe = only(base, "Ann Roe");
      assertThat(roe.title()).hasValue("Ann Roe (politician)");
      assertThat(roe.description()).hasValue("British politician");
      assertThat(roe.type()).hasValue(EntityType.PERSON);
      assertThat(only(base, "Annie \"Rö\" Roe")).isEqualTo(roe);
      assertThat(base.facts(roe))
          .containsExactlyInAnyOrder(
              new Fact(Property.PARTY, new Fact.Thing(Item.WIKIDATA + "Q302", "Reform League")),
              new Fact(Property.BIRTH, new Fact.Date("1952-03-11")),
              new Fact(
                  Property.IMAGE,
                  new Fact.Address(
                      "http://commons.wikimedia.org/wiki/Special:FilePath/Ann%20Roe.jpg")));
      Item league = only(base, "Reform League");
      assertThat(league.type()).hasValue(EntityType.ORGANISATION);
      assertThat(league.popularity()).isGreaterThan(roe.popularity());
      assertThat(base.facts(league)).contains(new Fact(Property.INCEPTION, new Fact.Date("1950")));
      assertThat(base.facts(only(base, "Roeville")))
          .containsExactly(new Fact(Property.COORDINATES, new Fact.Point(51.5, -0.125)));
      assertThat(base.candidates("instance of")).isEmpty();
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void an_answer_of_wikidatas_own_service_is_read_too() throws IOException {
    String item = new String(resource("dump.json"), UTF_8).lines().skip(2).findFirst().orElse("");
    String answer =
        "{\"entities\":{\"Q6\":{\"id\":\"Q6\",\"missing\":\"\"},\"Q201\":"
            + item.substring(0, item.length() - 1)
            + "},\"success\":1}";
    try (IndexedKnowledgeBase base = built(answer.getBytes(UTF_8), ENGLISH)) {
      assertThat(only(base, "Ann Roe").type()).hasValue(EntityType.PERSON);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2"})
  void packed_or_not_the_items_are_the_same(String packing) throws IOException {
    byte[] plain = new MadeUpDump(400).json();
    byte[] packed = packing.equals("gzip") ? gzip(plain) : bzip2(plain);
    List<String> names = List.of(MadeUpDump.name(1), MadeUpDump.name(200), MadeUpDump.name(399));
    List<List<Candidate>> expected;
    try (IndexedKnowledgeBase base = built(plain, ENGLISH)) {
      expected = names.stream().map(base::candidates).toList();
    }
    try (IndexedKnowledgeBase base = built(packed, ENGLISH)) {
      assertThat(names.stream().map(base::candidates).toList()).isEqualTo(expected);
    }
  }

  @Test
  void broken_lines_are_named_and_the_others_are_kept() throws IOException {
    String deep = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    String good = new String(resource("dump.json"), UTF_8).lines().skip(2).findFirst().orElse("");
    String dump =
        String.join(
            "\n",
            "[",
            "{\"type\":\"item\",\"id\":\"Q1\",",
            "{\"type\":\"item\"},",
            "{\"type\":\"item\",\"id\":\"Q0\"},",
            "{\"type\":\"item\",\"id\":\"Q7\",\"labels\":7},",
            "{\"type\":\"item\",\"id\":\"Q7\",\"labels\":[7]},",
            "\"Q7\",",
            deep + ",",
            "{\"type\":\"item\",\"id\":\"Q7\"}{},",
            "{\"type\":\"item\",\"id\":\"Q99999999999999999999\"},",
            good,
            "]",
            "");
    Path file = Files.writeString(folder.resolve("dump"), dump);
    DumpBuild.Result result = build(file, ENGLISH);
    assertThat(result.invalidLines()).isEqualTo(9);
    assertThat(problems)
        .hasSize(9)
        .allSatisfy(it -> assertThat(it).matches("\\S*dump: line ([2-9]|10): .+"))
        .anySatisfy(it -> assertThat(it).endsWith("line 3: the id is missing"));
    try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(folder.resolve("kb"))) {
      assertThat(base.candidates("Ann Roe")).hasSize(1);
    }
  }

  @Test
  void wrong_bytes_cost_a_line_at_most() throws IOException {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    dump.write("{\"id\":\"Q7\",\"labels\":{\"en\":{\"value\":\"".getBytes(UTF_8));
    dump.write(new byte[] {(byte) 0xE9, (byte) 0xFF, 'x'});
    dump.write("\"}}}\n".getBytes(UTF_8));
    dump.write(
        "{\"id\":\"Q8\",\"labels\":{\"en\":{\"value\":\"\\ud800 alone\"}}}\n".getBytes(UTF_8));
    dump.write(resource("dump.json"));
    Path file = Files.write(folder.resolve("dump"), dump.toByteArray());
    assertThat(build(file, ENGLISH).invalidLines()).isEqualTo(1);
    assertThat(problems).singleElement().asString().contains("line 1: not JSON: Invalid UTF-8");
  }

  @Test
  void a_line_longer_than_any_item_is_passed_over() throws IOException {
    Path file = folder.resolve("dump.json.gz");
    byte[] megabyte = new byte[1 << 20];
    Arrays.fill(megabyte, (byte) 'a');
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("{\"id\":\"Q7\",\"x\":\"".getBytes(UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(megabyte);
      }
      out.write("\"}\n".getBytes(UTF_8));
      out.write(resource("dump.json"));
    }
    assertThat(build(file, ENGLISH).invalidLines()).isEqualTo(1);
    assertThat(problems).singleElement().asString().contains("line 1: longer than 64 MB");
    try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(folder.resolve("kb"))) {
      assertThat(base.candidates("Ann Roe")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2"})
  void a_dump_that_breaks_off_says_where_and_goes_on_when_it_is_whole(String packing)
      throws IOException {
    byte[] plain = new MadeUpDump(3000).json();
    byte[] packed = packing.equals("gzip") ? gzip(plain) : bzip2(plain);
    Path file = folder.resolve("dump");
    Files.write(file, Arrays.copyOf(packed, packed.length / 2));
    assertThatThrownBy(() -> build(file, ENGLISH))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageMatching(
            "\\S*dump: the dump is damaged or truncated after line \\d{3,} .*rebuild to resume");
    assertThat(folder.resolve("kb")).doesNotExist();
    Files.write(file, packed);
    List<Long> read = new ArrayList<>();
    new DumpBuild(file, folder.resolve("kb"), ENGLISH, Clock.systemUTC())
        .run(problems(), (stage, items, share) -> read.add(stage == Stage.READING ? items : 0));
    assertThat(read.get(0)).isGreaterThan(500);
    try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(folder.resolve("kb"))) {
      assertThat(base.description().items()).isEqualTo(items(plain));
    }
    assertThat(problems).isEmpty();
  }

  private long items(byte[] dump) throws IOException {
    Path file = Files.write(folder.resolve("whole"), dump);
    return new DumpBuild(file, folder.resolve("whole-kb"), ENGLISH, Clock.systemUTC())
        .run(problems(), (stage, items, share) -> {})
        .description()
        .items();
  }

  @Test
  void a_build_that_was_killed_goes_on_where_it_was() throws Exception {
    Path dump = folder.resolve("dump.json");
    Files.write(dump, new MadeUpDump(3000).json());
    Path kb = folder.resolve("kb");
    for (Stage stage : Stage.values()) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledBuild.class.getName(),
                  dump.toString(),
                  kb.toString(),
                  stage.name())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(output).isEqualTo(KilledBuild.KILLED);
      assertThat(kb).doesNotExist();
    }
    List<String> reached = new ArrayList<>();
    DumpBuild.Result result =
        new DumpBuild(dump, kb, KilledBuild.OPTIONS, Clock.systemUTC())
            .run(problems(), (stage, items, share) -> reached.add(stage + " " + items));
    assertThat(reached).isNotEmpty().noneMatch(it -> it.startsWith("READING"));
    assertThat(reached.get(0)).matches("INDEXING [12]\\d{3}");
    assertThat(result.description().items()).isEqualTo(items(Files.readAllBytes(dump)));
    try (IndexedKnowledgeBase base = IndexedKnowledgeBase.open(kb)) {
      for (int i = 0; i < 3000; i++) {
        assertThat(base.candidates(MadeUpDump.name(i))).as("item %d", i).hasSizeLessThan(64);
      }
    }
    try (var left = Files.list(folder)) {
      assertThat(left.map(it -> it.getFileName().toString())).doesNotContain("kb.building");
    }
  }

  @Test
  void a_build_goes_on_with_the_same_dump_and_options_only() throws IOException {
    byte[] packed = gzip(new MadeUpDump(500).json());
    Path file = folder.resolve("dump");
    Files.write(file, Arrays.copyOf(packed, packed.length - 50));
    assertThatThrownBy(() -> build(file, ENGLISH)).hasMessageContaining("truncated");
    assertThatThrownBy(() -> build(file, new Options(List.of("de"), Set.of(), 1)))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("with --languages en; resume it");
    assertThatThrownBy(() -> build(file, new Options(List.of("en"), Set.of(EntityType.PLACE), 1)))
        .hasMessageContaining("without --only");
    Path other = Files.write(folder.resolve("other"), resource("dump.json"));
    assertThatThrownBy(() -> build(other, ENGLISH)).hasMessageContaining("from another dump");
  }

  @Test
  void what_is_no_dump_says_what_is_wanted_and_leaves_nothing() throws IOException {
    refuse("Dear Sir,\n".getBytes(UTF_8), "not a Wikidata dump");
    refuse("[\n]\n".getBytes(UTF_16LE), "the dump contains no items");
    refuse(new byte[0], "not a Wikidata dump");
    refuse("BZh9 and nothing more".getBytes(UTF_8), "not a Wikidata dump");
    refuse("[\n]\n".getBytes(UTF_8), "the dump contains no items");
    refuse("{\"id\":\"Q7\",\"labels\":{}}\n".getBytes(UTF_8), "has a name in en");
    refuse(gzip(new byte[0]), "not a Wikidata dump");
    assertThatThrownBy(() -> build(folder.resolve("no.json"), ENGLISH))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("no such file");
  }

  private void refuse(byte[] dump, String reason) throws IOException {
    Path file = Files.write(folder.resolve("dump"), dump);
    assertThatThrownBy(() -> build(file, ENGLISH))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining(reason);
    assertThat(folder.resolve("kb")).doesNotExist();
    assertThat(folder.resolve("kb.building")).doesNotExist();
  }

  private IndexedKnowledgeBase built(byte[] dump, Options options) throws IOException {
    build(Files.write(folder.resolve("dump"), dump), options);
    return IndexedKnowledgeBase.open(folder.resolve("kb"));
  }

  private DumpBuild.Result build(Path dump, Options options) {
    return new DumpBuild(dump, folder.resolve("kb"), options, Clock.systemUTC())
        .run(problems(), (stage, items, share) -> {});
  }

  private Problems problems() {
    return new Problems(problem -> problems.add(problem.toString()));
  }

  private static Item only(IndexedKnowledgeBase base, String name) {
    assertThat(base.candidates(name)).as(name).hasSize(1);
    return base.candidates(name).get(0).item();
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = DumpBuildTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] bzip2(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(packed, 2)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}

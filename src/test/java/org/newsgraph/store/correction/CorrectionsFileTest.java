package org.newsgraph.store.correction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.graph.Iris;
import org.newsgraph.graph.correction.Correction;
import org.newsgraph.graph.correction.Correction.Forget;
import org.newsgraph.graph.correction.Correction.Merge;
import org.newsgraph.graph.correction.Correction.Remark;
import org.newsgraph.graph.correction.Correction.Rename;
import org.newsgraph.graph.correction.Correction.Split;
import org.newsgraph.store.StoreException;

class CorrectionsFileTest {
  private static final String HEADER = "entity,correction,value,article,note,date\n";
  private static final Iris IRIS = new Iris(Iris.DEFAULT_BASE);

  @TempDir Path folder;
  private Path path;
  private CorrectionsFile file;

  @BeforeEach
  void name() {
    path = folder.resolve(CorrectionsFile.NAME);
    file = new CorrectionsFile(path, IRIS);
  }

  @Test
  void every_correction_is_read() throws IOException {
    write(
        HEADER
            + "Jo Cox,same as,Helen Joanne Cox,,her full name,2026-11-24\n"
            + "John Smith,not the same as,John Smith (footballer),match report,,\n"
            + "entity/Milne,Not the  same as,,http://localhost:3030/article/x\n"
            + "article/x#entity=Reed,is called,Jamie Reed\n"
            + "http://localhost:3030/entity/Sources,is no entity\n"
            + "Readers,is not a person,,,,\n");
    assertThat(read().stream().map(Object::getClass).map(Class::getSimpleName))
        .containsExactlyInAnyOrder("Merge", "Split", "Split", "Rename", "Forget", "Forget");
    assertThat(read())
        .contains(
            new Split(
                IRIS.entity("John Smith"),
                IRIS.article("match report"),
                IRIS.entity("John Smith (footballer)"),
                Remark.NONE),
            new Split(
                IRIS.entity("Milne"),
                IRIS.article("x"),
                IRIS.entityIn(IRIS.article("x"), "Milne"),
                Remark.NONE),
            new Rename(IRIS.entityIn(IRIS.article("x"), "Reed"), "Jamie Reed", Remark.NONE),
            new Forget(IRIS.entity("Sources"), Remark.NONE));
  }

  @Test
  void no_file_and_an_empty_one_correct_nothing() throws IOException {
    assertThat(read()).isEmpty();
    write("");
    assertThat(read()).isEmpty();
    write("\uFEFF\r\n# nothing yet\r\n\r\n");
    assertThat(read()).isEmpty();
  }

  @Test
  void a_file_is_read_as_spreadsheets_write_it() throws IOException {
    String text =
        """
        Entity;Correction;Value;Article;Note;Date;;
        # who is whom
        "# see page 3; and 4";;;;;
        ;;;;;;;
          Jo Cox ;same as;"Helen ""Jo"" Cox";;;24/11/2026;;

        """;
    write("\uFEFF" + text.replace("\n", "\r\n"));
    assertThat(read())
        .singleElement()
        .isEqualTo(
            new Merge(
                IRIS.entity("Jo Cox"),
                IRIS.entity("Helen \"Jo\" Cox"),
                new Remark(Optional.empty(), Optional.of("24/11/2026"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Jo Cox,sam as,Jo|\"sam as\" is not a correction; write \"same as\", \"not the same as\"",
        "Jo Cox,same as|the column value is empty; name the other entity",
        "Jo Cox,same as,Jo Cox|is the same as itself",
        ",is called,Jo|the column entity is empty",
        "Jo Cox,is called,|the column value is empty; give the name to show",
        "Jo Cox,not the same as,Jo|the column article is empty; enter the id",
        "Jo Cox,not the same as,Jo Cox,x|would stay what it is",
        "Jo Cox,is called,Jo,x|applies to every article; leave the column article empty",
        "Jo Cox,is no entity,Jo|needs no value",
        "Jo Cox,is linked to|the column value is empty; give the item, such as Q42",
        "Jo Cox,is linked to,nonsense|\"nonsense\" is not an item; give a Wikidata number (Q42)",
        "Jo Cox,is not linked,Q42|needs no value",
        "article/x#entity=Cox,is not linked,,y|is known in another article",
        "Jo Cox,same as,\"Helen, Joanne|a quotation mark (\") is not closed",
        "Jo Cox,same as,\"Helen\" Joanne\"\",,|a text continues after its closing quotation mark",
        "Jo Cox,is called,Cox, Jo,a,b,c|the line has more than six columns",
        "https://example.org/entity/Cox,same as,Jo|is not an entity of this database",
        "entity/Jo Cox,same as,Jo|is not a valid IRI",
        "Jo Cox|\"\" is not a correction",
      })
  void a_broken_line_is_named_with_the_reason_and_nothing_is_read(String line, String reason)
      throws IOException {
    write(HEADER + "# fine\nA,same as,B\n" + line + "\nC,same as,D\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(path + ": line 4: ")
        .hasMessageContaining(reason)
        .hasMessageEndingWith("No correction was applied");
  }

  @Test
  void two_lines_that_contradict_each_other_are_both_named() throws IOException {
    write(HEADER + "A,is called,B\n\nA,is called,C\n");
    assertThatThrownBy(this::read).hasMessageContaining("line 4: it contradicts line 2");
    write(HEADER + "A,is called,B\n\nentity/A,is called,B,,again\n");
    assertThat(read()).hasSize(1);
  }

  @Test
  void a_first_line_that_does_not_name_the_columns_is_no_header() throws IOException {
    write("\n# hello\nJo Cox,same as,Helen Joanne Cox\n");
    assertThatThrownBy(this::read)
        .hasMessageContaining("line 3: the columns are not named")
        .hasMessageContaining("entity,correction,value,article,note,date");
  }

  @Test
  void another_encoding_is_refused_with_the_line() throws IOException {
    Files.write(path, (HEADER + "A,same as,B\nCôte,same as,Coast\n").getBytes(ISO_8859_1));
    assertThatThrownBy(this::read).hasMessageContaining("line 3: this is not UTF-8");
    Files.write(path, (HEADER + "A,same as,B\n").getBytes(UTF_16));
    assertThatThrownBy(this::read).hasMessageContaining("line 1: this is not UTF-8");
  }

  @Test
  void a_huge_line_is_refused() throws IOException {
    write(HEADER + "A,same as," + "x".repeat(20_000_000) + "\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("line 2: ")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void a_first_correction_makes_the_file() throws IOException {
    file.edit(it -> false, List.of(merge("Jo Cox", "Helen, called Jo")));
    assertThat(Files.readString(path))
        .isEqualTo(HEADER + "Jo Cox,same as,\"Helen, called Jo\",,,\n");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void what_a_person_wrote_stays_as_it_was() throws IOException {
    String before =
        "\uFEFFentity;correction;value;article;note;date\r\n# mine;yours\r\n\r\n"
            + " A ;same as;B;;\"so; it is\";;;\r\nC;is no entity";
    write(before);
    file.edit(it -> false, List.of(merge("Jo Cox", "Helen; Jo")));
    assertThat(Files.readString(path))
        .isEqualTo(before + "\r\nJo Cox;same as;\"Helen; Jo\";;;\r\n");
    file.edit(it -> it.equals(merge("Jo Cox", "Helen; Jo")), List.of());
    file.edit(it -> it.entity().equals(IRIS.entity("A")), List.of());
    assertThat(Files.readString(path))
        .isEqualTo(before.replace(" A ;same as;B;;\"so; it is\";;;\r\n", "") + "\r\n");
  }

  @Test
  void a_broken_file_is_not_written_to() throws IOException {
    write(HEADER + "nonsense\n");
    assertThatThrownBy(() -> file.edit(it -> false, List.of(merge("A", "B"))))
        .isInstanceOf(StoreException.class);
    assertThat(Files.readString(path)).isEqualTo(HEADER + "nonsense\n");
  }

  @Test
  void names_that_a_spreadsheet_would_take_for_something_else_are_written_as_iris()
      throws IOException {
    Correction odd = merge("#MeToo", "=1+1");
    file.edit(it -> false, List.of(odd, merge("entity/x", "a_b")));
    assertThat(Files.readString(path))
        .isEqualTo(
            HEADER
                + "entity/%23MeToo,same as,entity/=1+1,,,\n"
                + "entity/entity/x,same as,a b,,,\n");
    assertThat(read()).contains(odd);
  }

  @Test
  void a_name_or_note_that_a_spreadsheet_would_run_is_guarded_and_read_back() throws IOException {
    Remark remark = new Remark(Optional.of("-2+3"), Optional.empty());
    List<Correction> odd =
        List.of(
            new Rename(IRIS.entity("Ada"), "=HYPERLINK(\"x\")", remark),
            new Rename(IRIS.entity("Bo"), "'=1", Remark.NONE));
    file.edit(it -> false, odd);
    assertThat(Files.readString(path))
        .contains("Ada,is called,\"'=HYPERLINK(\"\"x\"\")\",,'-2+3,")
        .contains("Bo,is called,''=1,,,");
    assertThat(read()).containsExactlyInAnyOrderElementsOf(odd);
  }

  private static Merge merge(String one, String two) {
    return new Merge(IRIS.entity(one), IRIS.entity(two), Remark.NONE);
  }

  private List<Correction> read() {
    return file.read().all();
  }

  private void write(String text) throws IOException {
    Files.writeString(path, text, UTF_8);
  }
}

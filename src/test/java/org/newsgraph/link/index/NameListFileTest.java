package org.newsgraph.link.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Problems;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBaseException;

final class NameListFileTest {
  @TempDir private Path folder;

  private final List<String> problems = new ArrayList<>();

  @Test
  void a_line_is_an_item_with_its_names() throws IOException {
    List<KnowledgeBaseEntry> entries =
        read(
            """
            id,label,aliases,type,description
            Q42,Douglas Adams,Douglas Noël Adams|DNA,Person,"writer, humorist"
            https://example.org/1,The Desk,,organization,
            """);
    assertThat(problems).isEmpty();
    assertThat(entries).hasSize(2);
    KnowledgeBaseEntry adams = entries.get(0);
    assertThat(adams.item().iri()).isEqualTo(Item.WIKIDATA + "Q42");
    assertThat(adams.item().type()).hasValue(EntityType.PERSON);
    assertThat(adams.item().description()).hasValue("writer, humorist");
    assertThat(adams.names())
        .extracting(KnowledgeBaseEntry.Name::text)
        .containsExactly("Douglas Adams", "Douglas Noël Adams", "DNA");
    assertThat(entries.get(1).item().type()).hasValue(EntityType.ORGANISATION);
  }

  @Test
  void columns_may_come_in_any_order_with_semicolons_and_a_byte_order_mark() throws IOException {
    List<KnowledgeBaseEntry> entries =
        read("\uFEFFLabel;ID;Notes\r\nDouglas Adams;http://www.wikidata.org/wiki/Q42;x\r\n\r\n");
    assertThat(entries)
        .singleElement()
        .extracting(it -> it.item().iri())
        .isEqualTo(Item.WIKIDATA + "Q42");
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("line 1: warning: the column \"notes\"");
  }

  @Test
  void lines_of_one_id_are_one_item() throws IOException {
    List<KnowledgeBaseEntry> entries =
        read("id,label,aliases,type\nQ1,Ann Roe,,Person\nQ1,A. Roe,Annie,\nQ1,Roe,,Place\n");
    assertThat(entries)
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.names())
                    .extracting(KnowledgeBaseEntry.Name::text)
                    .containsExactly("Ann Roe", "A. Roe", "Annie"));
    assertThat(problems)
        .singleElement()
        .asString()
        .contains("line 4: ")
        .contains("a different type");
  }

  @Test
  void a_wrong_line_is_named_with_the_reason() throws IOException {
    List<KnowledgeBaseEntry> entries =
        read(
            """
            id,label,aliases,type
            Q42,,,
            forty-two,Ann Roe,,
            Q1,Ann Roe,,Persona
            Q1,Ann Roe,,Person,,too many
            "Q1","Ann
            Roe",,
            Q7,Bo Lee
            """);
    assertThat(entries).singleElement().extracting(it -> it.item().label()).isEqualTo("Bo Lee");
    assertThat(problems)
        .satisfiesExactly(
            it -> assertThat(it).contains("line 2: the label is missing"),
            it -> assertThat(it).contains("line 3: the id \"forty-two\" is neither"),
            it -> assertThat(it).contains("line 4: unknown type \"Persona\""),
            it -> assertThat(it).contains("line 5: 6 columns, but the first line names 4"),
            it -> assertThat(it).contains("line 6: a text spans several lines"));
  }

  @Test
  void what_is_no_table_of_names_says_what_is_wanted() throws IOException {
    refuse("", "is empty");
    refuse("Douglas Adams,Q42\n", "no column is called \"id\"");
    refuse("id,label,label\n", "two columns are called \"label\"");
    refuse("id,label\nQ1,\"Ann\" Roe\n", "check the quotation marks");
    assertThatThrownBy(() -> read("id,label\nQ1,François\n", ISO_8859_1))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("this is not UTF-8");
    assertThatThrownBy(
            () -> new NameListFile(folder.resolve("no.csv")).read(new Problems(it -> {})))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining("no such file");
  }

  @Property(tries = 200)
  void any_text_gives_entries_or_a_sentence(@ForAll String text) throws IOException {
    Path file = Files.createTempFile("names", ".csv");
    try {
      Files.write(file, ("id,label,aliases\n" + text).getBytes(UTF_8));
      assertThat(new NameListFile(file).read(new Problems(it -> {}))).isNotNull();
    } catch (KnowledgeBaseException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
    } finally {
      Files.delete(file);
    }
  }

  private void refuse(String text, String reason) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(KnowledgeBaseException.class)
        .hasMessageContaining(reason);
  }

  private List<KnowledgeBaseEntry> read(String text) throws IOException {
    return read(text, UTF_8);
  }

  private List<KnowledgeBaseEntry> read(String text, Charset charset) throws IOException {
    Path file = folder.resolve("names.csv");
    Files.write(file, text.getBytes(charset));
    return new NameListFile(file).read(new Problems(problem -> problems.add(problem.toString())));
  }
}

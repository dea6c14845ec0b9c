package org.newsgraph.link.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NameDictionaryTest {
  private final List<KnowledgeBaseEntry> entries = new ArrayList<>();

  @Test
  void the_names_of_a_title_are_one_item() throws IOException {
    read("Jo Cox\tJo_Cox\t1.0", "Helen Cox\tJo_Cox\t0.5", "Victoria\tVictoria_(state)\t0.3");
    assertThat(entries.get(0).item().title()).contains("Jo Cox");
    assertThat(entries.get(0).names())
        .containsExactly(
            new KnowledgeBaseEntry.Name("Jo Cox", 1),
            new KnowledgeBaseEntry.Name("Helen Cox", 0.5));
    assertThat(entries.get(1).item().label()).isEqualTo("Victoria");
    assertThat(entries.get(1).item().iri())
        .isEqualTo("http://en.wikipedia.org/wiki/Victoria_(state)");
  }

  @Test
  void a_title_that_has_moved_is_known_by_the_one_of_today() throws IOException {
    read("Houston\tHouston,_Texas\t0.9");
    assertThat(entries.get(0).item().title()).contains("Houston");
  }

  @Test
  void what_was_written_since_then_is_there_too() throws IOException {
    read();
    assertThat(entries)
        .anySatisfy(
            it -> {
              assertThat(it.item().title()).contains("Islamic State");
              assertThat(it.names()).contains(KnowledgeBaseEntry.Name.label("IS"));
            });
  }

  @Test
  void lines_of_another_kind_are_skipped_and_counted() throws IOException {
    assertThat(read("no tabs", "a\tb\tmany", "a\tb\t7", "\tb\t0.5", "Aleppo\tAleppo\t1", "x\ty"))
        .isEqualTo(5);
    assertThat(entries.get(0).item().title()).contains("Aleppo");
  }

  @Test
  void titles_of_result_pages_are_no_names() throws IOException {
    read("Aleppo - Wikipedia, the free encyclopedia\tAleppo\t1.0", "Aleppo\tAleppo\t0.9");
    assertThat(entries.get(0).names()).containsExactly(new KnowledgeBaseEntry.Name("Aleppo", 0.9));
  }

  private long read(String... lines) throws IOException {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return NameDictionary.read(new ByteArrayInputStream(bytes), entries::add);
  }
}

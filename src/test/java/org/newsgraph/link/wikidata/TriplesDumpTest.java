package org.newsgraph.link.wikidata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TriplesDumpTest {
  private static final LanguagePreference ENGLISH = new LanguagePreference(List.of("en"));

  private static final class Heard implements DumpFormat.Sink {
    private final List<String> items = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    @Override
    public void item(DumpItem item) {
      items.add(item.number() + " " + item.entry());
    }

    @Override
    public void invalidLine(int line, String reason) {
      broken.add(line + ": " + reason);
    }
  }

  @Property
  void wherever_it_is_cut_the_items_are_the_same(@ForAll @IntRange(max = 6000) int most)
      throws IOException {
    byte[] dump = dump();
    Heard whole = new Heard();
    TriplesDump format = new TriplesDump();
    format.read(dump, dump.length, ENGLISH, whole);
    int cut = format.lastItemBoundary(dump, Math.min(most, dump.length));
    Heard pieces = new Heard();
    format.read(dump, cut, ENGLISH, pieces);
    byte[] rest = Arrays.copyOfRange(dump, cut, dump.length);
    format.read(rest, rest.length, ENGLISH, pieces);
    assertThat(pieces.items).isEqualTo(whole.items);
    assertThat(whole.items).hasSize(5);
    assertThat(whole.broken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<http://www.wikidata.org/entity/Q7>",
        "<http://www.wikidata.org/entity/Q7> <http://www.w3.org/2000/01/rdf-schema#label>",
        "<http://www.wikidata.org/entity/Q7> <http://www.w3.org/2000/01/rdf-schema#label> \"Roe\"@en",
        "<http://www.wikidata.org/entity/Q7> <http://www.w3.org/2000/01/rdf-schema#label> Roe .",
        "<http://www.wikidata.org/entity/Q7> <http://www.w3.org/2000/01/rdf-schema#label> \" .",
        "<http://www.wikidata.org/entity/Q7> <http://www.w3.org/2000/01/rdf-schema#label> \"\\uZZ\"@en .",
        "<http://www.wikidata.org/entity/Q7> label \"Roe\"@en .",
      })
  void a_line_that_is_no_triple_is_named(String line) {
    Heard heard = new Heard();
    byte[] dump = ("\n" + line + "\n").getBytes(UTF_8);
    assertThat(new TriplesDump().read(dump, dump.length, ENGLISH, heard)).isEqualTo(2);
    assertThat(heard.broken).singleElement().asString().startsWith("1: not a triple: ");
  }

  @Property
  void any_object_is_read_or_named(@ForAll String object) {
    String line =
        "<http://www.wikidata.org/entity/Q7> <http://www.wikidata.org/prop/direct/P569> "
            + object.replace('\n', ' ')
            + " .";
    Heard heard = new Heard();
    byte[] dump = line.getBytes(UTF_8);
    new TriplesDump().read(dump, dump.length, ENGLISH, heard);
    assertThat(heard.items).hasSize(1);
  }

  private static byte[] dump() throws IOException {
    try (InputStream in = TriplesDumpTest.class.getResourceAsStream("truthy.nt")) {
      return in.readAllBytes();
    }
  }
}

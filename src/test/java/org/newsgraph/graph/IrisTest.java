package org.newsgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.article.Span;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Speaker;
import org.newsgraph.link.Item;

class IrisTest {
  private final Iris iris = new Iris("http://localhost:3030/");

  @Test
  void names_are_written_as_in_wikipedia() {
    assertThat(entity("Bashar al-Assad", true)).isEqualTo("entity/Bashar_al-Assad");
    assertThat(entity("Côte d'Ivoire", true)).isEqualTo("entity/Côte_d'Ivoire");
    assertThat(entity("Владимир  Путин", true)).isEqualTo("entity/Владимир_Путин");
    assertThat(entity("100% #1 <b>", true)).isEqualTo("entity/100%25_%231_%3Cb%3E");
    assertThat(entity("AC/DC", true)).isEqualTo("entity/AC/DC");
    assertThat(entity("..", true)).isEqualTo("entity/%2E.");
    assertThat(entity("a/../b", true)).isEqualTo("entity/a%2F..%2Fb");
    assertThat(entity("./a/b/.", true)).isEqualTo("entity/.%2Fa/b%2F.");
    assertThat(entity("a/.../b", true)).isEqualTo("entity/a/.../b");
  }

  @Test
  void spellings_of_an_unlinked_name_have_one_iri() {
    assertThat(entity("Abdel-Karim El Nouri", true))
        .isEqualTo(entity("Abdel Karim el-Nouri", true))
        .isEqualTo("entity/Abdel_Karim_el-Nouri");
    assertThat(iris.parseEntity("Abdel-Karim El-Nouri"))
        .isEqualTo(iris.entityNamed("Abdel Karim el-Nouri"));
  }

  @Test
  void a_title_names_an_item_in_its_own_spelling() {
    Item item =
        new Item(
            "x:1", "Ada-Works", Optional.of("Ada-Works"), Optional.empty(), Optional.empty(), 0);
    assertThat(iris.relative(iris.entity(item))).isEqualTo("entity/Ada-Works");
    assertThat(iris.parseEntity("entity/Ada-Works")).isEqualTo(iris.entity(item));
  }

  @Test
  void a_name_that_is_not_shared_stays_inside_its_article() {
    assertThat(entity("Milne", false)).isEqualTo("article/a%201#entity=Milne");
  }

  @Test
  void a_speaker_without_a_name_is_known_by_the_place_of_the_description() {
    Span description = new Span(3, 20);
    var first = new Speaker.Described(description, "An Aleppo gravedigger", description, "x");
    var second = new Speaker.Described(new Span(40, 42), "he", description, "x");
    assertThat(iris.speaker(first, "a").getURI())
        .isEqualTo("http://localhost:3030/article/a#speaker=3,20")
        .isEqualTo(iris.speaker(second, "a").getURI());
  }

  @Test
  void places_in_the_text_are_fragments_of_the_article() {
    Span span = new Span(3, 20);
    assertThat(iris.statement("a", span).getURI()).endsWith("/article/a#statement=3,20");
    assertThat(iris.mention("a", span).getURI()).endsWith("/article/a#char=3,20");
    assertThat(iris.role("a", span).getURI()).endsWith("/article/a#role=3,20");
  }

  @Test
  void a_base_gets_the_slash_that_it_lacks() {
    assertThat(new Iris("https://example.org/news").base()).isEqualTo("https://example.org/news/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "news", "http://", "http://a b/", "http://a/?x", "http://a/#x", "urn:x"})
  void what_is_no_absolute_iri_cannot_be_a_base(String base) {
    assertThatThrownBy(() -> new Iris(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be a base");
  }

  @Test
  void statements_and_reports_are_told_apart_by_their_iris() {
    Span span = new Span(1, 2);
    Node statement = iris.statement("a report=1,2", span);
    Node report = iris.report("a statement=1,2", span);
    assertThat(Iris.isStatement(statement)).isTrue();
    assertThat(Iris.isReport(statement)).isFalse();
    assertThat(Iris.isStatement(report)).isFalse();
    assertThat(Iris.isReport(report)).isTrue();
    assertThat(Iris.isStatement(iris.mention("a", span))).isFalse();
  }

  @Test
  void every_character_gives_a_valid_iri() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      // Twice, so that a combining mark also follows another character.
      String iri = iris.article("a" + Character.toString(c).repeat(2)).getURI();
      assertThatCode(() -> IRIx.create(iri)).as(iri).doesNotThrowAnyException();
    }
  }

  @Property
  void any_id_and_name_give_valid_iris(@ForAll @NotBlank String id, @ForAll @NotBlank String name) {
    for (boolean shared : new boolean[] {true, false}) {
      String entity =
          iris.entity(new Entity(name, EntityType.OTHER, Set.of(), shared), id).getURI();
      assertThat(IRIx.create(entity).hasViolations()).as(entity).isFalse();
      assertThat(IRIx.create("http://other.example/x/").resolve(entity).str()).isEqualTo(entity);
    }
  }

  @Property
  void ids_of_different_ascii_give_different_iris(
      @ForAll @NotBlank @net.jqwik.api.constraints.CharRange(from = ' ', to = '~') String one,
      @ForAll @NotBlank @net.jqwik.api.constraints.CharRange(from = ' ', to = '~') String other) {
    assertThat(iris.article(one).equals(iris.article(other))).isEqualTo(one.equals(other));
  }

  private String entity(String name, boolean shared) {
    var entity = new Entity(name, EntityType.PERSON, Set.of(), shared);
    return iris.entity(entity, "a 1").getURI().substring(iris.base().length());
  }
}

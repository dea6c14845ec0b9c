package org.newsgraph.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.link.HandMadeKnowledge.numbered;
import static org.newsgraph.link.HandMadeKnowledge.titled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.SourceLocation;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;

final class EntityLinkerTest {
  private final HandMadeKnowledge knowledge = new HandMadeKnowledge();
  private final List<Mention> mentions = new ArrayList<>();
  private String text = "";
  private List<String> authors = List.of();

  @Test
  void a_name_that_stands_for_one_item_alone_is_linked_to_it() {
    knowledge.with("Seumas Milne", titled("Seumas Milne", 1), 1);
    Entity milne = named("Seumas Milne", EntityType.PERSON, "Seumas Milne");
    assertThat(title(milne)).contains("Seumas Milne");
  }

  @Test
  void a_name_that_no_knowledge_base_has_is_linked_to_nothing() {
    knowledge.with("Pablo", titled("Pablo Picasso", 2.5), 0.6);
    Entity marco = named("Pablo Marco", EntityType.PERSON, "Pablo Marco");
    assertThat(title(marco)).isEmpty();
  }

  @Test
  void a_part_of_a_whole_name_tells_nobody() {
    knowledge.with("Jo", titled("Jo Grant", 1), 0.3);
    Entity cox = named("Jo Cox", EntityType.PERSON, "Jo");
    assertThat(link().considered()).doesNotContainKey(cox);
  }

  @Test
  void what_is_sure_tells_which_of_several_is_meant() {
    knowledge
        .with("Houston", titled("Houston", 2.5), 0.9)
        .with("Texas", titled("Texas", 2.5), 1)
        .with("Paris", titled("Paris, Ontario", 1), 0.2)
        .with("Paris", titled("Paris, Texas", 1), 0.2);
    named("Texas", EntityType.PLACE, "Texas");
    Entity paris = named("Paris", EntityType.PLACE, "Paris");
    assertThat(title(paris)).contains("Paris, Texas");
  }

  @Test
  void a_place_is_looked_up_with_the_larger_one_after_it() {
    knowledge
        .with("Aurora", titled("Aurora (mythology)", 1.5), 0.5)
        .with("Aurora, Colorado", titled("Aurora, Colorado", 1.5), 1);
    Entity aurora = named("Aurora", EntityType.PLACE, "Aurora");
    text += ", ";
    named("Colorado", EntityType.PLACE, "Colo.");
    assertThat(title(aurora)).contains("Aurora, Colorado");
  }

  @Test
  void two_people_of_an_article_are_never_one() {
    knowledge
        .with("Bill Clinton", titled("Bill Clinton", 2.5), 1)
        .with("Clinton", titled("Bill Clinton", 2.5), 0.9);
    Entity bill = named("Bill Clinton", EntityType.PERSON, "Bill Clinton");
    Entity other = named("Clinton", EntityType.PERSON, "Clinton");
    assertThat(title(bill)).contains("Bill Clinton");
    assertThat(title(other)).isEmpty();
  }

  @Test
  void a_list_or_a_surname_s_page_is_nobody() {
    knowledge.with("Milne", titled("Milne (surname)", 2), 1);
    Entity milne = named("Milne", EntityType.PERSON, "Milne");
    assertThat(link().considered()).doesNotContainKey(milne);
  }

  @Test
  void an_author_is_not_taken_for_some_other_of_the_name() {
    knowledge.with("Jason Groves", titled("Jason Groves", 0.6), 1);
    Entity groves = named("Jason Groves", EntityType.PERSON, "Jason Groves");
    authors = List.of("Jason Groves");
    assertThat(link().considered()).doesNotContainKey(groves);
  }

  @Test
  void a_company_is_found_without_its_legal_form() {
    knowledge.with("Key Tronic", numbered("Q1", "Key Tronic", EntityType.ORGANISATION, "maker"), 1);
    Entity company = named("Key Tronic Corp", EntityType.ORGANISATION, "Key Tronic Corp");
    assertThat(title(company)).contains("Key Tronic");
  }

  @Test
  void a_county_is_that_of_the_state_that_the_article_mentions() {
    knowledge
        .with("Fern County", titled("Fern County, Texas", 1), 0.5)
        .with("Fern County, Utah", titled("Fern County, Utah", 1), 1);
    Entity county = named("Fern County", EntityType.PLACE, "Fern County");
    text += " lies in ";
    named("Utah", EntityType.PLACE, "Utah");
    assertThat(title(county)).contains("Fern County, Utah");
    assertThat(link().link(county).orElseThrow().why())
        .contains("the article completes the name to “Fern County, Utah”");
  }

  @Test
  void a_person_is_never_a_place() {
    knowledge.with("Brandt", titled("Brandt, Texas", 2), 1);
    Entity brandt = named("Brandt", EntityType.PERSON, "Brandt");
    assertThat(link().considered()).doesNotContainKey(brandt);
  }

  @Test
  void a_town_in_the_name_of_an_organisation_is_not_the_organisation() {
    knowledge.with("Bonn", titled("Bonn", 2.5), 1);
    named("Bonn", EntityType.PLACE, "Bonn");
    text += " has the ";
    Entity exchange =
        new Entity(
            "Bonn Onion Exchange", EntityType.ORGANISATION, Set.of("Bonn", "Onion Exchange"), true);
    int begin = text.length();
    text += "Bonn Onion Exchange";
    mentions.add(
        new Mention(
            new Span(begin, text.length()),
            "Bonn Onion Exchange",
            EntityType.ORGANISATION,
            exchange));
    assertThat(title(exchange)).isEmpty();
  }

  @Test
  void a_company_is_found_without_its_ticker_symbol() {
    knowledge.with("Fernwerk AG", titled("Fernwerk", 1.5), 1);
    Entity company = named("Fernwerk AG FNWG.F", EntityType.ORGANISATION, "Fernwerk AG FNWG.F");
    assertThat(title(company)).contains("Fernwerk");
  }

  @Test
  void a_ticker_symbol_makes_a_name_no_less_alike() {
    knowledge.with("Fern Werk", titled("FernWerk", 1.2), 1);
    Entity company = named("Fern Werk Corp FNW", EntityType.ORGANISATION, "Fern Werk Corp FNW");
    assertThat(title(company)).contains("FernWerk");
  }

  @Test
  void an_abbreviated_legal_form_is_as_good_as_the_full_one() {
    knowledge
        .with("Great Marsh", titled("Great Marsh", 1.8), 0.9)
        .with("Great Marsh Salt Corporation", titled("Great Marsh Salt Corporation", 0.5), 1);
    Entity company = named("Great Marsh Salt", EntityType.ORGANISATION, "Great Marsh Salt Corp");
    text += " of ";
    mentions.add(
        new Mention(
            new Span(text.length(), text.length() + 11),
            "Great Marsh",
            EntityType.ORGANISATION,
            company));
    text += "Great Marsh";
    assertThat(title(company)).contains("Great Marsh Salt Corporation");
  }

  @Test
  void spaces_and_hyphens_in_a_name_make_no_difference() {
    knowledge.with("Ostria Air Lines", titled("Ostria Airlines", 1.4), 1);
    Entity airline = named("Ostria Air Lines", EntityType.ORGANISATION, "Ostria Air Lines");
    assertThat(title(airline)).contains("Ostria Airlines");
  }

  @Test
  void an_organisation_is_found_by_the_beginning_of_its_title() {
    knowledge.with("Harlow", titled("Harlow University", 1.9), 0.68);
    Entity university = named("Harlow", EntityType.ORGANISATION, "Harlow");
    assertThat(title(university)).contains("Harlow University");
  }

  @Test
  void a_postal_code_after_a_town_is_its_state() {
    knowledge
        .with("TX", titled("Tx (band)", 1), 0.7)
        .with("Texas", titled("Texas", 2.3), 1)
        .with("LA", titled("Los Angeles", 2.5), 0.7)
        .with("Louisiana", titled("Louisiana", 2.3), 1);
    named("Marfa", EntityType.PLACE, "Marfa");
    text += ", ";
    Entity texas = named("TX", EntityType.PLACE, "TX");
    text += " and ";
    Entity losAngeles = named("LA", EntityType.PLACE, "LA");
    assertThat(title(texas)).contains("Texas");
    assertThat(title(losAngeles)).isNotEqualTo(Optional.of("Louisiana"));
  }

  @Test
  void a_page_about_a_character_is_nobody() {
    knowledge.with("D.", titled("Ꝺ", 1), 1);
    Entity initial = named("D.", EntityType.PERSON, "D.");
    assertThat(link().considered()).doesNotContainKey(initial);
  }

  @Test
  void an_acronym_without_its_apostrophe_is_found() {
    knowledge.with("QZ", titled("Quarzwerke", 1.5), 1);
    Entity company = named("QZs", EntityType.ORGANISATION, "QZs");
    assertThat(link().considered()).containsKey(company);
  }

  @Test
  void a_higher_bar_leaves_out_what_is_less_sure() {
    knowledge.with("Doctors", titled("Médecins Sans Frontières", 2), 0.4);
    Entity doctors = named("Doctors", EntityType.ORGANISATION, "Doctors");
    double sure = link(0).link(doctors).orElseThrow().confidence();
    assertThat(link(sure).link(doctors)).isPresent();
    assertThat(link(sure + 0.001).link(doctors)).isEmpty();
  }

  @Test
  void the_same_article_is_linked_the_same_way_again() {
    knowledge
        .with("Paris", titled("Paris", 2.5), 0.5)
        .with("Paris", titled("Paris, Texas", 2.5), 0.5);
    named("Paris", EntityType.PLACE, "Paris");
    assertThat(link()).isEqualTo(link());
  }

  private Entity named(String name, EntityType type, String words) {
    Entity entity = new Entity(name, type, Set.of(), true);
    int begin = text.length();
    text += words;
    mentions.add(new Mention(new Span(begin, text.length()), words, type, entity));
    return entity;
  }

  private LinkedExtraction link() {
    return link(EntityLinker.DEFAULT_THRESHOLD);
  }

  private LinkedExtraction link(double bar) {
    Metadata metadata =
        new Metadata(
            Optional.empty(),
            authors,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Article article = new Article("a", new Text(text), metadata, new SourceLocation("a.txt", 1));
    return new EntityLinker(knowledge, bar)
        .link(new Extraction(article, mentions, List.of(), List.of()));
  }

  private Optional<String> title(Entity entity) {
    return link().link(entity).flatMap(it -> it.item().title());
  }
}

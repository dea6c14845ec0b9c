package org.newsgraph.extract.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.ResolutionReason;
import org.newsgraph.extract.name.DetectedName;

/** Resolves labelled names without the network: "{P:Seumas Milne}" marks a name and its label. */
class EntityResolverTest {
  private static final Pattern MARK = Pattern.compile("\\{(\\w):([^}]*)}");

  static List<Mention> resolve(String marked) {
    StringBuilder text = new StringBuilder();
    List<DetectedName> names = new ArrayList<>();
    Matcher matcher = MARK.matcher(marked);
    int from = 0;
    while (matcher.find()) {
      text.append(marked, from, matcher.start());
      int begin = text.codePointCount(0, text.length());
      text.append(matcher.group(2));
      Span span = new Span(begin, text.codePointCount(0, text.length()));
      names.add(new DetectedName(span, matcher.group(2), type(matcher.group(1)), 1));
      from = matcher.end();
    }
    text.append(marked.substring(from));
    return EntityResolver.resolve(new Text(text.toString()), names);
  }

  private static EntityType type(String letter) {
    return switch (letter) {
      case "P" -> EntityType.PERSON;
      case "O" -> EntityType.ORGANISATION;
      case "L" -> EntityType.PLACE;
      default -> EntityType.OTHER;
    };
  }

  private static List<String> names(String marked) {
    return resolve(marked).stream().map(mention -> mention.entity().name()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{P:Lawton Chiles} spoke. {O:Chiles} left. | Lawton Chiles",
        "{P:Jorunn Eva Halvorsen} was asked. {P:Jorunn Eva} agreed. | Jorunn Eva Halvorsen",
        "{P:Dirk-Jan van den Berg} left. {P:Van den Berg} returned. | Dirk-Jan van den Berg",
        "{P:Ildefonso Rojas Paz} spoke. {P:Rojas Paz} left. {P:Rojas Paz} came. | Ildefonso Rojas Paz",
        "{O:Merck and Co} fell. {P:Merck} rose. | Merck and Co",
        "{P:Bill Clinton} met {P:William Clinton}. | William Clinton",
        "{P:Kristin Wilkins} and {P:Kristen Wilkins} and {P:Wilkins}. | Kristen Wilkins",
        "{P:Bashar alAssad} and {P:Assad}. | Bashar al-Assad",
        "{P:JEREMY Corbyn}, {P:Mr Corbyn} and {P:CORBYN}. | Jeremy Corbyn",
        "{P:T. Boone Pickens}, {P:Thomas Pickens}. | T. Boone Pickens",
        "{O:General Motors Corp} and {O:General Motors} and {O:GM}. | General Motors",
        "{O:Dow Chemical Co}; {O:Dow}. | Dow Chemical Co",
        "{O:GAF Corp} and {O:GAFs}. | GAF",
        "{O:J.P. Morgan}; {O:Morgan}. | J.P. Morgan",
        "{O:Clean Harbour Alliance}; {O:Clean Harbour}. | Clean Harbour Alliance",
        "{O:U.S. Senate Budget Committee}; {O:Senate Budget Committee}."
            + "| U.S. Senate Budget Committee",
        "{O:U.S. Securities and Exchange Commission}; {O:SEC}."
            + "| Securities and Exchange Commission",
        "{O:Government Accountability Office}; {O:GAO}. | Government Accountability Office",
        "The {O:Democratic Alliance for the Betterment of Hong Kong} ({P:DAB}). {O:DAB}."
            + "| Democratic Alliance for the Betterment of Hong Kong",
        "{O:Merrill Lynch Capital Markets}; {O:Merrill Lynch Captial Markets}."
            + "| Merrill Lynch Capital Markets",
        "{L:UK}, {L:Britain}, {L:United Kingdom}. | United Kingdom"
      })
  void forms_of_one_name_are_one_entity(String marked, String name) {
    assertThat(names(marked)).containsOnly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{O:New Zealand Herald} of {L:New Zealand}",
        "{O:United Kingdom Home Office} in the {L:UK}",
        "{O:General Motors Acceptance Corp} and {O:General Motors Corp}",
        "{L:New Territories East} and {L:New Territories West}",
        "{O:Kennedy Space Center Visitor Complex} at the {O:Kennedy Space Center}",
        "{P:Brendan Cox} and {P:Jo Cox}",
        "{P:George Washington} in {L:Washington}",
        "{P:Michael Ende} and {P:Daniel Ende}",
        "{O:Group 2008} and {O:Group 2009}",
        "{P:Paul Walker} and {P:Alan Walker}"
      })
  void names_of_different_things_stay_apart(String marked) {
    assertThat(resolve(marked).stream().map(Mention::entity).distinct()).hasSize(2);
  }

  @Test
  void beside_michelle_obama_mr_obama_is_another_and_so_is_the_president() {
    assertThat(
            names(
                "President {P:Obama} spoke. {P:Michelle Obama} came. Mr. {P:Obama} left."
                    + " {P:Michelle Obama} stayed. President {P:Obama} flew."))
        .containsExactly("Obama", "Michelle Obama", "Obama", "Michelle Obama", "Obama");
  }

  @Test
  void every_mention_says_why_it_names_its_entity() {
    assertThat(
            resolve(
                "{P:Seumas Milne}, aide, and {P:Milne} of the {O:Clean Harbour Alliance} and"
                    + " {O:Clean Harbour}, {O:Islamic State}, {O:IS}, in {L:Britain}."))
        .extracting(Mention::text, Mention::why)
        .containsExactly(
            tuple("Seumas Milne", ResolutionReason.NAME),
            tuple("Milne", ResolutionReason.FAMILY_NAME),
            tuple("Clean Harbour Alliance", ResolutionReason.NAME),
            tuple("Clean Harbour", ResolutionReason.SHORT_FORM),
            tuple("Islamic State", ResolutionReason.NAME),
            tuple("IS", ResolutionReason.INITIALS),
            tuple("Britain", ResolutionReason.KNOWN_NAME));
  }

  @Test
  void a_company_has_one_name_in_every_article_whatever_its_legal_form() {
    assertThat(names("{O:Hoechst Celanese Corp.} paid.")).containsExactly("Hoechst Celanese");
    assertThat(names("{O:Hoechst Celanese} paid.")).containsExactly("Hoechst Celanese");
    assertThat(names("{O:News Corp} paid.")).containsExactly("News Corp");
  }

  @Test
  void a_single_name_may_misspell_the_family_name_of_one_person() {
    assertThat(names("{P:Jan Eldridge} spoke. {P:Eldrige} left."))
        .containsExactly("Jan Eldridge", "Jan Eldridge");
    assertThat(names("{P:Jan Eldridge} and {P:Bo Eldritge} spoke. {P:Eldrige} left."))
        .contains("Eldrige");
  }

  @Test
  void of_two_with_one_family_name_the_office_decides() {
    assertThat(
            names(
                "Prime Minister {P:Han Dok-su} came. Justice Minister {P:Han Tong-ho} spoke. Prime"
                    + " Minister {P:Han} left."))
        .containsExactly("Han Dok-su", "Han Tong-ho", "Han Dok-su");
  }
}

package org.newsgraph.serve.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Article;
import org.newsgraph.article.Metadata;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Extraction;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.Speaker;
import org.newsgraph.extract.Statement;
import org.newsgraph.extract.StatementKind;
import org.newsgraph.serve.Served;

/** The figures and the picture on an entity's page. */
final class EntityPageTest {
  private static final String FILE =
      "http://commons.wikimedia.org/wiki/Special:FilePath/Ada%20%22Novak%22.jpg";

  private static final Pattern STATEMENT = Pattern.compile("#statement=\\d+,\\d+");

  @TempDir Path folder;

  /** Returns an article in which a person says "Aye" many times. */
  private static Extraction ayes(int number) {
    String text = "Nora Many said: " + "‘Aye.’ ".repeat(number);
    Entity nora = new Entity("Nora Many", EntityType.PERSON, Set.of(), true);
    Span name = new Span(0, 9);
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Span words = new Span(16 + 7 * i, 22 + 7 * i);
      statements.add(
          new Statement(
              words,
              List.of(words),
              "‘Aye.’",
              StatementKind.DIRECT,
              Optional.empty(),
              Optional.of(new Speaker.Known(name, "Nora Many", nora)),
              Set.of(),
              0.9));
    }
    Metadata metadata =
        new Metadata(
            Optional.of("Ayes"),
            List.of(),
            Optional.empty(),
            Optional.of("2016-10-13"),
            Optional.empty(),
            Optional.empty());
    return new Extraction(
        new Article("ayes", new Text(text), metadata),
        List.of(new Mention(name, "Nora Many", EntityType.PERSON, nora)),
        statements,
        List.of());
  }

  @Test
  void it_counts_all_and_says_of_which_the_rest_is_counted() throws Exception {
    try (Served served = new Served(folder, UnaryOperator.identity())) {
      served.put(ayes(520));
      assertThat(served.get("entity/Nora_Many.html").body())
          .containsPattern("<dt>statements</dt><dd><a href=\"[^\"]+\">520</a></dd>")
          .doesNotContain("500+");
      assertThat(served.get("entity/Ada_Novak.html").body()).doesNotContain("Based on the latest");
    }
  }

  @Test
  void statements_of_one_who_has_too_many_to_sort_come_in_the_same_order() throws Exception {
    List<String> pages = new ArrayList<>();
    for (int number : List.of(900, 2_000)) {
      try (Served served = new Served(folder.resolve("ayes" + number), UnaryOperator.identity())) {
        served.put(ayes(number));
        String page = served.get("statements?speaker=Nora+Many&each=1").body();
        pages.add(STATEMENT.matcher(page).results().map(MatchResult::group).collect(joining("\n")));
      }
    }
    assertThat(pages.get(0)).contains("#statement=16,22").contains("#statement=289,295");
    assertThat(pages.get(1)).isEqualTo(pages.get(0));
  }

  /** Returns a later article without statements. */
  private static Extraction later(int day) {
    Metadata metadata =
        new Metadata(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of("2017-01-01T00:%02d:00Z".formatted(day)),
            Optional.empty(),
            Optional.empty());
    return new Extraction(
        new Article("later" + day, new Text("Nothing."), metadata),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void statements_of_one_who_was_silent_since_are_found_all_the_same() throws Exception {
    try (Served served = new Served(folder, UnaryOperator.identity())) {
      served.put(ayes(2_000));
      // Searching this many articles costs more than sorting two thousand statements.
      for (int day = 0; day < 55; day++) {
        served.put(later(day));
      }
      String page = served.get("statements?speaker=Nora+Many&each=1").body();
      assertThat(STATEMENT.matcher(page).results().map(MatchResult::group))
          .contains("#statement=16,22", "#statement=289,295");
      assertThat(served.get("statements?speaker=Nora+Many&each=1&to=2016").body())
          .contains("#statement=16,22");
      assertThat(served.get("entity/Nora_Many.html").body()).contains(">2,000</a></dd>");
    }
  }

  private static HttpResponse<String> ada(Served served, String picture)
      throws IOException, InterruptedException {
    served.send(
        "POST",
        "news/update",
        "INSERT DATA { GRAPH <%sgraph/entities> { <%s> <http://www.wikidata.org/prop/direct/P18> <%s> } }"
            .formatted(
                served.store.iris().base(),
                served.store.iris().entity("Ada Novak").getURI(),
                picture),
        "Content-Type",
        "application/sparql-update",
        "Authorization",
        Served.login(Served.EDITOR, Served.PASSWORD));
    return served.get("entity/Ada_Novak.html");
  }

  private static String policy(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
  }

  @Test
  void a_picture_is_a_link_unless_the_server_is_to_show_it() throws Exception {
    try (Served served = new Served(folder, UnaryOperator.identity())) {
      HttpResponse<String> answer = ada(served, FILE);
      assertThat(answer.body()).contains("<a href=\"" + FILE + "\"").doesNotContain("<img");
      assertThat(policy(answer)).contains("img-src 'self' data:;").doesNotContain("wikimedia");
    }
  }

  @Test
  void a_picture_comes_from_commons_alone_and_says_who_is_seen() throws Exception {
    try (Served served = new Served(folder, it -> it.withPictures(true))) {
      HttpResponse<String> answer = ada(served, FILE);
      assertThat(answer.body())
          .contains(
              "<img src=\"https://commons.wikimedia.org/wiki/Special:FilePath/Ada%20%22Novak%22.jpg?width=330\"",
              "alt=\"Picture of Ada Novak\"",
              "loading=\"lazy\" referrerpolicy=\"no-referrer\"",
              "href=\"https://commons.wikimedia.org/wiki/File:Ada%20%22Novak%22.jpg\"");
      assertThat(policy(answer))
          .contains(
              "img-src 'self' data: https://commons.wikimedia.org https://upload.wikimedia.org;");
    }
  }

  @Test
  void a_picture_from_elsewhere_is_never_shown() throws Exception {
    try (Served served = new Served(folder, it -> it.withPictures(true))) {
      String body = ada(served, "https://tracker.example/wiki/Special:FilePath/Ada.jpg").body();
      assertThat(body).contains("tracker.example").doesNotContain("<img");
    }
  }

  @Test
  void who_is_known_in_one_article_only_has_a_link_from_the_graph() throws Exception {
    try (Served served = new Served(folder, UnaryOperator.identity())) {
      String blake = "/entity?iri=" + URLEncoder.encode("article/harbour%201#entity=Blake", UTF_8);
      assertThat(served.get("graph-view?entity=Ada_Novak").body()).contains(blake);
      assertThat(served.get(blake.substring(1)).statusCode()).isEqualTo(200);
    }
  }
}

package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.article.Problems;
import org.newsgraph.graph.News;
import org.newsgraph.ingest.ArticleLinker;
import org.newsgraph.ingest.IngestProgress;
import org.newsgraph.link.EntityLinker;
import org.newsgraph.link.builtin.BuiltInKnowledgeBase;
import org.newsgraph.serve.NewsServer;
import org.newsgraph.serve.QuickPassword;
import org.newsgraph.serve.Settings;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.browser.Chromium;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.store.NewsStore;

/** Links of a served database, corrected over HTTP and in a browser. */
final class LinkChoiceServedTest {
  private static final String PASSWORD = "a-long-password";

  private static final String ARTICLES =
      """
      {"id":"plant","title":"Plant closes","text":"Ford will close its plant in Cambridge. \
      \\"We regret this,\\" said Ford spokeswoman Ann Roe. Mayor Tom Hill of Cambridge, \
      Massachusetts, said the town would suffer."}
      {"id":"cars","title":"Car sales","text":"Ford Motor Company said on Monday that sales in \
      Germany rose. Ford Motor Company is based in Detroit."}
      {"id":"trucks","title":"Trucks","text":"Toyota will build trucks in Germany and Norway."}
      """;

  @RegisterExtension static final Chromium browser = new Chromium();
  @TempDir static Path folder;

  private static NewsStore store;
  private static ArticleLinker linker;
  private static ServerCorrector corrector;
  private static NewsServer server;

  @BeforeAll
  static void serve() throws Exception {
    Path articles = Files.writeString(folder.resolve("cars.jsonl"), ARTICLES);
    Path database = folder.resolve("db");
    assertThat(Command.run("build", articles.toString(), "--db", database.toString()).status())
        .isZero();
    Path logins = folder.resolve("logins");
    String hash = QuickPassword.hash(PASSWORD);
    Files.writeString(logins, "ada:editor:" + hash + "\nbo:reader:" + hash + "\n");
    store = NewsStore.open(database);
    linker = new ArticleLinker(List.of(new BuiltInKnowledgeBase()), EntityLinker.DEFAULT_THRESHOLD);
    corrector =
        new ServerCorrector(store, linker, new Problems(problem -> {}), IngestProgress.NONE);
    server =
        NewsServer.start(
            store,
            Settings.of("127.0.0.1", 0).withLogins(Logins.read(logins), false),
            Optional.of(new Editing(new ServerIngest(store, linker), corrector)));
  }

  @AfterAll
  static void close() {
    server.close();
    corrector.close();
    linker.close();
    store.close();
  }

  @Test
  void the_facts_show_the_item_the_confidence_and_the_map() throws Exception {
    String page = get("entity/Detroit.html", "").body();
    assertThat(page)
        .contains("<dt>Linked to</dt>", ">GeoNames 4990729</a>", "Confidence ", "/map?at=")
        .contains("42.33° N, 83.05° W")
        .doesNotContain("Not this one");
    assertThat(get("entity/Detroit.html", "ada").body())
        .contains("<a href=\"/correct/link?entity=entity%2FDetroit\">Not this one</a>");
    assertThat(get("article/cars", "").body()).contains("title=\"Detroit: GeoNames 4990729, ");
  }

  @Test
  void a_wrong_link_is_replaced_in_two_clicks_and_undone() {
    // The town to which the linker links the name, right or wrong.
    Node town =
        store.read(
            it ->
                it.find(
                        Node.ANY,
                        Node.ANY,
                        News.nameInArticle,
                        NodeFactory.createLiteralString("Cambridge"))
                    .next()
                    .getSubject());
    browser.look(1440, 900);
    browser.open(
        server.address().replace("http://", "http://ada:" + PASSWORD + "@")
            + "login?to=/"
            + store.iris().relative(town)
            + ".html");
    browser.find(".linked p a").click();
    browser.until("document.title.startsWith('Link of Cambridge')");
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      assertThat(browser.violations()).isEmpty();
    }
    browser.dark(false);
    browser.shoot("link-choice");
    browser.find("button[value*='Cambridge, Ontario']").click();
    browser.until("document.title.startsWith('Corrected')");
    assertThat(browser.find(".note").getText())
        .startsWith("Linked " + store.iris().name(town) + " to Cambridge, Ontario (Q1028279)");
    browser.find(".actions a").click();
    browser.until("document.title.startsWith('Cambridge, Ontario')");
    assertThat(browser.find(".facts").getText()).contains("Wikidata Q1028279", "Canada");
    assertThat(browser.find(".linked").getText()).contains("chosen by a person");
    browser.look(390, 900);
    assertThat(browser.overflow()).isZero();
    assertThat(browser.violations()).isEmpty();
    browser.shoot("link-chosen-390");
    browser.script("document.querySelector('input[value=relink]').form.requestSubmit()");
    browser.until("document.title.startsWith('Corrected')");
    assertThat(browser.find(".note").getText()).contains("is automatic again");
    assertThat(browser.find(".actions").getText()).contains(store.iris().name(town));
  }

  @Test
  void one_of_two_names_of_an_item_is_unlinked_in_one_article() throws Exception {
    assertThat(get("correct/link?entity=entity%2FFord_Motor_Company", "ada").body())
        .contains("<option value=\"entity/Ford\">only “Ford”</option>")
        .contains("only Car sales", "linked now", "None of them");
    assertThat(
            correct("kind", "link", "entity", "entity/Ford", "other", "none", "article", "plant"))
        .contains("Linked Ford to nothing in one article; 1 article reprocessed.");
    assertThat(get("entity?iri=article%2Fplant%23entity%3DFord", "").body())
        .contains("<dd class=\"linked\">nothing")
        .contains("Ford in the article plant is linked to nothing");
    assertThat(get("entity/Ford_Motor_Company.html", "").body()).contains("Wikidata Q44294");
    assertThat(correct("kind", "relink", "entity", "article/plant#entity=Ford"))
        .contains("is automatic again; 1 article reprocessed");
  }

  @Test
  void another_name_or_a_number_finds_an_item_that_is_not_listed() throws Exception {
    assertThat(get("correct/link?entity=entity%2FToyota&q=Honda", "ada").body())
        .contains("Items with the name “Honda”", "This one: Honda");
    assertThat(correct("kind", "link", "entity", "entity/Norway", "other", "Q123456789"))
        .contains("Linked Norway to Q123456789 (no knowledge base here has this item)");
    assertThat(get("entity/Norway_(Q123456789).html", "").body()).contains("Wikidata Q123456789");
    assertThat(correct("kind", "relink", "entity", "entity/Norway_(Q123456789)"))
        .contains("is automatic again");
  }

  @Test
  void nonsense_is_refused_with_a_reason() throws Exception {
    assertThat(correct("kind", "link", "entity", "entity/Toyota", "other", "<script>"))
        .contains("Not corrected", "&lt;script&gt;&quot; is not an item")
        .doesNotContain("<script>\"");
    assertThat(correct("kind", "link", "entity", "entity/Nobody", "other", "Q5"))
        .contains("There is no entity");
    assertThat(correct("kind", "unlink", "entity", "entity/Toyota", "article", "nowhere"))
        .contains("No article &quot;nowhere&quot; mentions");
    assertThat(correct("kind", "relink", "entity", "entity/Toyota"))
        .contains("No correction chooses the link of");
    assertThat(get("correct/link?entity=entity%2FNobody", "ada").statusCode()).isEqualTo(404);
    assertThat(get("correct/link?entity=https%3A%2F%2Fexample.org%2F", "ada").statusCode())
        .isEqualTo(400);
    assertThat(get("correct/link", "ada").statusCode()).isEqualTo(400);
  }

  @Test
  void only_editors_on_pages_of_this_server_choose_links() throws Exception {
    assertThat(get("correct/link?entity=entity%2FToyota", "").statusCode()).isEqualTo(401);
    assertThat(get("correct/link?entity=entity%2FToyota", "bo").statusCode()).isEqualTo(403);
    List<String> unlink = List.of("kind", "unlink", "entity", "entity/Toyota");
    assertThat(post(unlink, "", Optional.empty()).statusCode()).isEqualTo(401);
    assertThat(post(unlink, "bo", Optional.empty()).statusCode()).isEqualTo(403);
    assertThat(post(unlink, "ada", Optional.of("http://evil.example")).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> get(String path, String user) throws Exception {
    return send(request(path, user).GET().build());
  }

  private static String correct(String... form) throws Exception {
    return post(List.of(form), "ada", Optional.empty()).body();
  }

  private static HttpResponse<String> post(List<String> form, String user, Optional<String> origin)
      throws Exception {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < form.size(); i += 2) {
      pairs.add(form.get(i) + "=" + URLEncoder.encode(form.get(i + 1), UTF_8));
    }
    HttpRequest.Builder request =
        request("correct", user)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    origin.ifPresent(it -> request.header("Origin", it));
    return send(request.build());
  }

  private static HttpRequest.Builder request(String path, String user) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path)).header("Accept", "text/html");
    if (!user.isEmpty()) {
      String login = user + ":" + PASSWORD;
      request.header(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)));
    }
    return request;
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}

package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.security.Logins;
import org.newsgraph.store.NewsStore;

/** The operation of a server: TLS certificates, shutdown, calls to other endpoints. */
class OperationTest {
  private static final String ASK = "news/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D";

  @TempDir Path folder;

  @Test
  void with_a_certificate_it_answers_over_tls_and_tells_browsers_to_stay_there() throws Exception {
    SelfSigned certificate = certificate();
    try (Served served =
        new Served(
            folder, it -> it.withTls(new Settings.Tls(certificate.keystore(), Served.PASSWORD)))) {
      assertThat(served.server.address()).startsWith("https://");
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(certificate.context())
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(served.server.address() + ASK))
                      .header("Accept", "application/sparql-results+json, text/html")
                      .header("Authorization", Served.login(Served.READER, Served.PASSWORD))
                      .build(),
                  BodyHandlers.ofString(UTF_8));
      assertThat(answer.body()).contains("true");
      assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).endsWith("; Secure");
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThatThrownBy(() -> served.get(ASK))
          .as("who does not know it")
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_wrong_password_of_the_certificate_is_told() throws Exception {
    SelfSigned certificate = certificate();
    assertThatThrownBy(
            () ->
                new Served(
                    folder, it -> it.withTls(new Settings.Tls(certificate.keystore(), "another"))))
        .isInstanceOf(ServeException.class)
        .hasMessageContaining("check the file and its password");
  }

  @Test
  void what_is_under_way_when_the_server_is_stopped_is_answered() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Path logins = folder.resolve("logins");
    Files.writeString(logins, Served.EDITOR + ":editor:" + QuickPassword.hash(Served.PASSWORD));
    try (NewsStore store = NewsStore.create(folder.resolve("db"), Optional.empty())) {
      NewsServer server =
          NewsServer.start(
              store,
              Settings.of("127.0.0.1", 0).withLogins(Logins.read(logins), false),
              Optional.of(
                  new Editing(
                      article -> {
                        arrived.countDown();
                        await(release);
                      },
                      wish -> "")));
      String address = server.address();
      HttpRequest post =
          HttpRequest.newBuilder(URI.create(address + "api/articles"))
              .header("Content-Type", "application/json")
              .header("Authorization", Served.login(Served.EDITOR, Served.PASSWORD))
              .POST(BodyPublishers.ofString("{\"id\":\"late\",\"text\":\"Late news.\"}"))
              .build();
      CompletableFuture<HttpResponse<String>> answer =
          HttpClient.newHttpClient().sendAsync(post, BodyHandlers.ofString(UTF_8));
      await(arrived);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      release.countDown();
      assertThat(answer.get().statusCode()).isLessThan(500);
      stopped.get();
      assertThatThrownBy(
              () ->
                  HttpClient.newHttpClient()
                      .send(
                          HttpRequest.newBuilder(URI.create(address)).build(),
                          BodyHandlers.discarding()))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void an_allowed_endpoint_is_asked_and_no_other() throws Exception {
    try (Served other = new Served(folder.resolve("other"), it -> it)) {
      String endpoint = other.server.address() + "news/sparql";
      try (Served served =
          new Served(folder.resolve("one"), it -> it.withServices(Set.of(endpoint)))) {
        String asked =
            "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                + " SELECT ?there WHERE { SERVICE <%s> { ?there rdfs:label 'Ada Novak' } }";
        assertThat(served.query(asked.formatted(endpoint)).body()).contains("Ada_Novak");
        assertThat(
                served.query(asked.formatted(other.server.address() + "news/other")).statusCode())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void a_graph_is_given_to_those_who_name_no_format() throws Exception {
    try (Served served = new Served(folder, it -> it)) {
      String graph = URLEncoder.encode(served.store.iris().article("market").getURI(), UTF_8);
      HttpResponse<String> answer = served.get("news/data?graph=" + graph);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("Ada_Novak");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private SelfSigned certificate() throws Exception {
    return SelfSigned.create(
        folder.resolve("server.p12"), Served.PASSWORD, "ip:127.0.0.1,dns:localhost");
  }
}

package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.serve.Served.EDITOR;
import static org.newsgraph.serve.Served.login;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsgraph.serve.transport.TrustedProxies;

/** A server behind a proxy: what the proxy states is believed, what clients add to it is not. */
class BehindProxyTest {
  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served =
        new Served(
            folder.resolve("trusting"),
            it -> it.withProxies(TrustedProxies.LOOPBACK).withHosts(Set.of("news.example.org")));
  }

  @AfterAll
  static void close() {
    served.close();
  }

  /** Returns the number of fourteen wrong logins that were refused without being tried. */
  private static int refusedGuesses(Served server, String header, IntFunction<String> value)
      throws IOException, InterruptedException {
    int refused = 0;
    for (int i = 0; i < 14; i++) {
      int status =
          server
              .get(
                  "api/webhooks",
                  "Authorization",
                  login(EDITOR, "guess " + i),
                  header,
                  value.apply(i))
              .statusCode();
      refused += status == 429 ? 1 : 0;
    }
    return refused;
  }

  @Test
  void guesses_are_counted_by_the_address_that_the_proxy_saw() throws Exception {
    assertThat(refusedGuesses(served, "X-Forwarded-For", i -> "10.9.8." + i + ", 203.0.113.6"))
        .isEqualTo(4);
    var right =
        served.get(
            "api/webhooks",
            "Authorization",
            login(EDITOR, Served.PASSWORD),
            "X-Forwarded-For",
            "203.0.113.7");
    assertThat(right.statusCode()).as("another client").isEqualTo(200);
  }

  @Test
  void guesses_from_one_ipv6_network_are_counted_together() throws Exception {
    assertThat(
            refusedGuesses(
                served, "X-Forwarded-For", i -> "2001:db8:1:2::" + Integer.toHexString(i + 1)))
        .isEqualTo(4);
  }

  @Test
  void addresses_are_not_believed_from_elsewhere() throws Exception {
    try (Served other =
        new Served(folder.resolve("other"), it -> it.withProxies(Set.of("203.0.113.0/24")))) {
      assertThat(refusedGuesses(other, "X-Forwarded-For", i -> "198.51.100." + i)).isEqualTo(4);
      assertThat(other.get("reconcile", "X-Forwarded-Host", "evil.example").body())
          .doesNotContain("evil.example");
      assertThat(other.get("$/metrics").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void a_host_that_is_not_ours_is_refused_and_ours_is_named() throws Exception {
    assertThat(served.get("reconcile", "X-Forwarded-Host", "evil.example").statusCode())
        .isEqualTo(421);
    assertThat(
            served
                .get("reconcile", "X-Forwarded-Host", "news.example.org, evil.example")
                .statusCode())
        .isEqualTo(421);
    assertThat(served.get("reconcile", "X-Forwarded-Host", "a b<c>").statusCode()).isEqualTo(421);
    assertThat(
            served
                .get(
                    "reconcile",
                    "X-Forwarded-Host",
                    "evil.example, news.example.org",
                    "X-Forwarded-Proto",
                    "https",
                    "Forwarded",
                    "host=evil.example")
                .body())
        .contains("https://news.example.org/")
        .doesNotContain("evil.example");
  }

  @Test
  void metrics_need_a_login_however_their_address_is_written() throws Exception {
    for (String path :
        List.of("$/metrics", "%24/metrics", "$/%6detrics", "$/metrics/", "$/metrics;x")) {
      assertThat(served.get(path).body()).as(path).doesNotContain("jvm_memory_used_bytes");
    }
    assertThat(served.get("$/metrics", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(401);
  }

  @Test
  void a_login_over_tls_sets_a_secure_cookie() throws Exception {
    String secure = cookie("X-Forwarded-Proto", "https");
    assertThat(secure).contains("; Secure", "HttpOnly", "SameSite=Strict");
    assertThat(cookie("X-Forwarded-Proto", "http")).doesNotContain("Secure");
  }

  private static String cookie(String... header) throws IOException, InterruptedException {
    return served
        .get(
            "",
            "Accept",
            "text/html",
            "Authorization",
            login(EDITOR, Served.PASSWORD),
            "X-Forwarded-For",
            "203.0.113.9",
            header[0],
            header[1])
        .headers()
        .firstValue("Set-Cookie")
        .orElse("");
  }

  @Test
  void the_log_names_the_client() throws Exception {
    served.get("api", "X-Forwarded-For", "10.9.8.7, 203.0.113.44");
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!String.join("\n", served.logged()).contains("\"203.0.113.44\"")) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
    assertThat(String.join("\n", served.logged())).doesNotContain("10.9.8.7");
  }
}

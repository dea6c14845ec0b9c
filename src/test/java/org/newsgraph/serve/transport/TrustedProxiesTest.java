package org.newsgraph.serve.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;

final class TrustedProxiesTest {
  private static Forwarding read(String... headers) {
    HttpFields.Mutable fields = HttpFields.build();
    for (int i = 0; i < headers.length; i += 2) {
      fields.add(headers[i], headers[i + 1]);
    }
    return Forwarding.of(fields);
  }

  private static String client(String... headers) {
    return read(headers).client().map(InetAddress::getHostAddress).orElse("");
  }

  @Test
  void only_the_entry_of_the_last_proxy_counts() {
    assertThat(client("X-Forwarded-For", "203.0.113.6")).isEqualTo("203.0.113.6");
    assertThat(client("X-Forwarded-For", "10.9.8.7, 203.0.113.6")).isEqualTo("203.0.113.6");
    assertThat(client("X-Forwarded-For", "10.9.8.7", "X-Forwarded-For", "203.0.113.6"))
        .isEqualTo("203.0.113.6");
    assertThat(client("X-Forwarded-For", "203.0.113.6:4711")).isEqualTo("203.0.113.6");
    assertThat(client("X-Forwarded-For", "[2001:db8::6]:4711")).isEqualTo("2001:db8:0:0:0:0:0:6");
    assertThat(client("X-Forwarded-For", "2001:db8::6")).isEqualTo("2001:db8:0:0:0:0:0:6");
    assertThat(client("Forwarded", "for=10.9.8.7, for=\"[2001:db8::6]:1\";proto=https"))
        .isEqualTo("2001:db8:0:0:0:0:0:6");
    assertThat(read("X-Forwarded-Host", "evil.example, news.example.org").host())
        .contains("news.example.org");
    assertThat(read("X-Forwarded-Proto", "http,HTTPS").scheme()).contains("https");
  }

  @Test
  void a_client_without_a_numeric_address_keeps_that_of_the_proxy() {
    for (String text : List.of("unknown", "_hidden", "evil<script>", "localhost", "1.2.3", "")) {
      assertThat(client("X-Forwarded-For", text)).as(text).isEmpty();
    }
    assertThat(client("X-Forwarded-For", "203.0.113.6, unknown")).isEmpty();
  }

  @Test
  void forwarded_is_ignored_beside_the_headers_that_a_proxy_sets() {
    Forwarding both =
        read(
            "Forwarded",
            "for=10.9.8.7;host=evil.example;proto=https",
            "X-Forwarded-For",
            "203.0.113.6");
    assertThat(both.client().orElseThrow().getHostAddress()).isEqualTo("203.0.113.6");
    assertThat(both.host()).isEmpty();
    assertThat(both.scheme()).isEmpty();
    assertThat(read("X-Forwarded-Proto", "gopher").scheme()).isEqualTo(Optional.empty());
  }

  @Test
  void a_proxy_is_given_by_address_or_network() {
    assertThat(new TrustedProxies(List.of("10.0.0.7", "10.1.0.0/16", "fd00::/64", "::1")))
        .isNotNull();
    for (String wrong : List.of("proxy.example.org", "10.0.0.7/16", "10.0.0.0/33", "any", "")) {
      assertThatThrownBy(() -> new TrustedProxies(List.of(wrong)))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("neither an IP address nor a network");
    }
  }
}

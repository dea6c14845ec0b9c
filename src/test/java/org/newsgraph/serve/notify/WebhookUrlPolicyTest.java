package org.newsgraph.serve.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsgraph.serve.http.HttpError;

/** Webhooks call public hosts and those that the operator allows, in an unambiguous spelling. */
final class WebhookUrlPolicyTest {
  private static final WebhookUrlPolicy POLICY = new WebhookUrlPolicy(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1./",
        "http://0/",
        "http://[::]/",
        "http://[::1]/",
        "http://[::127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:7f00:1::]/",
        "http://[fe80::1]/",
        "http://[fe80::1%25lo]/",
        "http://[fe80::1%lo]/",
        "http://[2606:4700:4700::1111%eth0]/",
        "http://169.254.169.254/latest/",
        "http://192.0.2.1/",
        "http://198.18.0.1/",
        "http://localhost/",
        "http://LOCALHOST.:8080/",
        "http://localhost.localdomain./",
        "http://example.org./",
        "http://1.1.1.1@127.0.0.1/",
        "http://user:password@8.8.8.8/",
        "http://127.0.0.1#@8.8.8.8/",
        "http://127.0.0.1\\@8.8.8.8/",
        "http://127%2e0.0.1/",
        "http://127\u30020\u30020\u30021/",
        "http://\u24db\u24ddocalhost/",
        "http://8.8.8.8:0/",
        "http://8.8.8.8:65536/",
        "http://8.8.8.8:99999/",
        "http://8.8.8.8:-1/",
        "http://8.8.8.8:80a/",
        "http://8.8.8.8/a b",
        "http://8.8.8.8/\r\nX: y",
        "http://8.8.8.8/%zz",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "jar:http://8.8.8.8/!/",
        "http:8.8.8.8",
        "//8.8.8.8/",
        "http:///x",
        "http://",
        "x",
        ""
      })
  void a_url_that_may_lead_inside_or_is_read_differently_is_refused(String url) {
    assertThatThrownBy(() -> POLICY.resolve(url))
        .isInstanceOfSatisfying(HttpError.class, e -> assertThat(e.status()).isIn(400, 403));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://8.8.8.8/",
        "HTTPS://8.8.8.8:8443/hook?a=b",
        "https://[2606:4700:4700::1111]/",
        "http://8.8.8.8:65535/"
      })
  void a_public_address_is_allowed(String url) {
    assertThat(POLICY.resolve(url).addresses()).hasSize(1);
  }

  @Test
  void an_allowed_host_may_have_any_address_but_only_in_this_spelling() {
    WebhookUrlPolicy policy = new WebhookUrlPolicy(Set.of("localhost", "127.0.0.1", "::1"));
    assertThat(policy.resolve("http://LocalHost:8080/").port()).isEqualTo(8080);
    assertThat(policy.resolve("http://127.0.0.1/").port()).isEqualTo(80);
    assertThat(policy.resolve("https://[::1]/").port()).isEqualTo(443);
    for (String url :
        new String[] {"http://127.0.0.2/", "http://0177.0.0.1/", "http://localhost./"}) {
      assertThatThrownBy(() -> policy.resolve(url)).isInstanceOf(HttpError.class);
    }
  }

  @Test
  void a_target_has_the_parts_of_an_http_request() {
    WebhookTarget target = POLICY.resolve("http://[2606:4700:4700::1111]:8080?q=\u00e9");
    assertThat(target.host()).isEqualTo("2606:4700:4700::1111");
    assertThat(target.hostHeader()).isEqualTo("[2606:4700:4700::1111]:8080");
    assertThat(target.requestTarget()).isEqualTo("/?q=%C3%A9");
    assertThat(POLICY.resolve("https://8.8.8.8").requestTarget()).isEqualTo("/");
  }
}

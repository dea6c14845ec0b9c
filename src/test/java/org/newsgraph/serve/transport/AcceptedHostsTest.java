package org.newsgraph.serve.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AcceptedHostsTest {
  private static final List<String> FOREIGN =
      List.of(
          "evil.example",
          "evil.example:3030",
          "localhost.evil.example",
          "127.0.0.1.evil.example",
          "127.0.0.1@evil.example",
          "localhost:3030@evil.example",
          "evil.example#localhost",
          "evil.example/localhost",
          "127.1.evil.example.",
          "news.example.org.evil.example",
          "xnews.example.org",
          "[::1].evil.example",
          "evil.example\\localhost");

  @Test
  void a_server_for_one_machine_answers_to_local_names() {
    AcceptedHosts hosts = new AcceptedHosts("127.0.0.1", Set.of());
    assertThat(
            List.of(
                "localhost",
                "LOCALHOST:3030",
                "localhost.",
                "news.localhost",
                "127.0.0.1:3030",
                "127.8.9.10",
                "[::1]:3030",
                "archive",
                "archive:80"))
        .allMatch(hosts::accepts);
    assertThat(FOREIGN).noneMatch(hosts::accepts);
    assertThat(List.of("192.168.1.7:3030", "[2001:db8::1]", "archive.local", "news.example.org"))
        .noneMatch(hosts::accepts);
  }

  @Test
  void a_server_for_a_network_answers_to_addresses_and_names_in_it() {
    for (String address : List.of("0.0.0.0", "::", "192.168.1.7")) {
      AcceptedHosts hosts = new AcceptedHosts(address, Set.of());
      assertThat(
              List.of(
                  "localhost",
                  "192.168.1.7:3030",
                  "[2001:db8::1]:3030",
                  "archive:3030",
                  "Archive.local"))
          .as(address)
          .allMatch(hosts::accepts);
      assertThat(FOREIGN).as(address).noneMatch(hosts::accepts);
      assertThat(hosts.accepts("news.example.org")).isFalse();
    }
  }

  @Test
  void further_names_are_accepted_on_any_port() {
    AcceptedHosts hosts = new AcceptedHosts("127.0.0.1", Set.of("News.Example.org", "192.0.2.4"));
    assertThat(List.of("news.example.org", "NEWS.example.org.:8443", "192.0.2.4"))
        .allMatch(hosts::accepts);
    assertThat(FOREIGN).noneMatch(hosts::accepts);
    assertThat(new AcceptedHosts("archive.example.org", Set.of()).accepts("archive.example.org"))
        .isTrue();
  }

  @Test
  void the_protection_can_be_disabled() {
    assertThat(FOREIGN).allMatch(new AcceptedHosts("127.0.0.1", Set.of("*"))::accepts);
  }
}

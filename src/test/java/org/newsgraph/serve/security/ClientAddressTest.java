package org.newsgraph.serve.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClientAddressTest {
  @Test
  void addresses_of_one_ipv6_network_are_one_client() {
    assertThat(ClientAddress.of("2001:db8:1:2::1"))
        .isEqualTo("2001:db8:1:2:0:0:0:0/64")
        .isEqualTo(ClientAddress.of("[2001:db8:1:2:ffff::9]"))
        .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
    assertThat(ClientAddress.of("fe80::1%eth0")).isEqualTo("fe80:0:0:0:0:0:0:0/64");
  }

  @Test
  void each_ipv4_address_is_a_client() {
    assertThat(ClientAddress.of("203.0.113.6")).isEqualTo("203.0.113.6");
    assertThat(ClientAddress.of("::ffff:203.0.113.6")).isEqualTo("203.0.113.6");
  }

  @Test
  void a_name_is_not_resolved() {
    for (String name : List.of("localhost", "evil.example", "1.2.3", "999.1.1.1", "::g", ":")) {
      assertThat(ClientAddress.parse(name)).as(name).isEmpty();
    }
  }
}

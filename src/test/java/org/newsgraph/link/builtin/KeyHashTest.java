package org.newsgraph.link.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.newsgraph.link.NameKey;

final class KeyHashTest {
  @Property
  void a_name_has_the_hash_of_its_key(
      @ForAll @CharRange(from = ' ', to = '~') @StringLength(max = 12) String ascii,
      @ForAll String any) {
    assertThat(hash(ascii)).isEqualTo(KeyHash.of(NameKey.of(ascii)));
    assertThat(hash(any)).isEqualTo(KeyHash.of(NameKey.of(any)));
  }

  @Example
  void a_name_is_found_in_the_midst_of_other_bytes() {
    byte[] line = "Q9|Élan & Co.|x".getBytes(UTF_8);
    assertThat(KeyHash.ofName(line, 3, line.length - 2)).isEqualTo(KeyHash.of("elan and co"));
  }

  @Example
  void different_keys_have_different_hashes() {
    assertThat(hash("Marrow Bay")).isNotEqualTo(hash("Marrowbay"));
    assertThat(hash("!!!")).isNotEqualTo(hash("!!"));
  }

  private static long hash(String name) {
    byte[] bytes = name.getBytes(UTF_8);
    return KeyHash.ofName(bytes, 0, bytes.length);
  }
}

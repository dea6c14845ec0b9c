package org.newsgraph.serve.notify;

import java.net.InetAddress;
import org.eclipse.jetty.util.InetAddressSet;
import org.newsgraph.article.WordLists;

/**
 * Distinguishes addresses of public hosts from those with a special purpose, by IANA's registries
 * (RFC 6890). The resource {@code special-purpose-addresses.tsv} lists the latter.
 */
final class PublicAddresses {
  /** Third and fourth byte of interface identifiers that contain an IPv4 address (ISATAP). */
  private static final int ISATAP = 0x5EFE;

  private static final InetAddressSet SPECIAL_PURPOSE = new InetAddressSet();

  static {
    WordLists.rows(PublicAddresses.class, "special-purpose-addresses.tsv")
        .forEach(row -> SPECIAL_PURPOSE.add(row.get(0)));
  }

  private PublicAddresses() {}

  /** Tests whether an address has no special purpose. */
  static boolean contains(InetAddress address) {
    return !SPECIAL_PURPOSE.test(address) && !isIsatap(address.getAddress());
  }

  /** Tests whether an address has an interface identifier of ISATAP (RFC 5214, section 6.1). */
  private static boolean isIsatap(byte[] address) {
    return address.length == 16
        && (address[8] & 0xFC) == 0
        && address[9] == 0
        && (((address[10] & 0xFF) << 8) | (address[11] & 0xFF)) == ISATAP;
  }
}

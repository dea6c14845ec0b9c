package org.newsgraph.serve.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The key under which requests and failed logins of a client are counted: an IPv4 address, or the
 * network of 64 bits that contains an IPv6 address. One subscriber has at least such a network (RFC
 * 6177), and can therefore use any of its addresses.
 */
public final class ClientAddress {
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * Returns the key of a client.
   *
   * @param address a numeric address, an IPv6 address with or without brackets; any other text is
   *     its own key
   */
  public static String of(String address) {
    return parse(address).map(ClientAddress::of).orElse(address);
  }

  private static String of(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 bytes are an IPv6 address", e);
    }
  }

  /** Returns a numeric address; empty for any other text, for which there is no DNS look-up. */
  public static Optional<InetAddress> parse(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    boolean v4 = bare.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    boolean v6 = bare.indexOf(':') >= 0 && bare.matches("[0-9a-fA-F:.]{2,45}(%[\\w.-]{1,20})?");
    if (!v4 && !v6) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare.replaceFirst("%.*", "")));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}

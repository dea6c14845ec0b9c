package org.newsgraph.serve.notify;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of IP addresses: those that have the same first bits.
 *
 * @param prefix the first address of the block
 * @param length number of the first bits that the addresses have in common
 */
record AddressBlock(InetAddress prefix, int length) {
  /**
   * Parses a block in CIDR notation (RFC 4632): "192.0.2.0/24", "2001:db8::/32".
   *
   * @throws IllegalArgumentException if the text is not a block of addresses
   */
  static AddressBlock parse(String text) {
    String[] parts = text.split("/", 2);
    try {
      return new AddressBlock(InetAddress.getByName(parts[0]), Integer.parseInt(parts[1]));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is not a block of addresses", e);
    }
  }

  /** Tests whether an address is in this block. IPv4 addresses are in IPv4 blocks only. */
  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    int rest = bytes.length * Byte.SIZE - length;
    return bytes.length == prefix.getAddress().length
        && new BigInteger(1, bytes)
            .shiftRight(rest)
            .equals(new BigInteger(1, prefix.getAddress()).shiftRight(rest));
  }
}

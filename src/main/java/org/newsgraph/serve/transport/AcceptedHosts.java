package org.newsgraph.serve.transport;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.newsgraph.serve.security.ClientAddress;

/**
 * The host names under which a server answers. A page of another site can make its own name point
 * to the address of this server (DNS rebinding) and would then be of the same origin, so requests
 * under names that others can own are refused.
 *
 * <p>Always accepted are {@code localhost} and its subdomains, loopback addresses, and names
 * without a dot, which nobody can register in the public DNS. A server that other machines can
 * reach accepts all IP addresses and names in {@code .local} in addition.
 */
public final class AcceptedHosts {
  /** Accepts every name; without protection against DNS rebinding. */
  public static final String ANY = "*";

  private final boolean reachable;
  private final Set<String> names;

  /**
   * Creates the list of a server.
   *
   * @param listeningAt the name or address on which the server listens
   * @param names further names, or {@link #ANY}
   */
  public AcceptedHosts(String listeningAt, Set<String> names) {
    this.names = names.stream().map(AcceptedHosts::normalized).collect(Collectors.toSet());
    this.names.add(normalized(listeningAt));
    this.reachable =
        !isLocalName(normalized(listeningAt))
            && ClientAddress.parse(listeningAt)
                .map(address -> !address.isLoopbackAddress())
                .orElse(true);
  }

  /**
   * Tests whether the server answers to a name.
   *
   * @param authority the host and perhaps the port, as in the header {@code Host}
   */
  public boolean accepts(String authority) {
    if (names.contains(ANY)) {
      return true;
    }
    if (!authority.matches("(\\[[0-9a-fA-F:.]+]|[^\\[\\]:@/\\s]+)(:\\d{0,5})?")) {
      return false;
    }
    String host = normalized(authority.replaceFirst(":\\d*$", ""));
    Optional<InetAddress> address = ClientAddress.parse(host);
    if (address.isPresent()) {
      return reachable || address.get().isLoopbackAddress() || names.contains(host);
    }
    return isLocalName(host)
        || host.indexOf('.') < 0
        || (reachable && host.endsWith(".local"))
        || names.contains(host);
  }

  private static boolean isLocalName(String host) {
    return host.equals("localhost") || host.endsWith(".localhost");
  }

  private static String normalized(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    return bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
  }
}

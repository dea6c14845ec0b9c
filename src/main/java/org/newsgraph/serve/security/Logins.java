package org.newsgraph.serve.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.newsgraph.io.IoErrors;

/**
 * The users who may log in, from a file with one {@code NAME:ROLE:HASH} per line, as printed by
 * {@code newsgraph password}.
 */
public final class Logins {
  /** The role of a user. */
  public enum Role {
    /** May read a server that needs a login. */
    READER,
    /** May read and change the database. */
    EDITOR
  }

  /** A user who has logged in. */
  public record User(String name, Role role) {}

  private record Login(User user, Password password) {}

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int MAX_CACHED = 1000;

  /** Password for unknown names, so that checking them takes as long as for known names. */
  private static final Password NOBODY = Password.of(random());

  private final Map<String, Login> logins = new LinkedHashMap<>();

  /** Users by keyed digests of valid logins, so that only the first request waits for the hash. */
  private final Cache<String, User> cache = Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

  private final String key = new String(random());

  /**
   * Reads a file of logins.
   *
   * @throws IllegalArgumentException if the file cannot be read; the message names file and line
   */
  public static Logins read(Path file) {
    Logins logins = new Logins();
    try {
      int number = 0;
      for (String line :
          Files.readString(file, UTF_8).replace(BYTE_ORDER_MARK, "").lines().toList()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          logins.add(line, file + ": line " + number);
        }
      }
      return logins;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          file + ": the file of logins is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": cannot read the file of logins (" + IoErrors.describe(e) + "); check its name",
          e);
    }
  }

  private void add(String line, String place) {
    String[] parts = line.strip().split(":", 3);
    try {
      if (parts.length != 3 || parts[0].isBlank()) {
        throw new IllegalArgumentException("expected NAME:ROLE:HASH");
      }
      Role role = Role.valueOf(parts[1].toUpperCase(Locale.ROOT));
      Login login = new Login(new User(parts[0], role), new Password(parts[2]));
      if (logins.put(parts[0], login) != null) {
        throw new IllegalArgumentException("the name \"" + parts[0] + "\" occurs twice");
      }
    } catch (IllegalArgumentException e) {
      String reason =
          e.getMessage().startsWith("No enum")
              ? "the role must be reader or editor"
              : e.getMessage();
      throw new IllegalArgumentException(place + ": " + reason, e);
    }
  }

  /** Returns the user with a name and a password; empty if either is wrong. */
  public Optional<User> find(String name, String password) {
    String digest = digest(name + "\n" + password);
    User user = cache.getIfPresent(digest);
    if (user != null) {
      return Optional.of(user);
    }
    Login login = logins.get(name);
    boolean right = (login == null ? NOBODY : login.password()).verify(password.toCharArray());
    if (login == null || !right) {
      return Optional.empty();
    }
    cache.put(digest, login.user());
    return Optional.of(login.user());
  }

  /** Tests whether {@link #find} recognises a login without computing its slow hash. */
  public boolean isCached(BasicCredentials login) {
    return cache.getIfPresent(digest(login.name() + "\n" + login.password())) != null;
  }

  private String digest(String text) {
    return DigestUtils.sha256Hex(key + text);
  }

  private static char[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).toCharArray();
  }
}

package org.newsgraph.serve.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Who may log in: a file with one {@code NAME:ROLE:HASH} a line, as {@code newsgraph password}
 * prints it.
 */
public final class Logins {
  /** What somebody may do. */
  public enum Role {
    /** Read, where that needs a login. */
    READER,
    /** Read and change. */
    EDITOR
  }

  /** Somebody who has logged in. */
  public record User(String name, Role role) {}

  private record Login(User user, Password password) {}

  private static final int MAX_KNOWN = 1000;

  /** Of nobody: so that a name that is none takes as long as a wrong password. */
  private static final Password NOBODY = Password.of(random());

  private final Map<String, Login> logins = new LinkedHashMap<>();

  /** Keyed digests of what was right before; a request has not to wait for the hash each time. */
  private final Cache<String, User> known = Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

  private final String key = new String(random());

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException with file, line and reason where it cannot be read
   */
  public static Logins read(Path file) {
    Logins logins = new Logins();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file, UTF_8)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          logins.add(line, file + ": line " + number);
        }
      }
      return logins;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          file + ": the file of logins cannot be read; is its name right?", e);
    }
  }

  private void add(String line, String place) {
    String[] parts = line.strip().split(":", 3);
    try {
      if (parts.length != 3 || parts[0].isBlank()) {
        throw new IllegalArgumentException("this is not NAME:ROLE:HASH");
      }
      Role role = Role.valueOf(parts[1].toUpperCase(Locale.ROOT));
      Login login = new Login(new User(parts[0], role), new Password(parts[2]));
      if (logins.put(parts[0], login) != null) {
        throw new IllegalArgumentException("\"" + parts[0] + "\" is there twice");
      }
    } catch (IllegalArgumentException e) {
      String reason =
          e.getMessage().startsWith("No enum") ? "the role is reader or editor" : e.getMessage();
      throw new IllegalArgumentException(place + ": " + reason, e);
    }
  }

  /** Who this is, where name and password are right. */
  public Optional<User> find(String name, String password) {
    String digest = digest(name + "\n" + password);
    User user = known.getIfPresent(digest);
    if (user != null) {
      return Optional.of(user);
    }
    Login login = logins.get(name);
    boolean right = (login == null ? NOBODY : login.password()).verify(password.toCharArray());
    if (login == null || !right) {
      return Optional.empty();
    }
    known.put(digest, login.user());
    return Optional.of(login.user());
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

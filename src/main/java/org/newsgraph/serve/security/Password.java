package org.newsgraph.serve.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A hashed password: PBKDF2 with HMAC-SHA-256.
 *
 * @param hash {@code pbkdf2$ROUNDS$SALT$HASH}, with salt and hash in Base64
 */
public record Password(String hash) {
  /** Number of iterations that OWASP's cheat sheet on password storage recommends. */
  private static final int ROUNDS = 600_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final String SCHEME = "pbkdf2";

  public Password {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME) || !parts[1].matches("\\d{1,8}")) {
      throw new IllegalArgumentException(
          "not a hashed password; create one with \"newsgraph password\"");
    }
    Base64.getDecoder().decode(parts[2]);
    Base64.getDecoder().decode(parts[3]);
  }

  /** Hashes a new password. */
  public static Password of(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    byte[] hash = hash(password, salt, ROUNDS);
    return new Password(
        SCHEME
            + "$"
            + ROUNDS
            + "$"
            + base64.encodeToString(salt)
            + "$"
            + base64.encodeToString(hash));
  }

  /** Tests whether a password has this hash. Slow on purpose. */
  public boolean verify(char[] password) {
    String[] parts = hash.split("\\$", -1);
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] salt = base64.decode(parts[2]);
    byte[] found = hash(password, salt, Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(found, base64.decode(parts[3]));
  }

  private static byte[] hash(char[] password, byte[] salt, int rounds) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2", e);
    }
  }
}

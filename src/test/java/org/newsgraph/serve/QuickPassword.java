package org.newsgraph.serve;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Hashes passwords for tests with few iterations, so that logging in takes no time. */
public final class QuickPassword {
  private static final int ROUNDS = 1_000;

  private QuickPassword() {}

  /** Returns the hash as a file of logins has it. */
  public static String hash(String password) {
    byte[] salt = new byte[16];
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "pbkdf2$"
          + ROUNDS
          + "$"
          + base64.encodeToString(salt)
          + "$"
          + base64.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

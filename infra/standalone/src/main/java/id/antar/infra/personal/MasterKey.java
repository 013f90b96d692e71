package id.antar.infra.personal;

import id.antar.infra.work.WorkFolder;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key that wraps every person's key: 256 bits, from the environment, or made once and kept in
/// the work folder where its owner alone can read it.
final class MasterKey {
  static final String VARIABLE = "ANTAR_MASTER_KEY";
  static final String FILE = "master.key";
  private static final int BYTES = 32;

  private MasterKey() {}

  /// @param given base64, or blank
  static SecretKey load(String given, WorkFolder work) {
    return given.isBlank() ? fromFile(work) : decode(VARIABLE, given);
  }

  private static SecretKey fromFile(WorkFolder work) {
    String known = work.find(FILE);
    if (known != null) {
      return decode(FILE, known);
    }
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String fresh = Base64.getEncoder().encodeToString(bytes);
    work.writeSecret(FILE, fresh + "\n");
    return decode(FILE, fresh);
  }

  static SecretKey decode(String where, String text) {
    byte[] bytes = bytes(where, text);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "The master key in " + where + " has " + bytes.length + " bytes, not " + BYTES + ".");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  private static byte[] bytes(String where, String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("The master key in " + where + " is not in base64.");
    }
  }
}

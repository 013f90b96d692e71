package id.antar.infra.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.account.Fingerprints;
import id.antar.infra.work.WorkFolder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Fingerprints by a key of 256 bits, from the environment, or made once and kept in the work
/// folder. It must stay: by another one no e-mail has its account and no refresh token is good.
final class KeyedFingerprints implements Fingerprints {
  static final String VARIABLE = "ANTAR_ACCOUNT_KEY";
  static final String FILE = "account.key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKey key;

  KeyedFingerprints(SecretKey key) {
    this.key = key;
  }

  /// @param given base64, or blank
  static KeyedFingerprints load(String given, WorkFolder work) {
    if (!given.isBlank()) {
      return decode(VARIABLE, given);
    }
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

  private static KeyedFingerprints decode(String where, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("The account key in " + where + " is not in base64.");
    }
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "The account key in " + where + " has " + bytes.length + " bytes, not " + BYTES + ".");
    }
    return new KeyedFingerprints(new SecretKeySpec(bytes, ALGORITHM));
  }

  @Override
  public String of(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(purpose.getBytes(UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256.", e);
    }
  }
}

package id.antar.infra.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.account.Fingerprints;
import id.antar.infra.key.EngineKeys;
import id.antar.infra.key.KeyName;
import id.antar.infra.work.WorkFolder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Fingerprints by a key of 256 bits, from the environment, or made once and kept in the work
/// folder. It must stay: by another one no e-mail has its account and no refresh token is good.
final class KeyedFingerprints implements Fingerprints {
  static final String VARIABLE = "ANTAR_ACCOUNT_KEY";
  static final String FILE = KeyName.ACCOUNT.file();
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKey key;

  KeyedFingerprints(SecretKey key) {
    this.key = key;
  }

  /// @param given base64, or blank
  /// @param known to the database; by another key nothing is read or written
  static KeyedFingerprints load(String given, WorkFolder work, EngineKeys known) {
    String where = given.isBlank() ? FILE : VARIABLE;
    KeyedFingerprints loaded = decode(where, given.isBlank() ? own(work, known) : given);
    String fingerprint = EngineKeys.fingerprint(loaded.key);
    known.require(KeyName.ACCOUNT, List.of(fingerprint), where);
    return loaded;
  }

  private static String own(WorkFolder work, EngineKeys known) {
    String kept = work.find(FILE);
    if (kept != null) {
      return kept;
    }
    known.requireNone(KeyName.ACCOUNT);
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String fresh = Base64.getEncoder().encodeToString(bytes);
    work.writeSecret(FILE, fresh + "\n");
    return fresh;
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

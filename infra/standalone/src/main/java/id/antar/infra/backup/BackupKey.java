package id.antar.infra.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What opens backups: 256 random bits, of which each piece and each manifest gets a key of its
/// own, so that none can be taken for another.
public final class BackupKey {
  private static final int BYTES = 32;

  /// Fewer different bytes among 32 random ones are seen once in a hundred million keys.
  private static final int FEWEST_DIFFERENT = 22;

  private static final int ID_BYTES = 8;

  private final SecretKey key;

  private BackupKey(byte[] bytes) {
    key = new SecretKeySpec(bytes, "HKDF");
  }

  /// @param where the text comes from, for the person who is told what is wrong with it
  public static BackupKey decode(String where, String text) {
    byte[] bytes = bytes(where, text);
    if (bytes.length != BYTES || isWeak(bytes)) {
      throw new IllegalArgumentException(
          "The backup key in "
              + where
              + " is not 32 random bytes. Make one with: openssl rand -base64 32");
    }
    return new BackupKey(bytes);
  }

  private static byte[] bytes(String where, String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("The backup key in " + where + " is not in base64.");
    }
  }

  /// Words, repetitions, and bytes that count.
  private static boolean isWeak(byte[] bytes) {
    boolean words = range(bytes).allMatch(it -> it >= ' ' && it <= '~');
    boolean repeated = range(bytes).distinct().count() < FEWEST_DIFFERENT;
    long steps =
        IntStream.range(1, bytes.length).map(i -> bytes[i] - bytes[i - 1]).distinct().count();
    return words || repeated || steps <= 2;
  }

  private static IntStream range(byte[] bytes) {
    return IntStream.range(0, bytes.length).map(i -> bytes[i]);
  }

  /// Tells it from others, and nothing of the key.
  String id() {
    return HexFormat.of().formatHex(derived("id", new byte[0], "AES").getEncoded(), 0, ID_BYTES);
  }

  /// @param salt random
  SecretKey ofPiece(String backup, String piece, byte[] salt) {
    return derived("piece " + backup + " " + piece, salt, "AES");
  }

  String seal(String manifest) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(derived("manifest", new byte[0], "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(manifest.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
    }
  }

  private SecretKey derived(String what, byte[] salt, String algorithm) {
    try {
      var parameters =
          HKDFParameterSpec.ofExtract()
              .addSalt(salt)
              .addIKM(key)
              .thenExpand(("antar backup 1 " + what).getBytes(UTF_8), BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HKDF.", e);
    }
  }

  @Override
  public String toString() {
    return "BackupKey[" + id() + "]";
  }
}

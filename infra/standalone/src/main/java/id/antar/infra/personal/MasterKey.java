package id.antar.infra.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.hash.Sha256;
import id.antar.infra.key.EngineKeys;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A key that wraps persons' keys: 256 random bits.
///
/// @param thumbprint tells it from others, and nothing of the key
record MasterKey(String thumbprint, SecretKey key) {
  private static final int BYTES = 32;
  private static final int THUMBPRINT_BYTES = 8;

  /// Fewer different bytes among 32 random ones are seen once in a hundred million keys.
  private static final int FEWEST_DIFFERENT = 22;

  static MasterKey random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return of(bytes);
  }

  /// @param where the text comes from, for the person who is told what is wrong with it
  static MasterKey decode(String where, String text) {
    byte[] bytes = bytes(where, text);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException(
          "The master key in " + where + " has " + bytes.length + " bytes, not " + BYTES + ".");
    }
    if (isWeak(bytes)) {
      throw new IllegalArgumentException(
          "The master key in "
              + where
              + " is not random and could be guessed. Make one with: openssl rand -base64 32");
    }
    return of(bytes);
  }

  String encoded() {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  String fingerprint() {
    return EngineKeys.fingerprint(key);
  }

  @Override
  public String toString() {
    return "MasterKey[" + thumbprint + "]";
  }

  private static MasterKey of(byte[] bytes) {
    return new MasterKey(thumbprint(bytes), new SecretKeySpec(bytes, "AES"));
  }

  private static String thumbprint(byte[] bytes) {
    byte[] hash = Sha256.of("antar master key".getBytes(UTF_8), bytes);
    return HexFormat.of().formatHex(hash, 0, THUMBPRINT_BYTES);
  }

  private static byte[] bytes(String where, String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("The master key in " + where + " is not in base64.");
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
}

package id.antar.api.ops;

import id.antar.api.message.Ids;
import java.time.Instant;
import java.util.regex.Pattern;

/// What the engine swears by its signature: so many events are chained up to this position, and the
/// chain has come to this hash.
///
/// @param number from 1 on, without gaps
/// @param position of the last event that it covers
/// @param events how many it covers
/// @param hash the chain's at that position, 64 hexadecimal digits
/// @param madeAt real time
/// @param keyId tells the key that signed it
/// @param signature Ed25519 over [#signed()], in base64
public record LogCheckpoint(
    long number,
    long position,
    long events,
    String hash,
    Instant madeAt,
    String keyId,
    String signature) {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_SIGNATURE = 200;

  public LogCheckpoint {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("A checkpoint's hash has 64 hexadecimal digits.");
    }
    if (signature.length() > LONGEST_SIGNATURE) {
      throw new IllegalArgumentException("A checkpoint's signature is too long.");
    }
    Ids.requireId("key id", keyId);
  }

  /// The text that is signed, in UTF-8: six lines, each with its end.
  public String signed() {
    return signed(number, position, events, hash, madeAt);
  }

  public static String signed(
      long number, long position, long events, String hash, Instant madeAt) {
    return "antar log checkpoint 1\n%d\n%d\n%d\n%s\n%s\n"
        .formatted(number, position, events, hash, madeAt);
  }
}

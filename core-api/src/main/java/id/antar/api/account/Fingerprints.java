package id.antar.api.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Fingerprints by a key that only this engine has: HMAC-SHA-256 of a purpose and some text, as 64
/// hex digits. Without the key nobody can make one, or find the text by trying.
public interface Fingerprints {

  /// @param purpose keeps what is made for one use from being good for another
  String of(String purpose, String text);

  /// In constant time.
  default boolean fits(String purpose, String text, String fingerprint) {
    return MessageDigest.isEqual(
        of(purpose, text).getBytes(StandardCharsets.US_ASCII),
        fingerprint.getBytes(StandardCharsets.UTF_8));
  }
}

package id.antar.api.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What tells contents from each other, and secrets that are random from nothing at all.
public final class Sha256 {

  private Sha256() {}

  /// Of all parts, one after the other.
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(of(parts));
  }

  public static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}

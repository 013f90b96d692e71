package id.antar.gateway.payment.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signatures of webhooks.
public final class Digests {

  private Digests() {}

  static String sha512(String text) {
    return digest("SHA-512", text.getBytes(UTF_8));
  }

  static String sha256(byte[] bytes) {
    return digest("SHA-256", bytes);
  }

  private static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Of the sandbox: HMAC-SHA-256 of the body.
  public static String hmac(Secret secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.value().getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Takes as long for every value of the same length.
  static boolean same(String wanted, @Nullable String given) {
    return given != null && MessageDigest.isEqual(wanted.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  static boolean sameHex(String wanted, @Nullable String given) {
    return given != null && same(wanted, given.toLowerCase(Locale.ROOT));
  }
}

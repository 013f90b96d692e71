package id.antar.gateway.edge.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Tells whether two requests ask for the same.
final class Fingerprint {

  private Fingerprint() {}

  static String of(ServerHttpRequest request, byte[] body) {
    MessageDigest digest = sha256();
    digest.update(utf8(request.getMethod().name() + " " + request.getURI().getRawPath()));
    String query = request.getURI().getRawQuery();
    digest.update(utf8("?" + (query == null ? "" : query) + "\n"));
    return HexFormat.of().formatHex(digest.digest(body));
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}

package id.antar.gateway.edge.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.hash.Sha256;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Tells whether two requests ask for the same.
final class Fingerprint {

  private Fingerprint() {}

  static String of(ServerHttpRequest request, byte[] body) {
    String query = request.getURI().getRawQuery();
    String what =
        "%s %s?%s\n"
            .formatted(
                request.getMethod().name(),
                request.getURI().getRawPath(),
                query == null ? "" : query);
    return Sha256.hex(utf8(what), body);
  }

  static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}

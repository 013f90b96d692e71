package id.antar.gateway.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// What a request shows to be known by.
sealed interface Credential {

  /// Browsers cannot send headers from WebSocket and EventSource.
  Pattern STREAM = Pattern.compile("/v1/stream|/v1/orders/[^/]+/stream");

  String BEARER = "bearer ";
  String API_KEY = "apikey ";

  /// What a page can say in a handshake: a list of subprotocols, one of which carries the token.
  String PROTOCOLS = "Sec-WebSocket-Protocol";

  Pattern BEARER_PROTOCOL = Pattern.compile("antar\\.bearer\\.([^\\s,]+)");

  record Nothing() implements Credential {}

  record Token(String text) implements Credential {
    @Override
    public String toString() {
      return "Token[]";
    }
  }

  record Key(String text) implements Credential {
    @Override
    public String toString() {
      return "Key[]";
    }
  }

  static Credential of(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return ofStream(request).<Credential>map(Token::new).orElseGet(Nothing::new);
    }
    String scheme = header.toLowerCase(Locale.ROOT);
    if (scheme.startsWith(API_KEY)) {
      return new Key(header.substring(API_KEY.length()).trim());
    }
    return scheme.startsWith(BEARER)
        ? new Token(header.substring(BEARER.length()).trim())
        : new Nothing();
  }

  private static Optional<String> ofStream(ServerHttpRequest request) {
    if (!STREAM.matcher(request.getPath().value()).matches()) {
      return Optional.empty();
    }
    return request.getHeaders().getOrEmpty(PROTOCOLS).stream()
        .flatMap(protocols -> BEARER_PROTOCOL.matcher(protocols).results())
        .map(found -> found.group(1))
        .findFirst()
        .or(() -> Optional.ofNullable(request.getQueryParams().getFirst("access_token")));
  }
}

package id.antar.gateway.edge.guard;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.server.ServerWebExchange;

/// Knows from which pages browsers may come: our own, and those on the list. Other clients name no
/// page.
final class Origins implements CorsConfigurationSource {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private final CorsConfiguration foreign = new CorsConfiguration();
  private final @Nullable String publicAuthority;

  Origins(List<String> allowed, @Nullable URI publicUrl) {
    publicAuthority = publicUrl == null ? null : publicUrl.getAuthority();
    foreign.setAllowedOrigins(allowed);
    foreign.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    foreign.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "X-Request-Id",
            "traceparent"));
    foreign.setExposedHeaders(
        List.of(
            "ETag",
            "Idempotency-Replayed",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "X-Request-Id",
            "X-Trace-Id"));
    foreign.setMaxAge(REMEMBERED);
  }

  /// Nothing is to be checked for a page of ours.
  @Override
  public @Nullable CorsConfiguration getCorsConfiguration(ServerWebExchange exchange) {
    return isOwn(exchange.getRequest()) ? null : foreign;
  }

  /// Whether the request says that it comes from a page of the gateway's own. The scheme is not
  /// compared: TLS may end at a proxy.
  boolean isOwn(ServerHttpRequest request) {
    String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
    String authority = origin == null ? null : authority(origin);
    return authority != null
        && (authority.equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.HOST))
            || authority.equalsIgnoreCase(publicAuthority));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}

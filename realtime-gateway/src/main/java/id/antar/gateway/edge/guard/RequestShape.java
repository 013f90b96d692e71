package id.antar.gateway.edge.guard;

import id.antar.gateway.edge.problem.Problem;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Refuses what no route here understands, before anybody looks at it: other methods, paths in
/// disguise, more headers than any client needs, compressed bodies.
@Order(RequestShape.ORDER)
final class RequestShape implements WebFilter {

  static final int ORDER = -300;

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final int maxHeaders;

  RequestShape(int maxHeaders) {
    this.maxHeaders = maxHeaders;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return problem(exchange.getRequest())
        .<Mono<Void>>map(problem -> Mono.error(problem.asException()))
        .orElseGet(() -> chain.filter(exchange));
  }

  private Optional<Problem> problem(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    if (!METHODS.contains(request.getMethod())) {
      return Optional.of(
          Problem.of(405, "method-not-allowed", "This method is not possible here.")
              .withHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
    }
    if (!PlainPath.is(request.getPath().value())) {
      return Optional.of(Problem.of(400, "path-not-plain", "The path has parameters or odd escapes."));
    }
    if (lines(headers) > maxHeaders) {
      return Optional.of(
          Problem.of(431, "too-many-headers", "More than " + maxHeaders + " header lines."));
    }
    String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
    return encoding == null || encoding.equalsIgnoreCase("identity")
        ? Optional.empty()
        : Optional.of(
            Problem.of(415, "unsupported-media-type", "The body may not be compressed.")
                .withHeader(HttpHeaders.ACCEPT_ENCODING, "identity"));
  }

  private static int lines(HttpHeaders headers) {
    int[] lines = {0};
    headers.forEach((_, values) -> lines[0] += values.size());
    return lines[0];
  }
}

package id.antar.gateway.edge.guard;

import id.antar.gateway.edge.problem.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;

/// Answers preflights, and refuses requests and handshakes from pages that are not allowed.
@Order(OriginFilter.ORDER)
final class OriginFilter extends CorsWebFilter {

  /// Before authentication: a preflight brings no token.
  static final int ORDER = -250;

  OriginFilter(Origins origins) {
    super(origins, new Refusing());
  }

  private static final class Refusing extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
      throw Problem.forbidden("Pages from this origin may not do this.").asException();
    }
  }
}

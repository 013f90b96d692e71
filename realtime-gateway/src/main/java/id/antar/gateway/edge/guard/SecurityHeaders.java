package id.antar.gateway.edge.guard;

import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Tells browsers what they may do with an answer: as little as possible, unless the route itself
/// says more.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecurityHeaders implements WebFilter {

  private static final String NOTHING =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  /// A worker takes the policy of its own script, not that of the page; the map's reads tiles.
  private static final String CONSOLE_FILE = NOTHING + "; connect-src 'self'";

  /// The page that shows the interface is not ours: it writes styles into its elements.
  private static final String DOCS_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action"
          + " 'none'";

  private static final Pattern DOCS = Pattern.compile("/v1/(docs|swagger-ui|webjars).*");

  private static final String CONSOLE_FILES = "/console/assets/";

  /// Pages that say themselves how long their files are fresh.
  private static final Pattern CACHED =
      Pattern.compile("/(track|catalogue)(/.*)?|/console(/(?!session).*)?");

  private final boolean https;

  /// @param https whether clients come by TLS, to us or to a proxy before us
  SecurityHeaders(boolean https) {
    this.https = https;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", policy(path));
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (!CACHED.matcher(path).matches()) {
      headers.setCacheControl("no-store");
    }
    if (https) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    return chain.filter(exchange);
  }

  private static String policy(String path) {
    if (DOCS.matcher(path).matches()) {
      return DOCS_PAGE;
    }
    return path.startsWith(CONSOLE_FILES) ? CONSOLE_FILE : NOTHING;
  }
}

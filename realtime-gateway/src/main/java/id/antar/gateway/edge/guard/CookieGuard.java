package id.antar.gateway.edge.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.gateway.edge.problem.Problem;
import java.security.MessageDigest;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Has a request that a browser authenticates by itself, with a session's cookie, prove that a page
/// of ours sent it: by its origin, and by repeating in a header what only such a page can read. A
/// cookie is looked at under [#PLACE] only; everywhere else it is no authentication.
@Order(CookieGuard.ORDER)
public final class CookieGuard implements WebFilter {

  public static final String SESSION = "__Host-antar-session";
  public static final String PROOF = "__Host-antar-csrf";
  public static final String PROOF_HEADER = "X-CSRF-Token";
  public static final Pattern PLACE = Pattern.compile("/console(/.*)?");

  static final int ORDER = -200;

  private static final Set<HttpMethod> CHANGES_NOTHING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Origins origins;

  CookieGuard(Origins origins) {
    this.origins = origins;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    boolean comesByCookie =
        PLACE.matcher(request.getPath().value()).matches()
            && request.getCookies().containsKey(SESSION)
            && !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    return !comesByCookie || isProven(request)
        ? chain.filter(exchange)
        : Mono.error(
            Problem.of(403, "csrf-proof-missing", "The request does not prove its origin.")
                .asException());
  }

  private boolean isProven(ServerHttpRequest request) {
    if (request.getHeaders().containsHeader(HttpHeaders.UPGRADE)) {
      return isSameOrigin(request);
    }
    return CHANGES_NOTHING.contains(request.getMethod())
        || (isSameOrigin(request) && repeatsProof(request));
  }

  /// What the browser itself says, and pages cannot change.
  private boolean isSameOrigin(ServerHttpRequest request) {
    String site = request.getHeaders().getFirst("Sec-Fetch-Site");
    return site == null ? origins.isOwn(request) : site.equals("same-origin");
  }

  private static boolean repeatsProof(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(PROOF);
    String header = request.getHeaders().getFirst(PROOF_HEADER);
    return cookie != null && !cookie.getValue().isBlank() && equal(cookie.getValue(), header);
  }

  private static boolean equal(String secret, @Nullable String given) {
    return given != null && MessageDigest.isEqual(secret.getBytes(UTF_8), given.getBytes(UTF_8));
  }
}

package id.antar.gateway.identity;

import id.antar.api.dispatch.ZoneId;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Grant;
import id.antar.gateway.identity.oidc.OidcIdentity;
import id.antar.gateway.identity.oidc.OidcProvider;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Lets nobody to `/v1` without a good token or key, except to the few public pages, and to
/// webhooks, which are known by their signatures.
@Order(-100)
final class Authentication implements WebFilter {

  private static final Pattern PUBLIC =
      Pattern.compile(
          "/v1/(clock|map|auth/(sign-up|sign-in|refresh|sign-out|password-reset|password-reset/confirm"
              + "|email-confirmation|email-confirmation/request|invitations/accept)"
              + "|openapi\\.json.*|asyncapi\\.yaml|docs.*|swagger-ui.*|webjars.*|webhooks/[a-z]+)");

  /// Browsers cannot send headers from WebSocket and EventSource.
  private static final Pattern STREAM = Pattern.compile("/v1/stream|/v1/orders/[^/]+/stream");

  private static final Pattern OWN_ACCOUNTS = Pattern.compile("/v1/auth/(?!tokens$).*");

  private static final String BEARER = "bearer ";
  private static final String API_KEY = "apikey ";

  /// What a page can say in a handshake: a list of subprotocols, one of which carries the token.
  private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

  private static final Pattern BEARER_PROTOCOL = Pattern.compile("antar\\.bearer\\.([^\\s,]+)");

  private final TokenVerifier tokens;
  private final KeyVerifier keys;
  private final ZoneId here;
  private final Optional<OidcProvider> provider;
  private final Scheduler waiting;

  /// @param here the zone of everything that is served here
  /// @param provider of accounts, if they are not our own
  /// @param waiting for what takes the network
  Authentication(
      TokenVerifier tokens,
      KeyVerifier keys,
      ZoneId here,
      Optional<OidcProvider> provider,
      Scheduler waiting) {
    this.tokens = tokens;
    this.keys = keys;
    this.here = here;
    this.provider = provider;
    this.waiting = waiting;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (provider.isPresent() && OWN_ACCOUNTS.matcher(path).matches()) {
      return Mono.error(elsewhere().asException());
    }
    if (!path.startsWith("/v1/") || PUBLIC.matcher(path).matches()) {
      return chain.filter(exchange);
    }
    return Mono.defer(() -> identify(exchange, path))
        .then(Mono.defer(() -> chain.filter(exchange)));
  }

  private Mono<Void> identify(ServerWebExchange exchange, String path) {
    return findKey(exchange.getRequest())
        .map(key -> byKey(exchange, key))
        .orElseGet(() -> byToken(exchange, path));
  }

  private Mono<Void> byKey(ServerWebExchange exchange, String text) {
    return keys.verify(text)
        .doOnNext(key -> Caller.identify(exchange, key.owner(), keys.grant(key)))
        .then();
  }

  private Mono<Void> byToken(ServerWebExchange exchange, String path) {
    String token =
        findToken(exchange.getRequest(), path)
            .orElseThrow(() -> Unauthorized.noToken().asException());
    return provider
        .filter(issuer -> issuer.mayHaveIssued(token))
        .map(issuer -> Mono.fromCallable(() -> theirs(issuer, token)).subscribeOn(waiting))
        .orElseGet(() -> Mono.fromCallable(() -> tokens.verify(token)))
        .doOnNext(identity -> Caller.identify(exchange, identity.actor(), grant(identity)))
        .then();
  }

  private static TokenVerifier.Identity theirs(OidcProvider issuer, String token) {
    OidcIdentity identity =
        issuer.verify(token).orElseThrow(() -> Unauthorized.forged().asException());
    return new TokenVerifier.Identity(
        identity.actor(), identity.scope(), null, null, identity.expiresAt());
  }

  private static Problem elsewhere() {
    return Problem.of(403, "accounts-elsewhere", "Accounts are another provider's; sign in there.");
  }

  private Grant grant(TokenVerifier.Identity identity) {
    Integer enrolment = identity.enrolment();
    if (enrolment != null) {
      return Grant.ofEnrolment(enrolment, identity.expiresAt());
    }
    return Grant.ofRole(
        identity.actor().role(),
        identity.scope(),
        here,
        identity.sessionId(),
        identity.expiresAt());
  }

  private static Optional<String> findKey(ServerHttpRequest request) {
    return Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(API_KEY))
        .map(header -> header.substring(API_KEY.length()).trim());
  }

  private static Optional<String> findToken(ServerHttpRequest request, String path) {
    String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
          ? Optional.of(header.substring(BEARER.length()).trim())
          : Optional.empty();
    }
    if (!STREAM.matcher(path).matches()) {
      return Optional.empty();
    }
    return request.getHeaders().getOrEmpty(PROTOCOLS).stream()
        .flatMap(protocols -> BEARER_PROTOCOL.matcher(protocols).results())
        .map(found -> found.group(1))
        .findFirst()
        .or(() -> Optional.ofNullable(request.getQueryParams().getFirst("access_token")));
  }
}

package id.antar.gateway.identity;

import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.dispatch.ZoneId;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Grant;
import id.antar.gateway.identity.KnownTokens.Identity;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets nobody to what is guarded without a good token or key.
@Order(-100)
final class Authentication implements WebFilter {

  private final TokenVerifier tokens;
  private final KeyVerifier keys;
  private final ZoneId here;
  private final Elsewhere elsewhere;

  /// @param here the zone of everything that is served here
  /// @param elsewhere the provider of accounts, if they are not our own
  Authentication(TokenVerifier tokens, KeyVerifier keys, ZoneId here, Elsewhere elsewhere) {
    this.tokens = tokens;
    this.keys = keys;
    this.here = here;
    this.elsewhere = elsewhere;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (elsewhere.isUsed() && Entrance.isOfOwnAccounts(path)) {
      return Mono.error(elsewhere().asException());
    }
    return Entrance.of(path) == Entrance.GUARDED
        ? Mono.defer(() -> identify(exchange)).then(Mono.defer(() -> chain.filter(exchange)))
        : chain.filter(exchange);
  }

  private static Problem elsewhere() {
    return Problem.of(403, "accounts-elsewhere", "Accounts are another provider's; sign in there.");
  }

  private Mono<Void> identify(ServerWebExchange exchange) {
    return switch (Credential.of(exchange.getRequest())) {
      case Credential.Nothing() -> Mono.error(Unauthorized.noToken().asException());
      case Credential.Key(String text) ->
          keys.verify(text)
              .doOnNext(key -> Caller.identify(exchange, key.owner(), keys.grant(key)))
              .then();
      case Credential.Token(String text) ->
          identity(text)
              .doOnNext(identity -> Caller.identify(exchange, identity.actor(), grant(identity)))
              .then();
    };
  }

  private Mono<Identity> identity(String token) {
    return elsewhere.mayHaveIssued(token)
        ? elsewhere.verify(token)
        : Mono.fromCallable(() -> tokens.verify(token));
  }

  private Grant grant(Identity identity) {
    if (identity.enrolment()) {
      Set<Permission> only = Set.of(Permission.ME_ENROL);
      return new Grant(only, Scope.OWN, null, null, identity.expiresAt());
    }
    return Grant.ofRole(
        identity.actor().role(),
        identity.scope(),
        here,
        identity.sessionId(),
        identity.expiresAt());
  }
}

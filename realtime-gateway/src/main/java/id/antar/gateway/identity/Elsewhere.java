package id.antar.gateway.identity;

import id.antar.gateway.identity.KnownTokens.Identity;
import id.antar.gateway.identity.oidc.OidcIdentity;
import id.antar.gateway.identity.oidc.OidcProvider;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Callers whose accounts are another provider's, if there is one.
final class Elsewhere {

  private final Optional<OidcProvider> provider;
  private final Scheduler waiting;

  /// @param waiting for what takes the network: nothing else waits there
  Elsewhere(Optional<OidcProvider> provider, Scheduler waiting) {
    this.provider = provider;
    this.waiting = waiting;
  }

  boolean isUsed() {
    return provider.isPresent();
  }

  /// Whether the token says so.
  boolean mayHaveIssued(String token) {
    return provider.filter(it -> it.mayHaveIssued(token)).isPresent();
  }

  boolean knows(String token) {
    return provider.flatMap(it -> it.findVerified(token)).isPresent();
  }

  Mono<Identity> verify(String token) {
    OidcProvider issuer = provider.orElseThrow();
    return issuer
        .findVerified(token)
        .map(Mono::just)
        .orElseGet(() ->
            Mono.fromCallable(() -> issuer.verify(token))
                .subscribeOn(waiting)
                .flatMap(Mono::justOrEmpty))
        .switchIfEmpty(Mono.error(() -> Unauthorized.forged().asException()))
        .map(Elsewhere::identity);
  }

  private static Identity identity(OidcIdentity theirs) {
    return new Identity(
        theirs.actor(), theirs.scope(), null, false, theirs.expiresAt(), theirs.expiresAt());
  }
}

package id.antar.gateway.identity;

import id.antar.api.account.AccountId;
import id.antar.api.account.AccountView.GetAccount;
import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.ApiKeyView.GetApiKey;
import id.antar.api.message.Actor;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.memory.Latest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import reactor.core.publisher.Mono;

/// The API keys that were asked for lately, and whether their owners' accounts stand. What was
/// revoked here is revoked at once; what was revoked elsewhere is, as soon as it is looked for
/// again.
final class KnownKeys {

  /// A key that was revoked by another process is good here for so long at most.
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final int REMEMBERED = 10_000;

  private final Engine engine;
  private final InstantSource clock;
  private final Map<ApiKeyId, Known> known = 
      Collections.synchronizedMap(new Latest<>(REMEMBERED));

  KnownKeys(Engine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  private record Known(ApiKeyView view, boolean ownerBarred, Instant readAt) {

    boolean isGood() {
      return view.revokedAt() == null && !ownerBarred;
    }
  }

  /// Whether there is such a key, as far as was seen here.
  boolean knows(ApiKeyId id) {
    return known.containsKey(id);
  }

  Mono<ApiKeyView> find(ApiKeyId id) {
    return known(id).map(Known::view);
  }

  /// Neither revoked nor of somebody whose account is suspended or closed.
  Mono<ApiKeyView> findGood(ApiKeyId id) {
    return known(id).filter(Known::isGood).map(Known::view);
  }

  private Mono<Known> known(ApiKeyId id) {
    Known found = known.get(id);
    return found != null && isCertain(found) ? Mono.just(found) : read(id);
  }

  private boolean isCertain(Known found) {
    return found.view().revokedAt() != null || clock.instant().isBefore(found.readAt().plus(FRESH));
  }

  private Mono<Known> read(ApiKeyId id) {
    return engine
        .ask(new GetApiKey(id))
        .flatMap(view -> isBarred(view.owner()).map(barred -> put(view, barred)));
  }

  /// Who has a development token only has no account, and is not barred.
  private Mono<Boolean> isBarred(Actor owner) {
    return engine
        .ask(new GetAccount(new AccountId(owner.id())))
        .filter(account -> account.role() == owner.role())
        .map(account ->
            switch (account.standing()) {
              case PENDING, OPEN -> false;
              case SUSPENDED, GONE -> true;
            })
        .defaultIfEmpty(false);
  }

  ApiKeyView put(ApiKeyView view) {
    return put(view, false).view();
  }

  /// What is revoked stays so, whatever an older view says.
  private Known put(ApiKeyView view, boolean ownerBarred) {
    return known.merge(
        view.keyId(),
        new Known(view, ownerBarred, clock.instant()),
        (before, now) -> before.view().revokedAt() != null ? before : now);
  }
}

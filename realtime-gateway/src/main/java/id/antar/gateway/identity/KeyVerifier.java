package id.antar.gateway.identity;

import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyView;
import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.dispatch.ZoneId;
import id.antar.gateway.edge.request.Grant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Knows a good API key, and notes that it was used.
final class KeyVerifier {

  private static final Logger log = LoggerFactory.getLogger(KeyVerifier.class);

  /// A use is worth a row no more often.
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /// A stream is closed when its key or the owner's account is; that it has to be opened anew now
  /// and then besides is for what nobody is told of, such as what the owner's role may.
  private static final Duration LONGEST_STREAM = Duration.ofMinutes(5);

  private final KnownKeys keys;
  private final EndedAccess ended;
  private final RememberKeyUse uses;
  private final InstantSource clock;
  private final ZoneId here;
  private final Map<ApiKeyId, Instant> noted = new ConcurrentHashMap<>();

  KeyVerifier(
      KnownKeys keys, EndedAccess ended, RememberKeyUse uses, InstantSource clock, ZoneId here) {
    this.keys = keys;
    this.ended = ended;
    this.uses = uses;
    this.clock = clock;
    this.here = here;
  }

  /// An error if the key is not good. Whoever has not the secret learns nothing about the key.
  Mono<ApiKeyView> verify(String text) {
    return Mono.justOrEmpty(ApiKeyText.parse(text))
        .flatMap(key -> keys.findGood(key.id()).filter(view -> key.matches(view.secretHash())))
        .filter(view -> !ended.containsAny(Ended.concerning(view.owner(), grant(view))))
        .switchIfEmpty(Mono.error(() -> Unauthorized.badKey().asException()))
        .doOnNext(this::requireNotExpired)
        .doOnNext(view -> note(view.keyId()));
  }

  private void requireNotExpired(ApiKeyView view) {
    if (!clock.instant().isBefore(view.expiresAt())) {
      throw Unauthorized.expiredKey().asException();
    }
  }

  /// Never more than its owner's role may by now, and never what a person has to do.
  Grant grant(ApiKeyView key) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    permissions.addAll(key.permissions());
    permissions.removeIf(Predicate.not(Permission::isForKeys));
    permissions.retainAll(RoleBundles.of(key.owner().role(), key.scope(), here));
    return new Grant(permissions, key.scope(), null, key.keyId().value(), until(key));
  }

  private Instant until(ApiKeyView key) {
    Instant latest = clock.instant().plus(LONGEST_STREAM);
    return key.expiresAt().isBefore(latest) ? key.expiresAt() : latest;
  }

  private void note(ApiKeyId id) {
    Instant now = clock.instant();
    Instant before = noted.getOrDefault(id, Instant.MIN);
    if (before.isBefore(now.minus(NOTED_EVERY)) && claim(id, before, now)) {
      uses.used(id, now)
          .subscribe(_ -> {}, e -> log.warn("The use of key {} cannot be noted.", id, e));
    }
  }

  private boolean claim(ApiKeyId id, Instant before, Instant now) {
    return before.equals(Instant.MIN)
        ? noted.putIfAbsent(id, now) == null
        : noted.replace(id, before, now);
  }
}

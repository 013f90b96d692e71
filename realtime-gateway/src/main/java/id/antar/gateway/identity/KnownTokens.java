package id.antar.gateway.identity;

import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.gateway.edge.memory.Latest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tokens that were issued or verified here, because the same few thousand come again and again.
final class KnownTokens {

  private static final int REMEMBERED = 20_000;

  private final Map<String, Identity> known = Collections.synchronizedMap(new Latest<>(REMEMBERED));
  private final InstantSource clock;

  KnownTokens(InstantSource clock) {
    this.clock = clock;
  }

  /// @param sessionId absent for development tokens and tracking links
  /// @param enrolment whether it is good for a second factor alone
  record Identity(
      Actor actor,
      Scope scope,
      @Nullable String sessionId,
      boolean enrolment,
      Instant issuedAt,
      Instant expiresAt) {}

  void put(String token, Identity identity) {
    known.put(token, identity);
  }

  /// While it has not expired.
  Optional<Identity> find(String token) {
    return Optional.ofNullable(known.get(token))
        .filter(identity -> clock.instant().isBefore(identity.expiresAt()));
  }
}

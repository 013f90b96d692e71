package id.antar.gateway.identity;

import id.antar.api.account.AccountEvent.AllSessionsEnded;
import id.antar.api.account.AccountEvent.SessionEnded;
import id.antar.api.account.SessionEvent.SessionFamilyRevoked;
import id.antar.api.account.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// The sessions whose access tokens may still look good though they are over. Told by the events,
/// so that every gateway knows within the time an event takes. A session is forgotten when the last
/// token of it has expired.
@ProcessingGroup("gateway.sessions")
public final class EndedSessions {

  private static final Duration SKEW = Duration.ofSeconds(10);
  private static final int SWEEP_AT = 1_000;

  private final Map<String, Instant> until = new ConcurrentHashMap<>();
  private final Duration lifetime;
  private final InstantSource clock;
  private final Instant startedAt;
  private final KnowEndedSessions known;
  private volatile boolean complete;

  /// @param lifetime of an access token
  EndedSessions(Duration lifetime, InstantSource clock, KnowEndedSessions known) {
    this.lifetime = lifetime.plus(SKEW);
    this.clock = clock;
    this.startedAt = clock.instant();
    this.known = known;
  }

  boolean contains(@Nullable String sessionId) {
    return sessionId != null && until.containsKey(sessionId);
  }

  /// Whether it may have been ended before this process started without that being known here yet.
  boolean mayContain(@Nullable String sessionId, Instant issuedAt) {
    return sessionId != null && !issuedAt.isAfter(startedAt) && !isComplete();
  }

  private boolean isComplete() {
    complete = complete || known.asOfTheStart();
    return complete;
  }

  /// To be called where it was ended, too: there it is so at once.
  public void end(SessionId sessionId) {
    note(sessionId, clock.instant());
  }

  @EventHandler
  void on(SessionEnded event) {
    note(event.sessionId(), event.occurredAt());
  }

  @EventHandler
  void on(AllSessionsEnded event) {
    event.sessionIds().forEach(id -> note(id, event.occurredAt()));
  }

  @EventHandler
  void on(SessionFamilyRevoked event) {
    note(event.sessionId(), event.occurredAt());
  }

  private void note(SessionId sessionId, Instant endedAt) {
    Instant now = clock.instant();
    Instant last = endedAt.plus(lifetime);
    if (last.isAfter(now)) {
      until.put(sessionId.value(), last);
    }
    if (until.size() % SWEEP_AT == 0) {
      until.values().removeIf(over -> !over.isAfter(now));
    }
  }
}

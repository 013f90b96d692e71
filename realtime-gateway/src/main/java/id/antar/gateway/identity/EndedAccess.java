package id.antar.gateway.identity;

import id.antar.api.account.AccountEvent.AccountResumed;
import id.antar.api.account.AccountEvent.AccountSuspended;
import id.antar.api.account.AccountEvent.AllSessionsEnded;
import id.antar.api.account.AccountEvent.SessionEnded;
import id.antar.api.account.ApiKeyEvent.ApiKeyRevoked;
import id.antar.api.account.SessionEvent.SessionFamilyRevoked;
import id.antar.api.account.SessionId;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.gateway.edge.request.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/// What may still look good though it is over: access tokens of sessions, and API keys that a view
/// does not know of yet. Told by the events, so that every gateway knows within the time an event
/// takes. An end is forgotten when the last token has expired and all views have long known.
@ProcessingGroup("gateway.sessions")
public final class EndedAccess {

  private static final Duration SKEW = Duration.ofSeconds(10);
  private static final int SWEEP_AT = 1_000;

  private final Map<Ended, Instant> until = new ConcurrentHashMap<>();
  private final Map<Ended, Set<Runnable>> watchers = new ConcurrentHashMap<>();
  private final Duration lifetime;
  private final InstantSource clock;
  private final Instant startedAt;
  private final KnowEndedSessions known;
  private volatile boolean complete;

  /// @param lifetime of an access token
  EndedAccess(Duration lifetime, InstantSource clock, KnowEndedSessions known) {
    this.lifetime = lifetime.plus(SKEW);
    this.clock = clock;
    this.startedAt = clock.instant();
    this.known = known;
  }

  boolean contains(@Nullable String sessionId) {
    return sessionId != null && until.containsKey(new Ended.OfSession(sessionId));
  }

  /// Whether it may have been ended before this process started without that being known here yet.
  boolean mayContain(@Nullable String sessionId, Instant issuedAt) {
    return sessionId != null && !issuedAt.isAfter(startedAt) && !isComplete();
  }

  private boolean isComplete() {
    complete = complete || known.asOfTheStart();
    return complete;
  }

  boolean containsAny(Collection<Ended> ends) {
    return ends.stream().anyMatch(until::containsKey);
  }

  /// Calls back when what this caller came in by is over: at once if it is, else as soon as it is
  /// known here, and maybe more than once.
  public Disposable watch(Caller caller, Runnable whenOver) {
    List<Ended> ends = Ended.concerning(caller);
    ends.forEach(end -> watchers.compute(end, (_, known) -> with(known, whenOver)));
    if (containsAny(ends)) {
      whenOver.run();
    }
    return () ->
        ends.forEach(end -> watchers.computeIfPresent(end, (_, known) -> without(known, whenOver)));
  }

  private static Set<Runnable> with(@Nullable Set<Runnable> known, Runnable watcher) {
    Set<Runnable> all = known == null ? ConcurrentHashMap.newKeySet(1) : known;
    all.add(watcher);
    return all;
  }

  private static @Nullable Set<Runnable> without(Set<Runnable> known, Runnable watcher) {
    known.remove(watcher);
    return known.isEmpty() ? null : known;
  }

  int watched() {
    return watchers.size();
  }

  /// To be called where it was ended, too: there it is so at once.
  public void end(SessionId sessionId) {
    end(new Ended.OfSession(sessionId.value()));
  }

  private void end(Ended what) {
    note(what, clock.instant());
  }

  @EventHandler
  void on(SessionEnded event) {
    note(new Ended.OfSession(event.sessionId().value()), event.occurredAt());
  }

  @EventHandler
  void on(AllSessionsEnded event) {
    event.sessionIds().forEach(id -> note(new Ended.OfSession(id.value()), event.occurredAt()));
  }

  @EventHandler
  void on(SessionFamilyRevoked event) {
    note(new Ended.OfSession(event.sessionId().value()), event.occurredAt());
  }

  @EventHandler
  void on(AccountSuspended event) {
    note(new Ended.OfKeys(event.accountId().value()), event.occurredAt());
  }

  @EventHandler
  void on(AccountResumed event) {
    until.remove(new Ended.OfKeys(event.accountId().value()));
  }

  /// When that was is told by the engine's clock, which may be another.
  @EventHandler
  void on(ApiKeyRevoked event) {
    end(new Ended.OfKey(event.keyId().value()));
  }

  @EventHandler
  void on(PersonForgotten event) {
    end(new Ended.OfPerson(event.personId()));
  }

  /// What is watched for later is found in `until`: it is written first.
  private void note(Ended what, Instant endedAt) {
    Instant now = clock.instant();
    Instant last = endedAt.plus(lifetime);
    if (last.isAfter(now)) {
      until.put(what, last);
      watchers.getOrDefault(what, Set.of()).forEach(Runnable::run);
    }
    if (until.size() % SWEEP_AT == 0) {
      until.values().removeIf(over -> !over.isAfter(now));
    }
  }
}

package id.antar.command.account;

import id.antar.api.account.AccountEvent.AccountOpened;
import id.antar.api.account.AccountEvent.SessionOpened;
import id.antar.api.account.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An account that has its e-mail.
///
/// @param version of the password
/// @param sessions that are open, the oldest first
record LiveAccount(
    AccountOpened opened,
    boolean confirmed,
    boolean suspended,
    int version,
    @Nullable Request confirmation,
    @Nullable Request reset,
    SecondFactor factor,
    Map<SessionId, SessionOpened> sessions,
    Tally failures,
    Tally wrongCodes)
    implements AccountState {

  private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);

  /// A mail that was sent and may be answered.
  record Request(String id, Instant expiresAt) {
    boolean isAnsweredBy(String requestId, Instant now) {
      return id.equals(requestId) && now.isBefore(expiresAt);
    }

    /// Whoever asks again and again does not fill a mailbox.
    static boolean isTooSoon(@Nullable Request last, Duration lifetime, Instant now) {
      return last != null && now.isBefore(last.expiresAt().minus(lifetime).plus(BETWEEN_MAILS));
    }
  }

  static LiveAccount of(AccountOpened opened) {
    return new LiveAccount(
        opened,
        opened.confirmed(),
        false,
        1,
        null,
        null,
        new SecondFactor.None(),
        Map.of(),
        Tally.NONE,
        Tally.NONE);
  }

  LiveAccount confirmed(boolean now) {
    return new LiveAccount(
        opened,
        now,
        suspended,
        version,
        confirmation,
        reset,
        factor,
        sessions,
        failures,
        wrongCodes);
  }

  LiveAccount suspended(boolean now) {
    return new LiveAccount(
        opened,
        confirmed,
        now,
        version,
        confirmation,
        reset,
        factor,
        sessions,
        failures,
        wrongCodes);
  }

  LiveAccount withPassword(int now) {
    return new LiveAccount(
        opened,
        confirmed,
        suspended,
        now,
        confirmation,
        null,
        factor,
        sessions,
        failures,
        wrongCodes);
  }

  LiveAccount withConfirmation(Request now) {
    return new LiveAccount(
        opened, confirmed, suspended, version, now, reset, factor, sessions, failures, wrongCodes);
  }

  LiveAccount withReset(Request now) {
    return new LiveAccount(
        opened,
        confirmed,
        suspended,
        version,
        confirmation,
        now,
        factor,
        sessions,
        failures,
        wrongCodes);
  }

  LiveAccount with(SecondFactor now) {
    return new LiveAccount(
        opened,
        confirmed,
        suspended,
        version,
        confirmation,
        reset,
        now,
        sessions,
        failures,
        wrongCodes);
  }

  LiveAccount withFailures(Tally now) {
    return new LiveAccount(
        opened,
        confirmed,
        suspended,
        version,
        confirmation,
        reset,
        factor,
        sessions,
        now,
        wrongCodes);
  }

  LiveAccount withWrongCodes(Tally now) {
    return new LiveAccount(
        opened,
        confirmed,
        suspended,
        version,
        confirmation,
        reset,
        factor,
        sessions,
        failures,
        now);
  }

  /// Those that are over by then are left out.
  LiveAccount with(SessionOpened session) {
    var now = new LinkedHashMap<>(sessions);
    now.values().removeIf(old -> !old.endsAt().isAfter(session.occurredAt()));
    now.put(session.sessionId(), session);
    return withSessions(now);
  }

  LiveAccount without(Collection<SessionId> ended) {
    var now = new LinkedHashMap<>(sessions);
    now.keySet().removeAll(Set.copyOf(ended));
    return withSessions(now);
  }

  private LiveAccount withSessions(Map<SessionId, SessionOpened> now) {
    return new LiveAccount(
        opened,
        confirmed,
        suspended,
        version,
        confirmation,
        reset,
        factor,
        now,
        failures,
        wrongCodes);
  }

  /// The sessions that are open then, the oldest first.
  List<SessionId> open(Instant now, Predicate<SessionId> which) {
    return sessions.values().stream()
        .filter(session -> session.endsAt().isAfter(now))
        .map(SessionOpened::sessionId)
        .filter(which)
        .toList();
  }
}

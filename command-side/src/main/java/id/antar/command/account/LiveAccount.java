package id.antar.command.account;

import id.antar.api.account.AccountEvent.AccountOpened;
import id.antar.api.account.AccountEvent.SessionOpened;
import id.antar.api.account.SessionId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// An account that has its e-mail.
///
/// @param version of the password
/// @param sessions that are open, the oldest first
record LiveAccount(
    AccountOpened opened,
    boolean confirmed,
    boolean suspended,
    int version,
    Links confirmation,
    Links reset,
    SecondFactor factor,
    Map<SessionId, SessionOpened> sessions,
    Tally failures,
    Tally wrongCodes)
    implements AccountState {

  static LiveAccount of(AccountOpened opened) {
    return new LiveAccount(
        opened,
        opened.confirmed(),
        false,
        1,
        Links.NONE,
        Links.NONE,
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
        Links.NONE,
        factor,
        sessions,
        failures,
        wrongCodes);
  }

  LiveAccount withConfirmation(Links now) {
    return new LiveAccount(
        opened, confirmed, suspended, version, now, reset, factor, sessions, failures, wrongCodes);
  }

  LiveAccount withReset(Links now) {
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

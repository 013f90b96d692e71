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
/// @param sessions that are open, the oldest first
record LiveAccount(
    AccountOpened opened,
    boolean suspended,
    Mail email,
    Password password,
    SecondFactor factor,
    Map<SessionId, SessionOpened> sessions,
    Mistakes mistakes)
    implements AccountState {

  record Mail(boolean confirmed, Links asked) {}

  /// @param version counts the passwords
  /// @param reset that was asked for
  record Password(int version, Links reset) {}

  record Mistakes(Tally failures, Tally wrongCodes) {}

  static LiveAccount of(AccountOpened opened) {
    return new LiveAccount(
        opened,
        false,
        new Mail(opened.confirmed(), Links.NONE),
        new Password(1, Links.NONE),
        new SecondFactor.None(),
        Map.of(),
        new Mistakes(Tally.NONE, Tally.NONE));
  }

  boolean confirmed() {
    return email.confirmed();
  }

  int version() {
    return password.version();
  }

  LiveAccount confirmed(boolean now) {
    return with(new Mail(now, email.asked()));
  }

  LiveAccount suspended(boolean now) {
    return new LiveAccount(opened, now, email, password, factor, sessions, mistakes);
  }

  LiveAccount withPassword(int now) {
    return with(new Password(now, Links.NONE));
  }

  LiveAccount withConfirmation(Links now) {
    return with(new Mail(email.confirmed(), now));
  }

  LiveAccount withReset(Links now) {
    return with(new Password(password.version(), now));
  }

  LiveAccount withFailures(Tally now) {
    return with(new Mistakes(now, mistakes.wrongCodes()));
  }

  LiveAccount withWrongCodes(Tally now) {
    return with(new Mistakes(mistakes.failures(), now));
  }

  LiveAccount with(SecondFactor now) {
    return new LiveAccount(opened, suspended, email, password, now, sessions, mistakes);
  }

  private LiveAccount with(Mail now) {
    return new LiveAccount(opened, suspended, now, password, factor, sessions, mistakes);
  }

  private LiveAccount with(Password now) {
    return new LiveAccount(opened, suspended, email, now, factor, sessions, mistakes);
  }

  private LiveAccount with(Mistakes now) {
    return new LiveAccount(opened, suspended, email, password, factor, sessions, now);
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
    return new LiveAccount(opened, suspended, email, password, factor, now, mistakes);
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

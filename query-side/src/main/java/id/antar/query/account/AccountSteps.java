package id.antar.query.account;

import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountEvent.*;
import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.OpenSession;
import id.antar.api.account.AccountView.Standing;
import id.antar.api.account.SessionEvent;
import id.antar.api.account.SessionEvent.SessionFamilyRevoked;
import id.antar.api.account.SessionEvent.SessionRefreshed;
import id.antar.api.account.SessionId;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What each fact makes of an account's row.
final class AccountSteps {

  private AccountSteps() {}

  static AccountView opened(AccountOpened e) {
    return new AccountView(
        e.accountId(),
        e.role(),
        e.scope(),
        e.emailKey(),
        e.mailbox(),
        e.passwordHash(),
        1,
        Standing.PENDING,
        e.confirmed(),
        false,
        List.of(),
        e.occurredAt(),
        e.occurredAt());
  }

  static AccountView evolve(AccountView view, AccountEvent event) {
    Instant at = event.occurredAt();
    return switch (event) {
      case AccountOpened e -> opened(e);
      case AccountAdmitted _, AccountResumed _ -> standing(view, Standing.OPEN, at);
      case AccountSuspended _ -> standing(view, Standing.SUSPENDED, at);
      case AccountDeclined _, UnconfirmedAccountEnded _, AccountClosed _ ->
          standing(view, Standing.GONE, at);
      case EmailConfirmed _ ->
          with(view, view.standing(), true, view.secondFactor(), view.sessions(), at);
      case PasswordChanged e -> password(view, e.passwordHash(), e.version(), at);
      case PasswordRehashed e -> password(view, e.passwordHash(), e.version(), at);
      case SecondFactorEnabled _ ->
          with(view, view.standing(), view.confirmed(), true, view.sessions(), at);
      case SecondFactorDisabled _ ->
          with(view, view.standing(), view.confirmed(), false, view.sessions(), at);
      case SessionOpened e -> sessions(view, and(view, e), at);
      case SessionEnded e -> sessions(view, without(view, List.of(e.sessionId())), at);
      case AllSessionsEnded e -> sessions(view, without(view, e.sessionIds()), at);
      case EmailConfirmationRequested _,
          PasswordResetRequested _,
          SecondFactorProposed _,
          SecondFactorFailed _,
          RecoveryCodeUsed _,
          SignInFailed _ ->
          view;
    };
  }

  /// When the account changed is not a matter of its sessions' refreshes, which come in between.
  static AccountView evolve(AccountView view, SessionEvent event) {
    return switch (event) {
      case SessionRefreshed e ->
          sessions(view, map(view, e.sessionId(), it -> refreshed(it, e)), view.changedAt());
      case SessionFamilyRevoked e ->
          sessions(view, without(view, List.of(e.sessionId())), view.changedAt());
    };
  }

  private static OpenSession refreshed(OpenSession session, SessionRefreshed e) {
    return new OpenSession(
        session.sessionId(),
        session.origin(),
        session.openedAt(),
        e.occurredAt(),
        session.endsAt());
  }

  private static List<OpenSession> and(AccountView view, SessionOpened e) {
    var opened =
        new OpenSession(e.sessionId(), e.origin(), e.occurredAt(), e.occurredAt(), e.endsAt());
    return Stream.concat(
            view.sessions().stream().filter(old -> old.endsAt().isAfter(e.occurredAt())),
            Stream.of(opened))
        .toList();
  }

  private static List<OpenSession> without(AccountView view, Collection<SessionId> ended) {
    return view.sessions().stream()
        .filter(session -> !ended.contains(session.sessionId()))
        .toList();
  }

  private static List<OpenSession> map(
      AccountView view, SessionId id, UnaryOperator<OpenSession> change) {
    return view.sessions().stream()
        .map(session -> session.sessionId().equals(id) ? change.apply(session) : session)
        .toList();
  }

  private static AccountView standing(AccountView view, Standing standing, Instant at) {
    return with(view, standing, view.confirmed(), view.secondFactor(), view.sessions(), at);
  }

  private static AccountView sessions(AccountView view, List<OpenSession> sessions, Instant at) {
    return with(view, view.standing(), view.confirmed(), view.secondFactor(), sessions, at);
  }

  private static AccountView password(
      AccountView view, Personal<String> hash, int version, Instant at) {
    return new AccountView(
        view.accountId(),
        view.role(),
        view.scope(),
        view.emailKey(),
        view.mailbox(),
        hash,
        version,
        view.standing(),
        view.confirmed(),
        view.secondFactor(),
        view.sessions(),
        view.openedAt(),
        at);
  }

  private static AccountView with(
      AccountView view,
      Standing standing,
      boolean confirmed,
      boolean secondFactor,
      List<OpenSession> sessions,
      Instant at) {
    return new AccountView(
        view.accountId(),
        view.role(),
        view.scope(),
        view.emailKey(),
        view.mailbox(),
        view.passwordHash(),
        view.passwordVersion(),
        standing,
        confirmed,
        secondFactor,
        sessions,
        view.openedAt(),
        at);
  }
}

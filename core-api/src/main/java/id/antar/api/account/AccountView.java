package id.antar.api.account;

import id.antar.api.message.Actor.Role;
import id.antar.api.message.Query;
import id.antar.api.person.Personal;
import java.time.Instant;
import java.util.List;

/// An account, for reading within the engine. Never sent out as it is.
public record AccountView(
    AccountId accountId,
    Role role,
    Scope scope,
    EmailKey emailKey,
    Personal<Mailbox> mailbox,
    Personal<String> passwordHash,
    int passwordVersion,
    Standing standing,
    boolean confirmed,
    boolean secondFactor,
    List<OpenSession> sessions,
    Instant openedAt,
    Instant changedAt) {

  public AccountView {
    sessions = List.copyOf(sessions);
  }

  public enum Standing {
    /// Its e-mail is being looked at.
    PENDING,
    OPEN,
    SUSPENDED,
    /// Declined, or closed.
    GONE
  }

  public record OpenSession(
      SessionId sessionId,
      Personal<SessionOrigin> origin,
      Instant openedAt,
      Instant refreshedAt,
      Instant endsAt) {}

  public record GetAccount(AccountId accountId) implements Query<AccountView> {
    @Override
    public Class<AccountView> answer() {
      return AccountView.class;
    }
  }

  /// The one that has the e-mail.
  public record GetAccountByEmail(EmailKey emailKey) implements Query<AccountView> {
    @Override
    public Class<AccountView> answer() {
      return AccountView.class;
    }
  }
}

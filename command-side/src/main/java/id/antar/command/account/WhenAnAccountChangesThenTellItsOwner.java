package id.antar.command.account;

import id.antar.api.account.AccountEvent.EmailConfirmationRequested;
import id.antar.api.account.AccountEvent.PasswordChanged;
import id.antar.api.account.AccountEvent.PasswordResetRequested;
import id.antar.api.account.AccountEvent.RecoveryCodeUsed;
import id.antar.api.account.AccountEvent.SecondFactorDisabled;
import id.antar.api.account.AccountEvent.SecondFactorEnabled;
import id.antar.api.account.EmailEvent.EmailClaimRefused;
import id.antar.api.account.InvitationEvent.InvitationSent;
import id.antar.api.account.MailToken;
import id.antar.api.account.MailToken.Purpose;
import id.antar.api.account.Mailbox;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.Personal;
import id.antar.command.mail.Mail;
import id.antar.command.mail.Mail.Kind;
import id.antar.command.mail.SendMail;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/// Whoever has an account is written to when it, or somebody who may not be them, changes it.
@ProcessingGroup(AccountConfiguration.MAIL_GROUP)
@DisallowReplay
final class WhenAnAccountChangesThenTellItsOwner {

  private final SendMail mails;

  WhenAnAccountChangesThenTellItsOwner(SendMail mails) {
    this.mails = mails;
  }

  /// One mail for each fact.
  @EventHandler
  void on(EventMessage<?> message) {
    react(message.getPayload()).ifPresent(mail -> mails.send(message.getIdentifier(), mail));
  }

  static Optional<Mail> react(Object event) {
    return switch (event) {
      case EmailClaimRefused e -> plain(Kind.ACCOUNT_EXISTS, e.mailbox());
      case EmailConfirmationRequested e ->
          linked(
              Kind.CONFIRM_EMAIL,
              e.mailbox(),
              new MailToken(Purpose.EMAIL_CONFIRMATION, e.accountId().value(), e.requestId()),
              "");
      case PasswordResetRequested e ->
          linked(
              Kind.RESET_PASSWORD,
              e.mailbox(),
              new MailToken(Purpose.PASSWORD_RESET, e.accountId().value(), e.requestId()),
              "");
      case PasswordChanged e -> plain(Kind.PASSWORD_CHANGED, e.mailbox());
      case SecondFactorEnabled e -> plain(Kind.SECOND_FACTOR_ENABLED, e.mailbox());
      case SecondFactorDisabled e -> plain(Kind.SECOND_FACTOR_DISABLED, e.mailbox());
      case RecoveryCodeUsed e ->
          Optional.of(
              new Mail(Kind.RECOVERY_CODE_USED, e.mailbox(), null, String.valueOf(e.left())));
      case InvitationSent e ->
          linked(
              Kind.INVITATION,
              e.mailbox(),
              new MailToken(Purpose.INVITATION, e.invitationId().value(), word(e.role(), "-")),
              word(e.role(), " "));
      default -> Optional.empty();
    };
  }

  private static String word(Role role, String between) {
    return role.name().toLowerCase(Locale.ROOT).replace("_", between);
  }

  private static Optional<Mail> plain(Kind kind, Personal<Mailbox> to) {
    return Optional.of(new Mail(kind, to, null, ""));
  }

  private static Optional<Mail> linked(
      Kind kind, Personal<Mailbox> to, MailToken token, String detail) {
    return Optional.of(new Mail(kind, to, token, detail));
  }
}

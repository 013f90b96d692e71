package id.antar.command.mail;

import id.antar.api.account.MailToken;
import id.antar.api.account.Mailbox;
import id.antar.api.person.Personal;
import org.jspecify.annotations.Nullable;

/// What somebody is to be told.
///
/// @param token what its link proves, if it has one
/// @param detail a word that the text has a place for
public record Mail(Kind kind, Personal<Mailbox> to, @Nullable MailToken token, String detail) {

  public enum Kind {
    CONFIRM_EMAIL,
    /// To whoever signs up again.
    ACCOUNT_EXISTS,
    RESET_PASSWORD,
    PASSWORD_CHANGED,
    SECOND_FACTOR_ENABLED,
    SECOND_FACTOR_DISABLED,
    /// How many are left is its detail.
    RECOVERY_CODE_USED,
    /// The role is its detail.
    INVITATION
  }
}

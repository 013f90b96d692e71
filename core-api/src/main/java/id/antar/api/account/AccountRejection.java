package id.antar.api.account;

import id.antar.api.message.Rejection;

/// Why an account command is refused. None says anything that only the account's owner may know to
/// somebody who has not shown the password or a mail.
public sealed interface AccountRejection extends Rejection {

  record UnknownAccount() implements AccountRejection, NotFound {}

  /// Whatever is wrong with what was shown.
  record InvalidCredentials() implements AccountRejection, Unauthenticated {}

  record InvalidMailToken() implements AccountRejection, Invalid {
    @Override
    public String field() {
      return "token";
    }
  }

  record SecondFactorRequired() implements AccountRejection, Unauthenticated {}

  /// For a role that must have one.
  record SecondFactorMissing() implements AccountRejection, Unauthenticated {}

  record SecondFactorInvalid() implements AccountRejection, Unauthenticated {}

  record SecondFactorPaused() implements AccountRejection, Unauthenticated {}

  record SecondFactorEnabledAlready() implements AccountRejection {}

  record SecondFactorNotProposed() implements AccountRejection {}

  record SecondFactorNeeded() implements AccountRejection {
    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }
  }

  record UnknownSession() implements AccountRejection, NotFound {}

  /// Ended, too old, or never one.
  record InvalidRefreshToken() implements AccountRejection, Unauthenticated {}

  /// The session is over: whoever showed it, or whoever has its successor, is somebody else.
  record RefreshTokenReused() implements AccountRejection, Unauthenticated {}

  record EmailTaken() implements AccountRejection {}

  record InvitationOver() implements AccountRejection, Invalid {
    @Override
    public String field() {
      return "token";
    }
  }

  record AccountExists() implements AccountRejection {}

  @Override
  default String detail() {
    return switch (this) {
      case UnknownAccount _ -> "There is no such account.";
      case InvalidCredentials _ ->
          "The e-mail or the password is wrong, or the e-mail is not confirmed yet.";
      case InvalidMailToken _ ->
          "The link is not valid, was used, or is too old. Maybe ask for a new one.";
      case SecondFactorRequired _ -> "This account needs a code of its second factor, too.";
      case SecondFactorMissing _ ->
          "This role needs a second factor, and the account has none yet.";
      case SecondFactorInvalid _ -> "The code is wrong, was used, or is too old.";
      case SecondFactorPaused _ -> "Too many wrong codes; try again in some minutes.";
      case SecondFactorEnabledAlready _ ->
          "There is a second factor already. Maybe disable it first.";
      case SecondFactorNotProposed _ -> "There is no second factor to confirm or to disable.";
      case SecondFactorNeeded _ -> "This role cannot be without a second factor.";
      case UnknownSession _ -> "There is no such session.";
      case InvalidRefreshToken _ -> "The refresh token is not valid. Sign in again.";
      case RefreshTokenReused _ ->
          "The refresh token was used before, so that its session was ended. Sign in again.";
      case EmailTaken _ -> "The e-mail has an account.";
      case InvitationOver _ -> "The invitation was used or withdrawn, or is too old.";
      case AccountExists _ -> "There is another account of this id.";
    };
  }
}

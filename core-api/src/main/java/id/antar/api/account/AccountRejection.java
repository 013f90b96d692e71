package id.antar.api.account;

import id.antar.api.message.Rejection;

/// Why an account command is refused. None says anything that only the account's owner may know to
/// somebody who has not shown the password or a mail.
public sealed interface AccountRejection extends Rejection {

  record UnknownAccount() implements AccountRejection {
    @Override
    public String detail() {
      return "There is no such account.";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /// Whatever is wrong with what was shown.
  record InvalidCredentials() implements AccountRejection {
    @Override
    public String detail() {
      return "The e-mail or the password is wrong, or the e-mail is not confirmed yet.";
    }

    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }
  }

  record InvalidMailToken() implements AccountRejection {
    @Override
    public String detail() {
      return "The link is not valid, was used, or is too old. Maybe ask for a new one.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "token";
    }
  }

  record SecondFactorRequired() implements AccountRejection {
    @Override
    public String detail() {
      return "This account needs a code of its second factor, too.";
    }

    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }
  }

  /// For a role that must have one.
  record SecondFactorMissing() implements AccountRejection {
    @Override
    public String detail() {
      return "This role needs a second factor, and the account has none yet.";
    }

    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }
  }

  record SecondFactorInvalid() implements AccountRejection {
    @Override
    public String detail() {
      return "The code is wrong, was used, or is too old.";
    }

    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }
  }

  record SecondFactorPaused() implements AccountRejection {
    @Override
    public String detail() {
      return "Too many wrong codes; try again in some minutes.";
    }

    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }
  }

  record SecondFactorEnabledAlready() implements AccountRejection {
    @Override
    public String detail() {
      return "There is a second factor already. Maybe disable it first.";
    }
  }

  record SecondFactorNotProposed() implements AccountRejection {
    @Override
    public String detail() {
      return "There is no second factor to confirm or to disable.";
    }
  }

  record SecondFactorNeeded() implements AccountRejection {
    @Override
    public String detail() {
      return "This role cannot be without a second factor.";
    }

    @Override
    public Kind kind() {
      return Kind.FORBIDDEN;
    }
  }

  record UnknownSession() implements AccountRejection {
    @Override
    public String detail() {
      return "There is no such session.";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /// Ended, too old, or never one.
  record InvalidRefreshToken() implements AccountRejection {
    @Override
    public String detail() {
      return "The refresh token is not valid. Sign in again.";
    }

    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }
  }

  /// The session is over: whoever showed it, or whoever has its successor, is somebody else.
  record RefreshTokenReused() implements AccountRejection {
    @Override
    public String detail() {
      return "The refresh token was used before, so that its session was ended. Sign in again.";
    }

    @Override
    public Kind kind() {
      return Kind.UNAUTHENTICATED;
    }
  }

  record EmailTaken() implements AccountRejection {
    @Override
    public String detail() {
      return "The e-mail has an account.";
    }
  }

  record InvitationOver() implements AccountRejection {
    @Override
    public String detail() {
      return "The invitation was used or withdrawn, or is too old.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "token";
    }
  }

  record AccountExists() implements AccountRejection {
    @Override
    public String detail() {
      return "There is another account of this id.";
    }
  }
}

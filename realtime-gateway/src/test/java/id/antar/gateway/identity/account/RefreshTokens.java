package id.antar.gateway.identity.account;

import id.antar.api.account.AccountId;
import id.antar.api.account.SessionId;
import id.antar.gateway.testing.TestFingerprints;

/// Refresh tokens as they are made here, for tests elsewhere.
public final class RefreshTokens {

  private RefreshTokens() {}

  public static String first(String account, String session) {
    return RefreshToken.first(new AccountId(account), new SessionId(session))
        .seal(new TestFingerprints());
  }
}

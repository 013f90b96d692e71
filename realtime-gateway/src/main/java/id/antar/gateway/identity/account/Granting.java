package id.antar.gateway.identity.account;

import id.antar.api.account.AccountView;
import id.antar.api.account.Permission;
import id.antar.api.account.RoleBundles;
import id.antar.api.dispatch.ZoneId;
import id.antar.gateway.identity.TokenIssuer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the tokens that somebody is given who has shown who they are.
final class Granting {

  private static final String BEARER = "Bearer";

  private final TokenIssuer issuer;
  private final Accounts accounts;
  private final AccountProperties limits;
  private final ZoneId here;

  Granting(TokenIssuer issuer, Accounts accounts, AccountProperties limits, ZoneId here) {
    this.issuer = issuer;
    this.accounts = accounts;
    this.limits = limits;
    this.here = here;
  }

  SignedIn grant(AccountView account, RefreshToken refresh, @Nullable String deviceToken) {
    String session = refresh.sessionId().value();
    var access =
        issuer.issue(Accounts.owner(account), account.scope(), session, limits.accessLifetime());
    return new SignedIn(
        access.value(),
        BEARER,
        limits.accessLifetime().toSeconds(),
        RoleBundles.of(account.role(), account.scope(), here).stream().sorted().toList(),
        account.role(),
        account.accountId().value(),
        account.scope().toString(),
        refresh.sessionId(),
        refresh.seal(accounts.fingerprints()),
        limits.idle().toSeconds(),
        deviceToken,
        false);
  }

  SignedIn enrolment(AccountView account) {
    var token =
        issuer.issueEnrolment(
            Accounts.owner(account), account.passwordVersion(), limits.enrolment());
    return new SignedIn(
        token.value(),
        BEARER,
        limits.enrolment().toSeconds(),
        List.of(Permission.ME_ENROL),
        account.role(),
        account.accountId().value(),
        account.scope().toString(),
        null,
        null,
        null,
        null,
        true);
  }
}

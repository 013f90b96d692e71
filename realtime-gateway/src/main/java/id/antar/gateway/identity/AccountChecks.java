package id.antar.gateway.identity;

import id.antar.api.mode.ProductionCheck;
import id.antar.gateway.identity.account.AccountProperties;
import id.antar.gateway.identity.oidc.OidcProperties;
import java.util.ArrayList;
import java.util.List;

/// What of the configuration of accounts is for development only.
final class AccountChecks implements ProductionCheck {

  private final AccountProperties accounts;
  private final OidcProperties oidc;

  AccountChecks(AccountProperties accounts, OidcProperties oidc) {
    this.accounts = accounts;
    this.oidc = oidc;
  }

  @Override
  public List<String> weaknesses() {
    var weak = new ArrayList<String>();
    if (!accounts.confirmEmail()) {
      weak.add("antar.accounts.confirm-email=false: anybody signs in with anybody's e-mail.");
    }
    if (!oidc.issuer().isBlank() && !oidc.issuer().startsWith("https://")) {
      weak.add("antar.oidc.issuer is not an https address.");
    }
    return weak;
  }
}

package id.antar.gateway.ledger;

import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.api.ledger.Account;
import id.antar.api.merchant.MerchantId;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;

/// Whose an account is.
final class Holding {

  private Holding() {}

  /// Another's account is refused like one that does not exist.
  static Account requireOwn(Caller caller, String text) {
    Account account = Valid.value("account", () -> Account.parse(text));
    if (!caller.may(Permission.LEDGER_READ_ANY) && !isOwn(caller, account)) {
      throw Problem.notFound("account", text).asException();
    }
    return account;
  }

  private static boolean isOwn(Caller caller, Account account) {
    return switch (account.kind()) {
      case COURIER, CASH -> caller.is(new CourierId(account.holder()));
      case MERCHANT, TAX -> caller.is(new MerchantId(account.holder()));
      case CUSTOMER, PLATFORM, GATEWAY, OFFICE, BANK -> false;
    };
  }
}

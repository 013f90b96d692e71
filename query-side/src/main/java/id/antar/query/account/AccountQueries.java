package id.antar.query.account;

import id.antar.api.account.AccountView;
import id.antar.api.account.AccountView.GetAccount;
import id.antar.api.account.AccountView.GetAccountByEmail;
import id.antar.api.account.AccountView.Standing;
import id.antar.query.projection.Column;
import id.antar.query.projection.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

final class AccountQueries {

  private final Table<AccountView> accounts;

  AccountQueries(Table<AccountView> accounts) {
    this.accounts = accounts;
  }

  @QueryHandler
  CompletableFuture<@Nullable AccountView> get(GetAccount query) {
    return accounts.find(query.accountId().value()).thenApply(found -> found.orElse(null));
  }

  @QueryHandler
  CompletableFuture<@Nullable AccountView> get(GetAccountByEmail query) {
    return accounts
        .list("email_key = ?", List.of(query.emailKey().value()), "id", 1)
        .thenApply(found -> found.isEmpty() ? null : found.getFirst());
  }

  static List<Column<AccountView>> columns() {
    return List.of(
        Column.text("email_key", AccountQueries::emailKey),
        Column.at("opened_at", AccountView::openedAt));
  }

  /// Of those who have their e-mail, and of nobody else.
  private static @Nullable String emailKey(AccountView view) {
    return view.standing() == Standing.OPEN || view.standing() == Standing.SUSPENDED
        ? view.emailKey().value()
        : null;
  }
}

package id.antar.query.account;

import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountView;
import id.antar.api.account.SessionEvent;
import id.antar.query.projection.Fold;
import id.antar.query.projection.Recorded;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Accounts and their sessions. A refresh changes nothing but when it was, and may come before or
/// after the session's end.
final class AccountFold implements Fold<AccountView> {

  @Override
  public String name() {
    return "account";
  }

  @Override
  public Class<AccountView> stateType() {
    return AccountView.class;
  }

  @Override
  public List<Class<?>> eventTypes() {
    return List.of(AccountEvent.class, SessionEvent.class);
  }

  @Override
  public Collection<String> keys(Object event) {
    return List.of(
        switch (event) {
          case AccountEvent e -> e.accountId().value();
          case SessionEvent e -> e.accountId().value();
          default -> throw new IllegalArgumentException(event.getClass() + " is of no account.");
        });
  }

  @Override
  public AccountView evolve(String key, @Nullable AccountView before, Recorded recorded) {
    return switch (recorded.event()) {
      case AccountEvent.AccountOpened e -> AccountSteps.opened(e);
      case AccountEvent e -> AccountSteps.evolve(known(key, before), e);
      case SessionEvent e -> AccountSteps.evolve(known(key, before), e);
      default -> known(key, before);
    };
  }

  private static AccountView known(String key, @Nullable AccountView view) {
    if (view == null) {
      throw new IllegalStateException(
          "Account " + key + " is not known here. Maybe its first event is parked.");
    }
    return view;
  }

  @Override
  public Object view(AccountView state) {
    return state;
  }
}

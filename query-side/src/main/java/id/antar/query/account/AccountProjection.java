package id.antar.query.account;

import id.antar.api.account.AccountEvent;
import id.antar.api.account.AccountView;
import id.antar.api.account.SessionEvent;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.account")
final class AccountProjection {

  private final Projector<AccountView> projector;

  AccountProjection(Projector<AccountView> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = AccountEvent.class)
  void onAccount(EventMessage<?> message) {
    projector.handle(message);
  }

  @EventHandler(payloadType = SessionEvent.class)
  void onSession(EventMessage<?> message) {
    projector.handle(message);
  }
}

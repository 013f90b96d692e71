package id.antar.query.account;

import id.antar.api.account.ApiKeyEvent;
import id.antar.api.account.ApiKeyView;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.api-key")
final class ApiKeyProjection {

  private final Projector<ApiKeyView> projector;

  ApiKeyProjection(Projector<ApiKeyView> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = ApiKeyEvent.class)
  void onApiKey(EventMessage<?> message) {
    projector.handle(message);
  }
}

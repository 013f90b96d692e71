package id.antar.query.chat;

import id.antar.api.chat.ChatEvent;
import id.antar.api.chat.ChatQuery.MessageView;
import id.antar.query.projection.Projector;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

@ProcessingGroup("query.chat")
final class ChatProjection {

  private final Projector<MessageView> projector;

  ChatProjection(Projector<MessageView> projector) {
    this.projector = projector;
  }

  @EventHandler(payloadType = ChatEvent.class)
  void onChat(EventMessage<?> message) {
    projector.handle(message);
  }
}

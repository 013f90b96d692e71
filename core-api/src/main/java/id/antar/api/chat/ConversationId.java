package id.antar.api.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;
import id.antar.api.order.OrderId;

public record ConversationId(@JsonValue String value) {

  public ConversationId {
    Ids.requireId("conversation id", value);
  }

  /// An order has one conversation, called by its id.
  public static ConversationId of(OrderId orderId) {
    return new ConversationId(orderId.value());
  }

  @Override
  public String toString() {
    return value;
  }
}

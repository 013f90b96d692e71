package id.antar.api.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

/// By which a message is known if it is sent again.
public record MessageId(@JsonValue String value) {

  public MessageId {
    Ids.requireId("message id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

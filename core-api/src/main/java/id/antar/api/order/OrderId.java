package id.antar.api.order;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record OrderId(@JsonValue String value) {

  public OrderId {
    Ids.requireId("order id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

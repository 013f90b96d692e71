package id.antar.api.review;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;
import id.antar.api.order.OrderId;
import id.antar.api.order.Side;

public record ReviewId(@JsonValue String value) {

  public ReviewId {
    Ids.requireId("review id", value);
  }

  /// Each side of an order reviews another one once.
  public static ReviewId of(OrderId orderId, Side author, Side subject) {
    return new ReviewId(Ids.derive("review", orderId.value(), author.name(), subject.name()));
  }

  @Override
  public String toString() {
    return value;
  }
}

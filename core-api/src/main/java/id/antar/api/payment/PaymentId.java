package id.antar.api.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;
import id.antar.api.order.OrderId;

public record PaymentId(@JsonValue String value) {

  public PaymentId {
    Ids.requireId("payment id", value);
  }

  /// What an order costs is one payment, whose parts may be paid by several methods.
  public static PaymentId ofOrder(OrderId orderId) {
    return new PaymentId(Ids.derive("payment", orderId.value()));
  }

  public static PaymentId ofTip(OrderId orderId) {
    return new PaymentId(Ids.derive("tip", orderId.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}

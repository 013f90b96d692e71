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

  /// A tip that came to nothing may be followed by another one.
  ///
  /// @param number 1 for the order's first tip
  public static PaymentId ofTip(OrderId orderId, int number) {
    return new PaymentId(
        number == 1
            ? Ids.derive("tip", orderId.value())
            : Ids.derive("tip", orderId.value(), Integer.toString(number)));
  }

  @Override
  public String toString() {
    return value;
  }
}

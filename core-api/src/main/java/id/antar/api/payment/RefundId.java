package id.antar.api.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

/// One refund of one charge.
public record RefundId(@JsonValue String value) {

  public RefundId {
    Ids.requireId("refund id", value);
  }

  /// A refund that nobody asks for, because the money is not wanted: the payment's n-th refund.
  ///
  /// @param number 1 for the first
  public static RefundId ofReversal(PaymentId payment, int number) {
    return new RefundId(Ids.derive("reversal", payment.value(), Integer.toString(number)));
  }

  /// A refund may come from several charges: the first share has its own id, the others have these.
  ///
  /// @param number 1 for the first
  public RefundId ofShare(int number) {
    return number == 1 ? this : new RefundId(Ids.derive("refund", value, Integer.toString(number)));
  }

  @Override
  public String toString() {
    return value;
  }
}

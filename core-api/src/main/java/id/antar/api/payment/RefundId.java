package id.antar.api.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

/// One refund from one part of a payment.
public record RefundId(@JsonValue String value) {

  public RefundId {
    Ids.requireId("refund id", value);
  }

  /// The refund of a part that is given back in full because the order is off.
  public static RefundId ofReversal(PaymentId payment, int part) {
    return new RefundId(Ids.derive("reversal", payment.value(), Integer.toString(part)));
  }

  /// What of a refund comes from this part.
  public RefundId ofPart(int part) {
    return part == 1 ? this : new RefundId(Ids.derive("refund", value, Integer.toString(part)));
  }

  @Override
  public String toString() {
    return value;
  }
}

package id.antar.api.payment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// One attempt to get one part of a payment: what a payment provider knows it by, written
/// `<payment>-<part>-<attempt>`.
public record ChargeId(PaymentId paymentId, int part, int attempt) {

  @JsonCreator
  public static ChargeId parse(String text) {
    int last = text.lastIndexOf('-');
    int middle = text.lastIndexOf('-', last - 1);
    if (middle < 1) {
      throw new IllegalArgumentException("A charge id is not of the form payment-part-attempt.");
    }
    return new ChargeId(
        new PaymentId(text.substring(0, middle)),
        Integer.parseInt(text, middle + 1, last, 10),
        Integer.parseInt(text, last + 1, text.length(), 10));
  }

  @JsonValue
  @Override
  public String toString() {
    return paymentId + "-" + part + "-" + attempt;
  }
}

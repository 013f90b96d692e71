package id.antar.api.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record PaymentId(@JsonValue String value) {

  public PaymentId {
    Ids.requireId("payment id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

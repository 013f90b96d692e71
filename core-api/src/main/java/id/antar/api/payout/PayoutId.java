package id.antar.api.payout;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record PayoutId(@JsonValue String value) {

  public PayoutId {
    Ids.requireId("payout id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

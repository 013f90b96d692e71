package id.antar.api.customer;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record CustomerId(@JsonValue String value) {

  public CustomerId {
    Ids.requireId("customer id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

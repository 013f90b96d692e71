package id.antar.api.courier;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record CourierId(@JsonValue String value) {

  public CourierId {
    Ids.requireId("courier id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package id.antar.api.dispatch;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record ZoneId(@JsonValue String value) {

  public ZoneId {
    Ids.requireId("zone id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

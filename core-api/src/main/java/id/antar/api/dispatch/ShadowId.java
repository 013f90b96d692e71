package id.antar.api.dispatch;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record ShadowId(@JsonValue String value) {

  public ShadowId {
    Ids.requireId("shadow id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package id.antar.api.dispatch;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record DecisionId(@JsonValue String value) {

  public DecisionId {
    Ids.requireId("decision id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

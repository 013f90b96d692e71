package id.antar.api.ops;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record JobId(@JsonValue String value) {

  public JobId {
    Ids.requireId("job id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

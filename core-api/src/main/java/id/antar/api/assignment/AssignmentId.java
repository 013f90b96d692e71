package id.antar.api.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record AssignmentId(@JsonValue String value) {

  public AssignmentId {
    Ids.requireId("assignment id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package id.antar.api.person;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record PersonId(@JsonValue String value) {

  public PersonId {
    Ids.requireId("person id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

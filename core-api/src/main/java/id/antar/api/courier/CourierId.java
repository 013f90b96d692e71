package id.antar.api.courier;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;
import id.antar.api.person.PersonId;

public record CourierId(@JsonValue String value) {

  public CourierId {
    Ids.requireId("courier id", value);
  }

  public PersonId personId() {
    return new PersonId("courier." + value);
  }

  @Override
  public String toString() {
    return value;
  }
}

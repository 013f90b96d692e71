package id.antar.api.customer;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;
import id.antar.api.person.PersonId;

public record CustomerId(@JsonValue String value) {

  public CustomerId {
    Ids.requireId("customer id", value);
  }

  public PersonId personId() {
    return new PersonId("customer." + value);
  }

  @Override
  public String toString() {
    return value;
  }
}

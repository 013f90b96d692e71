package id.antar.api.account;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Actor;
import id.antar.api.message.Ids;

/// An account; also the id of whoever signs in by it, in their role.
public record AccountId(@JsonValue String value) {

  public AccountId {
    Ids.requireId("account id", value);
  }

  public Actor as(Actor.Role role) {
    return new Actor(role, value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package id.antar.api.account;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

/// One sign-in on one device, and all that is refreshed from it.
public record SessionId(@JsonValue String value) {

  public SessionId {
    Ids.requireId("session id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

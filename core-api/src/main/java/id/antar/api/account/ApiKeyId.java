package id.antar.api.account;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

/// The part of an API key that is no secret.
public record ApiKeyId(@JsonValue String value) {

  public ApiKeyId {
    Ids.requireId("key id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package id.antar.api.account;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record InvitationId(@JsonValue String value) {

  public InvitationId {
    Ids.requireId("invitation id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

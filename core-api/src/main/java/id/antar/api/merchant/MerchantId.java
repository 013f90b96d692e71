package id.antar.api.merchant;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record MerchantId(@JsonValue String value) {

  public MerchantId {
    Ids.requireId("merchant id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

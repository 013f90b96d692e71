package id.antar.api.merchant;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;

public record ProductId(@JsonValue String value) {

  public ProductId {
    Ids.requireId("product id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

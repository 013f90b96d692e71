package id.antar.api.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.message.Ids;
import java.util.Locale;

public record AlertId(@JsonValue String value) {

  public AlertId {
    Ids.requireId("alert id", value);
  }

  /// One for each kind and subject, however often it stands.
  public static AlertId of(AlertKind kind, String subject) {
    return new AlertId(Ids.derive("alert", kind.name().toLowerCase(Locale.ROOT), subject));
  }

  @Override
  public String toString() {
    return value;
  }
}

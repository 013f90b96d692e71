package id.antar.query.rebuild;

import id.antar.api.person.Personal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Rows as lines of JSON. Of what is personal it says only whose it is.
final class RowText {

  private final JsonMapper json =
      JsonMapper.builder()
          .addModule(new SimpleModule("hidden").addSerializer(Personal.class, new Hidden()))
          .build();

  String line(Record line) {
    return json.writeValueAsString(line) + "\n";
  }

  @SuppressWarnings("rawtypes")
  private static final class Hidden extends ValueSerializer<Personal> {
    @Override
    public void serialize(Personal value, JsonGenerator to, SerializationContext context) {
      to.writeStartObject();
      to.writeStringProperty("person", value.person().value());
      to.writeEndObject();
    }
  }
}

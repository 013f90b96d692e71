package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Writes [Personal] as `{"person": …, "sealed": …}` and reads it back; what was sealed with a key
/// that is dropped reads as forgotten.
final class PersonalModule extends SimpleModule {
  private static final String PERSON = "person";
  private static final String SEALED = "sealed";

  private final transient Sealing sealing;
  private final transient JsonMapper plain;

  /// @param plain writes what is inside; it has nothing personal in it again
  PersonalModule(Sealing sealing, JsonMapper plain) {
    super("personal");
    this.sealing = sealing;
    this.plain = plain;
    addSerializer(new Writing());
    addDeserializer(Personal.class, new Reading(null));
    addDeserializer(MetaData.class, new MetaDataReading());
  }

  @SuppressWarnings("rawtypes")
  private final class Writing extends ValueSerializer<Personal> {
    @Override
    public Class<Personal> handledType() {
      return Personal.class;
    }

    @Override
    public void serialize(Personal value, JsonGenerator to, SerializationContext context) {
      to.writeStartObject();
      to.writeStringProperty(PERSON, value.person().value());
      if (value.value() == null) {
        to.writeNullProperty(SEALED);
      } else {
        byte[] clear = plain.writeValueAsBytes(value.value());
        to.writeStringProperty(SEALED, sealing.seal(value.person(), clear));
      }
      to.writeEndObject();
    }
  }

  @SuppressWarnings("rawtypes")
  private final class Reading extends ValueDeserializer<Personal> {
    private final @Nullable JavaType content;

    Reading(@Nullable JavaType content) {
      this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      JavaType type = context.getContextualType();
      if (type == null && property != null) {
        type = property.getType();
      }
      return type == null ? this : new Reading(type.containedTypeOrUnknown(0));
    }

    @Override
    public Personal deserialize(JsonParser from, DeserializationContext context) {
      JsonNode node = context.readTree(from);
      var person = new PersonId(node.path(PERSON).asString());
      JsonNode sealed = node.path(SEALED);
      if (content == null || !sealed.isString()) {
        return Personal.forgotten(person);
      }
      return sealing
          .open(person, sealed.asString())
          .<Personal>map(clear -> Personal.of(person, plain.readValue(clear, content)))
          .orElseGet(() -> Personal.forgotten(person));
    }
  }
}

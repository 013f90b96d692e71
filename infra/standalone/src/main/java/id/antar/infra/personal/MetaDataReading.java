package id.antar.infra.personal;

import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/// Reads metadata, in which the values of some keys are personal to who sent the request.
final class MetaDataReading extends ValueDeserializer<MetaData> {
  private static final Set<String> PERSONAL = Set.of(MetaKeys.CLIENT_ADDRESS, MetaKeys.USER_AGENT);

  @Override
  public MetaData deserialize(JsonParser from, DeserializationContext context) {
    JavaType personal =
        context.getTypeFactory().constructParametricType(Personal.class, String.class);
    var values = new HashMap<String, Object>();
    while (from.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = from.currentName();
      boolean sealed = from.nextToken() == JsonToken.START_OBJECT && PERSONAL.contains(key);
      values.put(
          key, sealed ? context.readValue(from, personal) : context.readValue(from, Object.class));
    }
    values.replaceAll((key, value) -> PERSONAL.contains(key) ? owned(value, values) : value);
    return MetaData.from(values);
  }

  /// Before these keys were personal, they were stored as plain text.
  private static Object owned(Object value, Map<String, Object> values) {
    return value instanceof String text
        ? Personal.of(
            PersonId.of(
                Actor.parse(String.valueOf(values.getOrDefault(MetaKeys.ACTOR, Actor.SYSTEM)))),
            text)
        : value;
  }
}

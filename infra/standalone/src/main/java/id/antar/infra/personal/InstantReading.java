package id.antar.infra.personal;

import id.antar.api.time.IsoInstants;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/// Reads instants as they are mostly written; all else as Jackson does.
final class InstantReading extends ValueDeserializer<Instant> {

  @Override
  public Instant deserialize(JsonParser from, DeserializationContext context) {
    if (from.hasToken(JsonToken.VALUE_STRING)) {
      try {
        return IsoInstants.parse(from.getString());
      } catch (DateTimeException _) {
        return InstantDeserializer.INSTANT.deserialize(from, context);
      }
    }
    return InstantDeserializer.INSTANT.deserialize(from, context);
  }
}

package id.antar.gateway.edge.json;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// JSON as clients see it: enums in lower case, instants and durations as text; strict in what it
/// takes. Not a bean of Jackson's own type, so that it is never mistaken for the mapper of stored
/// messages.
public final class WireJson {

  private static final int USUAL_BYTES = 256;

  private final JsonMapper mapper =
      JsonMapper.builder()
          .annotationIntrospector(new StrictRecords())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .withCoercionConfig(
              LogicalType.Textual,
              text -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .addModule(Amount.module())
          .build();

  public JsonMapper mapper() {
    return mapper;
  }

  /// An object whose properties are written one by one, which costs less than having it bound.
  public byte[] writeObject(Consumer<JsonGenerator> properties) {
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator out = mapper.createGenerator(bytes)) {
      out.writeStartObject();
      properties.accept(out);
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  public byte[] write(Object value) {
    return mapper.writeValueAsBytes(value);
  }
}

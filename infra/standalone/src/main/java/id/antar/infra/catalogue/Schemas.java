package id.antar.infra.catalogue;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.person.Personal;
import id.antar.query.history.Content;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// JSON Schemas of what the vocabulary's records look like in an event's `data`: by their fields,
/// as they are stored, except that what is personal is opened and what opens an account is hidden.
final class Schemas {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final DocComments docs;

  Schemas(DocComments docs) {
    this.docs = docs;
  }

  Map<String, Object> of(Class<?> event) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", DIALECT);
    schema.put("title", event.getSimpleName());
    schema.putAll(object(event));
    return schema;
  }

  /// Every field is always there.
  private Map<String, Object> object(Class<?> type) {
    var properties = new LinkedHashMap<String, Object>();
    for (RecordComponent field : type.getRecordComponents()) {
      properties.put(field.getName(), field(type, field));
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    putText(schema, docs.of(type).text());
    schema.put("properties", properties);
    schema.put("required", List.copyOf(properties.keySet()));
    schema.put("additionalProperties", false);
    return schema;
  }

  private Map<String, Object> field(Class<?> type, RecordComponent field) {
    Map<String, Object> schema =
        Content.isSecret(field.getName()) ? secret() : of(requireNonNull(field.getAnnotatedType()));
    var said = new LinkedHashMap<String, Object>();
    putText(said, docs.of(type).param(field.getName()));
    schema.forEach(said::putIfAbsent);
    return said;
  }

  private static Map<String, Object> secret() {
    return Map.of("enum", Arrays.asList(Content.HIDDEN, null));
  }

  private Map<String, Object> of(AnnotatedType type) {
    Map<String, Object> schema = plain(type);
    return isNullable(type) ? either(schema, Map.of("type", "null")) : schema;
  }

  static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private Map<String, Object> plain(AnnotatedType type) {
    Class<?> raw = raw(type.getType());
    if (raw == Personal.class) {
      return personal(argument(type, 0));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", of(argument(type, 0)));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Map.of("type", "object", "additionalProperties", of(argument(type, 1)));
    }
    return simple(raw);
  }

  private Map<String, Object> personal(AnnotatedType type) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("person", Map.of("type", "string"));
    properties.put("value", either(of(type), Map.of("type", "null")));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.of("person"));
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> either(Object one, Object other) {
    return Map.of("anyOf", List.of(one, other));
  }

  private Map<String, Object> simple(Class<?> raw) {
    if (raw.isEnum()) {
      return Map.of("type", "string", "enum", names(raw));
    }
    if (raw.isSealed() && raw.isInterface()) {
      return oneOf(raw);
    }
    if (raw.isRecord() && !isText(raw)) {
      return object(raw);
    }
    var schema = new LinkedHashMap<String, Object>(primitive(raw));
    if (raw.isRecord()) {
      putText(schema, docs.of(raw).text());
    }
    return schema;
  }

  /// One that is written as one text.
  static boolean isText(Class<?> type) {
    return Stream.concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredFields()))
        .anyMatch(member -> member.isAnnotationPresent(JsonValue.class));
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(it -> isText(type) ? it.toString() : ((Enum<?>) it).name())
        .toList();
  }

  /// Which of them it is stands under the family's name.
  private Map<String, Object> oneOf(Class<?> family) {
    String name = family.getSimpleName().toLowerCase(Locale.ROOT);
    List<Object> possible = new ArrayList<>();
    for (Class<?> type : family.getPermittedSubclasses()) {
      Map<String, Object> schema = object(type);
      var properties = new LinkedHashMap<String, Object>();
      properties.put(name, Map.of("const", type.getSimpleName().toLowerCase(Locale.ROOT)));
      properties.putAll(asMap(schema.get("properties")));
      schema.put("properties", properties);
      schema.put("required", List.copyOf(properties.keySet()));
      possible.add(schema);
    }
    return Map.of("oneOf", possible);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(@Nullable Object properties) {
    return (Map<String, Object>) requireNonNull(properties);
  }

  private static Map<String, Object> primitive(Class<?> raw) {
    if (raw == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (raw == LocalDate.class) {
      return Map.of("type", "string", "format", "date");
    }
    if (raw == Duration.class) {
      return Map.of("type", "string", "format", "duration");
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (raw == double.class || raw == Double.class) {
      return Map.of("type", "number");
    }
    boolean whole = raw.isPrimitive() || Number.class.isAssignableFrom(raw);
    return Map.of("type", whole ? "integer" : "string");
  }

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType several
        ? (Class<?>) several.getRawType()
        : (Class<?>) type;
  }

  static AnnotatedType argument(AnnotatedType type, int number) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[number];
  }

  private static void putText(Map<String, Object> schema, String text) {
    if (!text.isEmpty()) {
      schema.put("description", text);
    }
  }
}

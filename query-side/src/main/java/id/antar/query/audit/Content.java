package id.antar.query.audit;

import id.antar.api.audit.AuditQuery.Change;
import id.antar.api.person.Personal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// What a view or an event holds, as single values under their paths. What is personal is in the
/// clear, or absent once its person is forgotten.
final class Content {

  /// What is longer is compared whole and shown in part.
  private static final int LONGEST = 1_000;

  /// That it changed is told, and not what it is.
  private static final Pattern SECRET =
      Pattern.compile("token|secret|password|hash|recovery|credential", Pattern.CASE_INSENSITIVE);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .addModule(new SimpleModule("opened").addSerializer(new Opened()))
          .build();

  private Content() {}

  /// Where the two differ, in the order of the paths.
  static List<Change> difference(@Nullable Object before, @Nullable Object after) {
    Map<String, Object> left = values(before);
    Map<String, Object> right = values(after);
    TreeSet<String> paths = new TreeSet<>(left.keySet());
    paths.addAll(right.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(left.get(path), right.get(path)))
        .map(path -> new Change(path, shown(path, left.get(path)), shown(path, right.get(path))))
        .toList();
  }

  private static @Nullable Object shown(String path, @Nullable Object value) {
    if (value != null && SECRET.matcher(path).find()) {
      return "hidden";
    }
    return value instanceof String text && text.length() > LONGEST
        ? text.substring(0, LONGEST) + "…"
        : value;
  }

  private static Map<String, Object> values(@Nullable Object content) {
    Map<String, Object> values = new TreeMap<>();
    if (content != null) {
      collect("", JSON.valueToTree(content), values);
    }
    return values;
  }

  private static void collect(String path, JsonNode node, Map<String, Object> values) {
    if (node.isObject()) {
      node.properties().forEach(it -> collect(path + "/" + it.getKey(), it.getValue(), values));
    } else if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>(node.values());
      for (int i = 0; i < items.size(); i++) {
        collect(path + "/" + i, items.get(i), values);
      }
    } else if (!node.isNull()) {
      values.put(path, leaf(node));
    }
  }

  private static Object leaf(JsonNode node) {
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.asString();
  }

  @SuppressWarnings("rawtypes")
  private static final class Opened extends ValueSerializer<Personal> {

    @Override
    public Class<Personal> handledType() {
      return Personal.class;
    }

    @Override
    public void serialize(Personal value, JsonGenerator to, SerializationContext context) {
      context.writeValue(to, value.value());
    }
  }
}

package id.antar.query.history;

import id.antar.api.audit.AuditQuery.Change;
import id.antar.api.person.Personal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// What a view or an event holds, as a tree or as single values under their paths. What is personal
/// is in the clear, or absent once its person is forgotten, and for who may not see it.
public final class Content {

  /// What is longer is compared whole and shown in part.
  private static final int LONGEST = 1_000;

  public static final String HIDDEN = "hidden";

  /// That it changed is told, and not what it is.
  private static final Pattern SECRET =
      Pattern.compile("token|secret|password|hash|recovery|credential", Pattern.CASE_INSENSITIVE);

  private static final TypeReference<LinkedHashMap<String, Object>> TREE = new TypeReference<>() {};
  private static final JsonMapper OPENED = json(true);
  private static final JsonMapper CLOSED = json(false);

  private Content() {}

  private static JsonMapper json(boolean personal) {
    return JsonMapper.builder()
        .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
        .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .addModule(new SimpleModule("personal").addSerializer(new OfPersons(personal)))
        .build();
  }

  private static JsonMapper mapper(boolean personal) {
    return personal ? OPENED : CLOSED;
  }

  /// Whether nobody is told what stands under this name.
  public static boolean isSecret(String name) {
    return SECRET.matcher(name).find();
  }

  /// As the interface shows it, whole.
  public static Map<String, Object> tree(Object content, boolean personal) {
    JsonNode tree = mapper(personal).valueToTree(content);
    hideSecrets(tree);
    return mapper(personal).treeToValue(tree, TREE);
  }

  private static void hideSecrets(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> property : object.properties()) {
        if (isSecret(property.getKey()) && !property.getValue().isNull()) {
          property.setValue(StringNode.valueOf(HIDDEN));
        }
      }
    }
    node.forEach(Content::hideSecrets);
  }

  /// Where the two differ, in the order of the paths.
  public static List<Change> difference(@Nullable Object before, @Nullable Object after) {
    return difference(before, after, true);
  }

  public static List<Change> difference(
      @Nullable Object before, @Nullable Object after, boolean personal) {
    Map<String, Object> left = values(before, personal);
    Map<String, Object> right = values(after, personal);
    TreeSet<String> paths = new TreeSet<>(left.keySet());
    paths.addAll(right.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(left.get(path), right.get(path)))
        .map(path -> new Change(path, shown(path, left.get(path)), shown(path, right.get(path))))
        .toList();
  }

  private static @Nullable Object shown(String path, @Nullable Object value) {
    if (value != null && isSecret(path)) {
      return HIDDEN;
    }
    return value instanceof String text && text.length() > LONGEST
        ? text.substring(0, LONGEST) + "…"
        : value;
  }

  private static Map<String, Object> values(@Nullable Object content, boolean personal) {
    Map<String, Object> values = new TreeMap<>();
    if (content != null) {
      collect("", mapper(personal).valueToTree(content), values);
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
  private static final class OfPersons extends ValueSerializer<Personal> {

    private final boolean told;

    OfPersons(boolean told) {
      this.told = told;
    }

    @Override
    public Class<Personal> handledType() {
      return Personal.class;
    }

    @Override
    public void serialize(Personal value, JsonGenerator to, SerializationContext context) {
      context.writeValue(to, told ? value.value() : null);
    }
  }
}

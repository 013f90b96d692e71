package id.antar.infra.timeout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import id.antar.api.person.SealedAt;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes a waiting command as `{"type": …, "command": …, "trail": {…}}`. Only records of the
/// engine's own vocabulary and processes are read back, whatever the table says.
final class DueCommandJson implements Serializer {
  private static final String TYPE = "type";
  private static final String COMMAND = "command";
  private static final String TRAIL = "trail";

  private final JsonMapper json;

  DueCommandJson(JsonMapper json) {
    this.json = json;
  }

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    if (!(data instanceof DueCommand(Object command, Map<String, String> trail))) {
      return null;
    }
    var stored = json.createObjectNode();
    String type = requireOurs(command.getClass()).getName();
    stored.put(TYPE, type);
    stored.set(COMMAND, SealedAt.place(place(type), () -> json.<JsonNode>valueToTree(command)));
    stored.set(TRAIL, json.valueToTree(trail));
    return json.writeValueAsBytes(stored);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
    return stored == null || stored.length == 0 ? null : type.cast(read(stored));
  }

  private DueCommand read(byte[] stored) {
    JsonNode node = json.readTree(new String(stored, UTF_8));
    Class<?> type = commandType(node.path(TYPE).asString());
    Object command =
        SealedAt.place(place(type.getName()), () -> json.treeToValue(node.get(COMMAND), type));
    return new DueCommand(command, trail(node.path(TRAIL)));
  }

  /// What is personal in it is bound to the kind of command; which row it is in is not known here.
  private static String place(String type) {
    return "timeout/" + type;
  }

  private static Map<String, String> trail(JsonNode stored) {
    var trail = new HashMap<String, String>();
    stored.properties().forEach(it -> trail.put(it.getKey(), it.getValue().asString()));
    return trail;
  }

  private static Class<?> commandType(String name) {
    try {
      return requireOurs(Class.forName(name, false, DueCommandJson.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("There is no command " + name + ".", e);
    }
  }

  private static Class<?> requireOurs(Class<?> type) {
    String name = type.getName();
    if (type.isRecord()
        && (name.startsWith("id.antar.api.") || name.startsWith("id.antar.command."))) {
      return type;
    }
    throw new IllegalArgumentException(name + " is not a command that can wait.");
  }
}

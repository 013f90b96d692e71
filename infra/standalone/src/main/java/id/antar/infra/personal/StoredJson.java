package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Stored messages as one person may see them: their own data is opened, that of others is null,
/// and what opens an account is left out.
final class StoredJson {
  /// By what they are called. Whoever has stolen a token must not find more with it.
  private static final Pattern CREDENTIAL =
      Pattern.compile("secret|password|hash(es)?$", Pattern.CASE_INSENSITIVE);

  private final JsonMapper json = JsonMapper.shared();
  private final Sealing sealing;
  private final PersonId reader;

  StoredJson(Sealing sealing, PersonId reader) {
    this.sealing = sealing;
    this.reader = reader;
  }

  /// @param place where it is stored
  JsonNode open(String place, byte[] stored) {
    return open(place, JsonPointer.empty(), json.readTree(stored), Map.of());
  }

  /// Nothing but the reader's own data, by its path.
  ObjectNode openParts(String place, byte[] stored) {
    var parts = new TreeMap<String, JsonNode>();
    JsonNode _ = open(place, JsonPointer.empty(), json.readTree(stored), parts);
    ObjectNode found = json.createObjectNode();
    parts.forEach(found::set);
    return found;
  }

  private JsonNode open(
      String place, JsonPointer path, JsonNode node, Map<String, JsonNode> parts) {
    if (isSealed(node)) {
      Optional<JsonNode> own = findOwn(place + path, node);
      if (parts instanceof TreeMap) {
        own.ifPresent(it -> parts.put(path.toString(), it));
      }
      return own.orElseGet(JsonNodeFactory.instance::nullNode);
    }
    if (node instanceof ObjectNode object) {
      List<String> credentials =
          object.propertyNames().stream().filter(it -> CREDENTIAL.matcher(it).find()).toList();
      object.remove(credentials);
      object
          .properties()
          .forEach(it ->
              it.setValue(open(place, path.appendProperty(it.getKey()), it.getValue(), parts)));
    } else if (node.isArray()) {
      return elements(place, path, node, parts);
    }
    return node;
  }

  private JsonNode elements(
      String place, JsonPointer path, JsonNode list, Map<String, JsonNode> parts) {
    var opened = json.createArrayNode();
    for (int i = 0; i < list.size(); i++) {
      opened.add(open(place, path.appendIndex(i), list.get(i), parts));
    }
    return opened;
  }

  private static boolean isSealed(@Nullable JsonNode node) {
    return node instanceof ObjectNode object
        && object.size() == 2
        && object.has("person")
        && object.has("sealed");
  }

  private Optional<JsonNode> findOwn(String place, JsonNode sealed) {
    if (!sealed.path("person").asString().equals(reader.value())
        || !sealed.path("sealed").isString()) {
      return Optional.empty();
    }
    return sealing.open(reader, place, sealed.path("sealed").asString()).map(json::readTree);
  }
}

package id.antar.infra.personal;

import id.antar.api.person.PersonId;
import id.antar.query.history.Content;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Stored events as history shows them: what is sealed becomes `{"person": …, "value": …}`, with
/// null once the person is forgotten, and without a value for who may not see it. What opens an
/// account is hidden from everybody.
public final class EventJson {
  private static final Logger LOG = LoggerFactory.getLogger(EventJson.class);
  private static final String PERSON = "person";
  private static final String SEALED = "sealed";
  private static final String VALUE = "value";
  private static final String BROKEN = "does not open";

  private final JsonMapper json = JsonMapper.shared();
  private final Sealing sealing;

  EventJson(Sealing sealing) {
    this.sealing = sealing;
  }

  /// @param place where it is stored
  /// @param stored is changed
  public JsonNode shown(String place, JsonNode stored, boolean personal) {
    return shown(place, JsonPointer.empty(), stored, personal);
  }

  private JsonNode shown(String place, JsonPointer path, JsonNode node, boolean personal) {
    if (isSealed(node)) {
      return ofPerson(place + path, node, personal);
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> property : object.properties()) {
        JsonPointer inner = path.appendProperty(property.getKey());
        property.setValue(shown(place, inner, property.getKey(), property.getValue(), personal));
      }
    } else if (node.isArray()) {
      var elements = json.createArrayNode();
      for (int i = 0; i < node.size(); i++) {
        elements.add(shown(place, path.appendIndex(i), node.get(i), personal));
      }
      return elements;
    }
    return node;
  }

  private JsonNode shown(
      String place, JsonPointer path, String name, JsonNode value, boolean personal) {
    return Content.isSecret(name) && !value.isNull()
        ? StringNode.valueOf(Content.HIDDEN)
        : shown(place, path, value, personal);
  }

  private static boolean isSealed(JsonNode node) {
    return node instanceof ObjectNode && node.size() == 2 && node.has(PERSON) && node.has(SEALED);
  }

  private JsonNode ofPerson(String place, JsonNode node, boolean personal) {
    ObjectNode shown = json.createObjectNode();
    shown.set(PERSON, node.get(PERSON));
    if (personal) {
      shown.set(VALUE, opened(place, node));
    }
    return shown;
  }

  /// One event that was tampered with does not hide the others.
  private JsonNode opened(String place, JsonNode node) {
    JsonNode none = JsonNodeFactory.instance.nullNode();
    if (!node.path(SEALED).isString()) {
      return none;
    }
    try {
      var person = new PersonId(node.path(PERSON).asString());
      return sealing
          .open(person, place, node.path(SEALED).asString())
          .map(json::readTree)
          .orElse(none);
    } catch (DoesNotOpen e) {
      LOG.error("What is stored at {}: {}", place, e.getMessage());
      return StringNode.valueOf(BROKEN);
    }
  }
}

package id.antar.infra.upcasting;

import java.util.function.Consumer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads one event's older form as its next one.
final class JsonUpcaster extends SingleEventUpcaster {
  private final SimpleSerializedType from;
  private final SimpleSerializedType to;
  private final Consumer<ObjectNode> change;

  /// @param from the revision that it reads; what it makes is the one after it
  JsonUpcaster(Class<?> event, int from, Consumer<ObjectNode> change) {
    this.from = new SimpleSerializedType(event.getName(), Integer.toString(from));
    this.to = new SimpleSerializedType(event.getName(), Integer.toString(from + 1));
    this.change = change;
  }

  SimpleSerializedType from() {
    return from;
  }

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation stored) {
    return stored.getType().equals(from);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
    return stored.upcastPayload(to, JsonNode.class, this::changed);
  }

  private JsonNode changed(JsonNode body) {
    var copy = (ObjectNode) body.deepCopy();
    change.accept(copy);
    return copy;
  }
}

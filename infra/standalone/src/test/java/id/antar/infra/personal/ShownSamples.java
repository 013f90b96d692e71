package id.antar.infra.personal;

import id.antar.api.person.SealedAt;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Events as who may see everything is told of them.
public final class ShownSamples {
  private static final String PLACE = "event/sample";
  private static final InMemoryPersonKeys KEYS = new InMemoryPersonKeys();
  private static final JsonMapper STORED =
      InMemoryPersonKeys.json(KEYS).configure(JsonMapper.builder()).build();

  private ShownSamples() {}

  public static EventJson json() {
    return new EventJson(new Sealing(KEYS, () -> Instant.EPOCH));
  }

  public static JsonNode of(Class<?> event) {
    return of(Samples.of(event), true);
  }

  static JsonNode of(Object event, boolean personal) {
    String stored = SealedAt.place(PLACE, () -> STORED.writeValueAsString(event));
    return json().shown(PLACE, STORED.readTree(stored), personal);
  }

  static InMemoryPersonKeys keys() {
    return KEYS;
  }
}

package id.antar.gateway.authorisation;

import id.antar.gateway.stream.fact.FactFeed;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A gateway before a world of two of each.
@TestPropertySource(
    properties = {"antar.gateway.projection-wait=PT0.03S", "springdoc.cache.disabled=true"})
abstract class MatrixTest extends GatewayTest {

  @Autowired private FactFeed facts;

  protected final List<Rule> rules = Rule.all();
  protected World world = new World();
  protected Matrix matrix;

  @BeforeEach
  void theWorldIsThere() {
    world = new World();
    world.moveInto(engine);
    world.events().forEach(event -> facts.on(store.add(event)));
    matrix = new Matrix(new Calls(port), new Personas(tokens, world));
  }

  /// Method and path of every operation in the document that is served.
  protected Set<String> operations() {
    byte[] text =
        client
            .get()
            .uri("/v1/openapi.json")
            .exchange()
            .expectBody()
            .returnResult()
            .getResponseBody();
    var operations = new TreeSet<String>();
    document(text)
        .path("paths")
        .forEachEntry((path, item) ->
            item.forEachEntry(
                (method, _) -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return operations;
  }

  private static JsonNode document(byte @Nullable [] text) {
    return JsonMapper.shared().readTree(Objects.requireNonNull(text));
  }
}

package id.antar.infra.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.personal.DoesNotOpen;
import id.antar.query.history.EventArchive.Origin;
import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.module.SimpleModule;

class StoredOriginTest {

  private static final byte[] META =
      "{\"clientAddress\":{},\"causationId\":\"c-1\",\"correlationId\":\"c-0\"}".getBytes(UTF_8);

  private static StoredOrigin stored(Supplier<RuntimeException> failure) {
    var module = new SimpleModule().addDeserializer(MetaData.class, new Failing(failure));
    Serializer serializer =
        Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(json -> json.addModule(module))
            .build();
    return new StoredOrigin("event-1", 7, serializer, META, null);
  }

  private static final class Failing extends ValueDeserializer<MetaData> {

    private final Supplier<RuntimeException> failure;

    Failing(Supplier<RuntimeException> failure) {
      this.failure = failure;
    }

    @Override
    public MetaData deserialize(JsonParser from, DeserializationContext context) {
      throw failure.get();
    }
  }

  @Test
  void whatWasTamperedWithIsToldAsSuch() {
    assertThat(stored(() -> new DoesNotOpen("It was changed.")).origin())
        .isEqualTo(new Origin(7, "does not open", "does not open", "c-1", "c-0"));
  }

  @Test
  void anOutageIsNoTampering() {
    var down = stored(() -> new IllegalStateException("The database does not answer."));

    assertThatThrownBy(() -> down.origin()).isInstanceOf(RuntimeException.class);
  }
}

package id.antar.infra.timeout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.payment.PaymentId;
import id.antar.command.payment.AskGateway;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DueCommandJsonTest {
  private static final Map<String, String> TRAIL = Map.of("correlationId", "c-1");

  private final DueCommandJson json = new DueCommandJson(JsonMapper.shared());

  @Test
  void aCommandOfTheVocabularyComesBack() {
    var due = new DueCommand(new ExpireOffer(new AssignmentId("a-1"), Instant.EPOCH), TRAIL);

    assertThat(json.deserialize(DueCommand.class, json.serialize(due))).isEqualTo(due);
  }

  @Test
  void soDoesOneThatAProcessSendsToItself() {
    var due = new DueCommand(new AskGateway(new PaymentId("p-1"), true, 2), TRAIL);

    assertThat(json.deserialize(DueCommand.class, json.serialize(due))).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.lang.ProcessBuilder", "java.io.File", "id.antar.infra.Nothing"})
  void nothingElseIsRead(String type) {
    byte[] stored = "{\"type\":\"%s\",\"command\":{}}".formatted(type).getBytes(UTF_8);

    assertThatThrownBy(() -> json.deserialize(DueCommand.class, stored)).hasMessageContaining(type);
  }

  @Test
  void nothingElseIsWritten() {
    assertThatThrownBy(() -> json.serialize(new DueCommand("words", TRAIL)))
        .hasMessageContaining("is not a command that can wait");
  }
}

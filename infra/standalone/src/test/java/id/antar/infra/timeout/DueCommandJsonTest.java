package id.antar.infra.timeout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.payment.PaymentId;
import id.antar.command.payment.AskGatewayAgain;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DueCommandJsonTest {
  private final DueCommandJson json = new DueCommandJson(JsonMapper.shared());

  @Test
  void aCommandOfTheVocabularyComesBack() {
    var due = new DueCommand(new ExpireOffer(new AssignmentId("a-1"), Instant.EPOCH));

    assertThat(json.deserialize(DueCommand.class, json.serialize(due))).isEqualTo(due);
  }

  @Test
  void soDoesOneThatAProcessSendsToItself() {
    var due = new DueCommand(new AskGatewayAgain(new PaymentId("p-1"), true, 2));

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
    assertThatThrownBy(() -> json.serialize(new DueCommand("words")))
        .hasMessageContaining("is not a command that can wait");
  }
}

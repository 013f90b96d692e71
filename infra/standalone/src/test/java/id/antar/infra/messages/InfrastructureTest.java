package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class InfrastructureTest {
  private static RuntimeException wrapped(Throwable cause) {
    return new IllegalStateException("outer", new RuntimeException("middle", cause));
  }

  @Test
  void aConnectionThatIsLostIsAnOutageHoweverDeepItIs() {
    assertThat(Infrastructure.isDown(wrapped(new SQLTransientConnectionException()))).isTrue();
    assertThat(Infrastructure.isDown(wrapped(new ConnectException()))).isTrue();
  }

  @Test
  void soIsALockThatWasNotGotInTime() {
    assertThat(Infrastructure.isDown(wrapped(new SQLException("waited", "HY000", 1205)))).isTrue();
    assertThat(Infrastructure.isDown(wrapped(new SQLException("unknown", "HY000", 1)))).isFalse();
  }

  @Test
  void aRowThatDoesNotFitIsNot() {
    assertThat(Infrastructure.isDown(wrapped(new SQLIntegrityConstraintViolationException())))
        .isFalse();
    assertThat(Infrastructure.isDown(new NullPointerException())).isFalse();
  }

  @Test
  void twoCommandsThatMetAreAConflict() {
    assertThat(Infrastructure.isConflict(wrapped(new ConcurrencyException("met")))).isTrue();
  }

  @Test
  void anEventIsParkedForItsOwnFaultOnly() {
    var rule = new DeadLetterRule();
    EventMessage<?> event = GenericEventMessage.asEventMessage("words");
    var letter = new GenericDeadLetter<EventMessage<?>>("sequence", event);

    assertThat(rule.decide(letter, new IllegalStateException()).shouldEnqueue()).isTrue();
    assertThatThrownBy(() -> rule.decide(letter, wrapped(new ConnectException())))
        .isInstanceOf(EventProcessingException.class);
  }
}

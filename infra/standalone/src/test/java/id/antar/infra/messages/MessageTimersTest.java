package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

class MessageTimersTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MessageTimers timers = new MessageTimers(meters, "antar.test");

  @Test
  void eachTypeAndOutcomeIsTimed() {
    timers.onMessageIngested(new GenericMessage<>("a")).reportSuccess();
    timers.onMessageIngested(new GenericMessage<>("b")).reportSuccess();
    timers.onMessageIngested(new GenericMessage<>("c")).reportFailure(new RuntimeException());
    timers.onMessageIngested(new GenericMessage<>(1)).reportIgnored();

    assertThat(count("String", "success")).isEqualTo(2);
    assertThat(count("String", "failure")).isEqualTo(1);
    assertThat(count("Integer", "ignored")).isEqualTo(1);
  }

  @Test
  void aQueryIsTimedUntilItsAnswer() throws Exception {
    var bus = new TimedQueryBus(SimpleQueryBus.builder(), timers);
    var good = new CompletableFuture<String>();
    var bad = new CompletableFuture<String>();
    bus.<String>subscribe(
        "ask", String.class, query -> query.getPayload().equals("good") ? good : bad);

    var answer = bus.query(asking("good"));
    var failure = bus.query(asking("bad"));
    assertThat(meters.find("antar.test").timers()).isEmpty();

    good.complete("here");
    bad.completeExceptionally(new CompletionException(new IllegalStateException("no")));

    assertThat(answer.get().getPayload()).isEqualTo("here");
    assertThat(failure).isDone();
    assertThat(count("String", "success")).isEqualTo(1);
    assertThat(count("String", "failure")).isEqualTo(1);
  }

  private static GenericQueryMessage<String, String> asking(String what) {
    return new GenericQueryMessage<>(what, "ask", ResponseTypes.instanceOf(String.class));
  }

  private long count(String type, String outcome) {
    Timer timer = meters.find("antar.test").tags("type", type, "outcome", outcome).timer();
    return timer == null ? 0 : timer.count();
  }
}

package id.antar.infra.messages;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.time.EngineClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class EventLagTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final EventLag lag =
      EventLag.ofView(new EngineClock(NOON, 10, nanos::get), meters, "query.order");

  private final DefaultUnitOfWork<EventMessage<?>> work =
      DefaultUnitOfWork.startAndGet(
          new GenericEventMessage<>(new GenericMessage<>("event", Map.of()), () -> NOON));

  private Timer timer() {
    return meters.get("antar.projection.lag").tag("processor", "query.order").timer();
  }

  @Test
  void anEventCountsInRealTimeWhenItsTransactionHasEnded() throws Exception {
    assertThat(lag.handle(work, () -> "handled")).isEqualTo("handled");
    assertThat(timer().count()).isZero();

    nanos.set(Duration.ofMillis(30).toNanos());
    work.commit();

    assertThat(timer().count()).isOne();
    assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(30);
  }

  @Test
  void whatIsRolledBackDoesNotCount() throws Exception {
    Object _ = lag.handle(work, () -> "handled");
    work.rollback();

    assertThat(timer().count()).isZero();
  }

  @Test
  void aStreamIsNotBlamedForWhatIsOlderThanItsProcess() throws Exception {
    var began = new EngineClock(NOON.plusSeconds(1), 10, nanos::get);
    var stream = EventLag.ofStream(began, meters);

    Object _ = stream.handle(work, () -> "handled");
    work.commit();

    assertThat(meters.get("antar.fact.fanout").timer().count()).isZero();
  }
}

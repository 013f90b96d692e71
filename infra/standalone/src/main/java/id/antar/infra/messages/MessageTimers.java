package id.antar.infra.messages;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/// How long messages of one kind take, by type and outcome; who is refused was answered, and that
/// is a success. Timers are looked up once: the framework's own monitors build theirs anew for each
/// message, and keep every measurement of ten minutes.
final class MessageTimers implements MessageMonitor<Message<?>> {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(200),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry meters;
  private final String name;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  private record Key(Class<?> type, String outcome) {}

  MessageTimers(MeterRegistry meters, String name) {
    this.meters = meters;
    this.name = name;
  }

  @Override
  public MonitorCallback onMessageIngested(Message<?> message) {
    return new Measuring(message.getPayloadType(), System.nanoTime());
  }

  private final class Measuring implements MonitorCallback {

    private final Class<?> type;
    private final long beganNanos;

    Measuring(Class<?> type, long beganNanos) {
      this.type = type;
      this.beganNanos = beganNanos;
    }

    @Override
    public void reportSuccess() {
      report("success");
    }

    @Override
    public void reportFailure(@Nullable Throwable cause) {
      report("failure");
    }

    @Override
    public void reportIgnored() {
      report("ignored");
    }

    private void report(String outcome) {
      timers
          .computeIfAbsent(new Key(type, outcome), MessageTimers.this::timer)
          .record(System.nanoTime() - beganNanos, TimeUnit.NANOSECONDS);
    }
  }

  private Timer timer(Key key) {
    return Timer.builder(name)
        .description("From its coming to the outcome")
        .tag("type", key.type().getSimpleName())
        .tag("outcome", key.outcome())
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }
}

package id.antar.gateway.ops;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/// How often things happen in this process, noted for the last quarter of an hour of real time.
final class RateWatch implements AutoCloseable {

  static final Duration EVERY = Duration.ofSeconds(5);
  static final int KEPT = 180;

  private final MeterRegistry meters;
  private final Map<Watched, Deque<Double>> values = new EnumMap<>(Watched.class);
  private final Map<Watched, Double> before = new EnumMap<>(Watched.class);
  private @Nullable Disposable noting;

  RateWatch(MeterRegistry meters) {
    this.meters = meters;
  }

  /// @param level whether the values say how many there were, and not how often in a second
  /// @param values one for each step, the oldest first
  record Rate(String name, boolean level, List<Double> values) {}

  synchronized void start() {
    noting = Flux.interval(EVERY).onBackpressureDrop().timed().subscribe(it -> note(it.elapsed()));
  }

  /// What has happened since the last time, which was so long ago.
  synchronized void note(Duration since) {
    for (Watched it : Watched.values()) {
      if (it.isIn(meters)) {
        note(it, it.read(meters), since.toNanos() / 1e9);
      }
    }
  }

  private void note(Watched watched, double now, double seconds) {
    Double then = before.put(watched, now);
    if (watched.isLevel()) {
      keep(watched, now);
    } else if (then != null) {
      keep(watched, Math.max(0, now - then) / seconds);
    }
  }

  private void keep(Watched watched, double value) {
    Deque<Double> kept = values.computeIfAbsent(watched, _ -> new ArrayDeque<>());
    kept.addLast(Math.round(value * 100) / 100.0);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
  }

  synchronized List<Rate> rates() {
    List<Rate> rates = new ArrayList<>();
    values.forEach((it, kept) ->
        rates.add(new Rate(it.name().toLowerCase(Locale.ROOT), it.isLevel(), List.copyOf(kept))));
    return rates;
  }

  @Override
  public synchronized void close() {
    if (noting != null) {
      noting.dispose();
    }
  }
}

package id.antar.load.town.life;

import id.antar.load.client.Latencies;
import id.antar.load.client.Latency;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentHistogram;

/// How long a position takes from the courier who sends it to the customer who sees it. A position
/// is known again by its courier and time.
public final class PositionTrace {

  private static final int REMEMBERED = 64;

  private final Map<String, Sent> byCourier = new ConcurrentHashMap<>();
  private final ConcurrentHistogram histogram = Latencies.newHistogram();

  void sending(String courierId, Instant occurredAt) {
    byCourier.computeIfAbsent(courierId, _ -> new Sent()).put(occurredAt.toEpochMilli());
  }

  void seen(String courierId, Instant occurredAt) {
    long now = System.nanoTime();
    Sent sent = byCourier.get(courierId);
    if (sent != null) {
      sent.find(occurredAt.toEpochMilli())
          .ifPresent(sentNanos -> Latencies.record(histogram, now - sentNanos));
    }
  }

  public Latency summary() {
    return Latencies.summary("courier to follower", histogram);
  }

  /// The last positions of one courier.
  private static final class Sent {
    private final long[] millis = new long[REMEMBERED];
    private final long[] nanos = new long[REMEMBERED];
    private int next;

    Sent() {
      Arrays.fill(millis, Long.MIN_VALUE);
    }

    synchronized void put(long atMillis) {
      millis[next] = atMillis;
      nanos[next] = System.nanoTime();
      next = (next + 1) % REMEMBERED;
    }

    synchronized OptionalLong find(long atMillis) {
      for (int i = 0; i < REMEMBERED; i++) {
        if (millis[i] == atMillis) {
          return OptionalLong.of(nanos[i]);
        }
      }
      return OptionalLong.empty();
    }
  }
}

package id.antar.bench.limit;

import id.antar.gateway.edge.limit.Rate;
import id.antar.gateway.edge.limit.SlidingWindows;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One decision about a key's request, with what is left, at a hundred a minute: our sliding
/// window, and Bucket4j's token bucket in a concurrent map. Both read the same clock, which is
/// counted up and asks no system.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RateLimitBenchmark {

  private static final int REQUESTS = 100;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int DRAWN = 1 << 20;

  /// One is hot.
  @Param({"1", "100000"})
  int keys;

  /// Admitted: each key asks once a second, and one older request leaves its window each time.
  /// Refused: time stands still, and all have asked too often.
  @Param({"admitted", "refused"})
  String outcome = "";

  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private String[] names = {};
  private int[] drawn = {};
  private SlidingWindows windows = windows(1);
  private long step;

  @State(Scope.Thread)
  public static class Turn {
    private int next;
  }

  private volatile long nanos = TimeUnit.DAYS.toNanos(1);

  @Setup
  public void everybodyHasAskedBefore() {
    var random = new Random(1);
    names =
        random
            .ints(keys)
            .mapToObj(i -> "customer:" + Integer.toHexString(i))
            .toArray(String[]::new);
    drawn = random.ints(DRAWN, 0, keys).toArray();
    windows = windows(2 * keys);
    buckets.clear();
    step = outcome.equals("admitted") ? TimeUnit.SECONDS.toNanos(1) / keys : 0;
    for (int i = 0; i <= REQUESTS; i++) {
      for (String name : names) {
        windows.take(name);
        bucket(name).tryConsumeAndReturnRemaining(1);
        nanos += step;
      }
    }
  }

  private SlidingWindows windows(int most) {
    return new SlidingWindows(new Rate(REQUESTS, WINDOW), most, false, () -> nanos);
  }

  @Benchmark
  public Object antar(Turn turn) {
    return windows.take(name(turn));
  }

  @Benchmark
  public Object bucket4j(Turn turn) {
    return bucket(name(turn)).tryConsumeAndReturnRemaining(1);
  }

  private String name(Turn turn) {
    nanos += step;
    turn.next = (turn.next + 1) & (DRAWN - 1);
    return names[drawn[turn.next]];
  }

  private Bucket bucket(String name) {
    Bucket known = buckets.get(name);
    return known != null ? known : buckets.computeIfAbsent(name, _ -> newBucket());
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(REQUESTS).refillGreedy(REQUESTS, WINDOW))
        .withCustomTimePrecision(new Counted())
        .build();
  }

  private final class Counted implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}

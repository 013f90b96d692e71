package id.antar.bench.fleet;

import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.fleet.FleetIndex.Nearby;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// One thread's searches and updates on a city's fleet.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FleetBenchmark {

  private static final int MANY = 50_000;

  @Param({"20000", "100000"})
  int couriers;

  private final FleetIndex fleet = new FleetIndex(Duration.ofMinutes(2));
  private City city = new City(0, 1);
  private List<GeoPoint> points = List.of();
  private List<Fix> moves = List.of();

  @Setup
  public void everybodyComes() {
    city = new City(couriers, 1);
    city.everybody().forEach(fleet::update);
    points = city.merchants(MANY);
  }

  /// A fix counts once, so each invocation, of some tens of milliseconds, has its own.
  @Setup(Level.Invocation)
  public void everybodyMovesOn() {
    moves = city.moves(MANY);
  }

  @Benchmark
  @OperationsPerInvocation(MANY)
  public void nearestTen(Blackhole hole) {
    for (GeoPoint point : points) {
      List<Nearby> nearest = fleet.nearest(point, 10, 200, _ -> true);
      hole.consume(nearest);
    }
  }

  @Benchmark
  @OperationsPerInvocation(MANY)
  public void update(Blackhole hole) {
    for (Fix fix : moves) {
      hole.consume(fleet.update(fix));
    }
  }
}

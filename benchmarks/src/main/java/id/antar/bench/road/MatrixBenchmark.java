package id.antar.bench.road;

import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.road.TravelMatrix;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Travel times many to many: places that recur, places never seen, GraphHopper's router for the
/// same legs, and its one-to-many Dijkstra. Without maps: `-p map=city`. `PointToPoint` and `Tree`
/// take seconds each.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class MatrixBenchmark {

  /// More places than are remembered, so that each comes back as a stranger.
  private static final int STRANGERS = 24_000;

  @Param({"andorra", "campo-grande", "city"})
  String map = "";

  @Param({"100", "500"})
  int size;

  private @Nullable BenchMap opened;
  private List<GeoPoint> from = List.of();
  private List<GeoPoint> to = List.of();
  private List<GeoPoint> strangers = List.of();
  private int next;

  @Setup(Level.Trial)
  public void open() {
    opened = BenchMap.open(map, BenchMap.folder(), BenchMap.work());
    from = opened.places(size, 1);
    to = opened.places(size, 2);
    strangers = opened.places(STRANGERS, 3);
  }

  @TearDown(Level.Trial)
  public void close() {
    opened().close();
  }

  @Benchmark
  public TravelMatrix recurring() {
    return opened().road.matrix(from, to, BenchMap.VEHICLE);
  }

  @Benchmark
  public TravelMatrix neverSeen() {
    next = next + 2 * size > STRANGERS ? 0 : next;
    var some = strangers.subList(next, next + size);
    var others = strangers.subList(next + size, next + 2 * size);
    next += 2 * size;
    return opened().road.matrix(some, others, BenchMap.VEHICLE);
  }

  @Benchmark
  public int[] pointToPoint() {
    return opened().router.new Snapped(from, to).pointToPoint(size);
  }

  @Benchmark
  public int[] tree() {
    return opened().router.new Snapped(from, to).oneToMany(size);
  }

  private BenchMap opened() {
    if (opened == null) {
      throw new IllegalStateException("The map is not open.");
    }
    return opened;
  }
}

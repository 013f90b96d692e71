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

/// One merchant and the 200 couriers who could come: the couriers' times to it, with percentiles.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class MerchantBenchmark {

  private static final int COURIERS = 200;
  private static final int MERCHANTS = 100;
  private static final int STRANGERS = 20_000;

  @Param({"andorra", "campo-grande", "city"})
  String map = "";

  /// How many of the 200 have moved to a place never seen since the last time.
  @Param({"0", "20", "200"})
  int moved;

  private @Nullable BenchMap opened;
  private List<GeoPoint> merchants = List.of();
  private List<GeoPoint> strangers = List.of();
  private int merchant;
  private int next;

  @Setup(Level.Trial)
  public void open() {
    opened = BenchMap.open(map, BenchMap.folder(), BenchMap.work());
    merchants = opened.places(MERCHANTS, 1);
    strangers = opened.places(STRANGERS, 2);
  }

  @TearDown(Level.Trial)
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }

  @Benchmark
  public TravelMatrix couriersToMerchant() {
    if (opened == null) {
      throw new IllegalStateException("The map is not open.");
    }
    next = next + moved + COURIERS > STRANGERS ? 0 : next + moved;
    merchant = (merchant + 1) % MERCHANTS;
    return opened.road.matrix(
        strangers.subList(next, next + COURIERS),
        merchants.subList(merchant, merchant + 1),
        BenchMap.VEHICLE);
  }
}

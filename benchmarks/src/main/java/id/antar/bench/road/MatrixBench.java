package id.antar.bench.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.road.TravelMatrix;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// One table with all ratios of one run: `java -cp … id.antar.bench.road.MatrixBench [--maps
/// FOLDER] [--valhalla benchmarks/valhalla]`. Every time is checked against GraphHopper's router in
/// the same run. Milliseconds; the best of several rounds for each side.
public final class MatrixBench {

  private static final int ROUTED_LEGS = 10_000;

  /// More places than are remembered.
  private static final int STRANGERS = 20_000;

  private static final int COMPARED_LEGS = 10_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Path maps;
  private final Optional<Path> valhalla;

  private MatrixBench(Path maps, Optional<Path> valhalla) {
    this.maps = maps;
    this.valhalla = valhalla;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path maps = option(args, "--maps").map(Path::of).orElse(BenchMap.folder());
    var _ = Files.createDirectories(BenchMap.work());
    var bench = new MatrixBench(maps, option(args, "--valhalla").map(Path::of));
    for (String name : List.of("andorra", "campo-grande", "city")) {
      try (BenchMap map = BenchMap.open(name, maps, BenchMap.work())) {
        bench.measure(name, map);
      } catch (IllegalArgumentException e) {
        System.out.println(name + " is skipped. " + e.getMessage());
      }
    }
  }

  private static Optional<String> option(String[] args, String name) {
    int at = Arrays.asList(args).indexOf(name);
    return at < 0 || at + 1 == args.length ? Optional.empty() : Optional.of(args[at + 1]);
  }

  private void measure(String name, BenchMap map) throws IOException, InterruptedException {
    System.out.printf("%n%s, %,d nodes, by scooter%n", name, map.router.nodes());
    for (int size : List.of(100, 500)) {
      List<GeoPoint> from = map.places(size, 1);
      List<GeoPoint> to = map.places(size, 2);
      int rows = Math.min(size, ROUTED_LEGS / size);
      var snapped = map.router.new Snapped(from, to);
      var strangers = map.places(STRANGERS, 3);
      double fresh = best(STRANGERS / size, new Rounds(map, strangers, size)::next);
      double ours = best(50, () -> map.road.matrix(from, to, BenchMap.VEHICLE));
      double routed = best(2, () -> snapped.pointToPoint(rows)) * size / rows;
      int treeRows = Math.min(rows, 20);
      double tree = best(2, () -> snapped.oneToMany(treeRows)) * size / treeRows;
      System.out.printf(
          Locale.ROOT,
          "%d x %d: recurring places %.2f ms, places never seen %.2f ms | router %.0f ms = %.0f x "
              + "and %.0f x | Dijkstra %.0f ms = %.0f x | %s%n",
          size,
          size,
          ours,
          fresh,
          routed,
          routed / ours,
          routed / fresh,
          tree,
          tree / ours,
          compared(map, from, to, map.road.matrix(from, to, BenchMap.VEHICLE)));
      if (valhalla.isPresent() && size == 100) {
        double theirs = valhalla(name, map, from, to, valhalla.get());
        System.out.printf(
            Locale.ROOT,
            "  Valhalla %.0f ms = %.0f x and %.0f x%n",
            theirs,
            theirs / ours,
            theirs / fresh);
      }
    }
    couriers(map);
  }

  /// Percentiles by the clock, and by the processor's time, which busy neighbours spoil less.
  private static void couriers(BenchMap map) {
    List<GeoPoint> merchants = map.places(100, 4);
    List<GeoPoint> couriers = map.places(20_000, 5);
    for (int moved : List.of(0, 20, 200)) {
      var clock = new long[3000];
      var processor = new long[3000];
      int next = 0;
      for (int i = -3000; i < clock.length; i++) {
        next = next + moved + 200 > couriers.size() ? 0 : next + moved;
        var some = couriers.subList(next, next + 200);
        int merchant = Math.floorMod(i, 100);
        long busy = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        var _ = map.road.matrix(some, merchants.subList(merchant, merchant + 1), BenchMap.VEHICLE);
        if (i >= 0) {
          clock[i] = System.nanoTime() - start;
          processor[i] = THREADS.getCurrentThreadCpuTime() - busy;
        }
      }
      System.out.printf(
          "200 couriers to a merchant, %d of them moved: %s; processor %s%n",
          moved, percentiles(clock), percentiles(processor));
    }
  }

  private static String percentiles(long[] nanos) {
    Arrays.sort(nanos);
    return String.format(
        Locale.ROOT,
        "p50 %.0f us, p99 %.0f us",
        nanos[nanos.length / 2] / 1e3,
        nanos[nanos.length * 99 / 100] / 1e3);
  }

  /// Matrices of places that were not asked for lately.
  private record Rounds(BenchMap map, List<GeoPoint> places, int size, int[] at) {
    Rounds(BenchMap map, List<GeoPoint> places, int size) {
      this(map, places, size, new int[1]);
    }

    TravelMatrix next() {
      int start = at[0];
      at[0] = (start + 2 * size) % places.size();
      return map.road.matrix(
          places.subList(start, start + size),
          places.subList(start + size, start + 2 * size),
          BenchMap.VEHICLE);
    }
  }

  private static double best(int rounds, Supplier<?> work) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      var _ = work.get();
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    return best;
  }

  private static String compared(
      BenchMap map, List<GeoPoint> from, List<GeoPoint> to, TravelMatrix matrix) {
    int rows = Math.min(from.size(), COMPARED_LEGS / to.size());
    int equal = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < to.size(); j++) {
        int ours = matrix.isEstimate(i, j) ? Router.NO_WAY : matrix.seconds(i, j);
        equal += ours == map.router.seconds(from.get(i), to.get(j)) ? 1 : 0;
      }
    }
    return "equal to GraphHopper's routes: %,d of %,d".formatted(equal, rows * to.size());
  }

  private static double valhalla(
      String name, BenchMap map, List<GeoPoint> from, List<GeoPoint> to, Path script)
      throws IOException, InterruptedException {
    Path places = BenchMap.work().resolve(name + "-places.json");
    var _ = Files.writeString(places, "{\"from\":" + json(from) + ",\"to\":" + json(to) + "}");
    Process process =
        new ProcessBuilder(
                "node",
                script.resolve("matrix.mjs").toString(),
                map.file.toString(),
                places.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("Valhalla did not answer: " + said);
    }
    return Double.parseDouble(said.substring(said.lastIndexOf('\n') + 1));
  }

  private static String json(List<GeoPoint> points) {
    return points.stream()
        .map(p -> "{\"lat\":%s,\"lon\":%s}".formatted(p.latitude(), p.longitude()))
        .toList()
        .toString();
  }
}

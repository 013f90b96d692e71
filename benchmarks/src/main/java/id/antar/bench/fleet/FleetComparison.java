package id.antar.bench.fleet;

import com.sun.management.OperatingSystemMXBean;
import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.fleet.FleetIndex.Nearby;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Processor time per position update and per search for the ten nearest couriers, beside Redis GEO
/// on the same couriers, moves and points in the same run: `java -cp …
/// id.antar.bench.fleet.FleetComparison`.
///
/// Ours is this whole process's processor time, garbage collection and compilation included, best
/// of some rounds; Redis's is what its server reports, also best of some. Redis wants a radius: it
/// is given the smallest, in steps of 500 m, within which ten couriers are found around every
/// point, and, for the best it could do, 250 m doubled for those points that have found fewer than
/// ten.
public final class FleetComparison {

  private static final int UPDATES = 300_000;
  private static final int SEARCHES = 50_000;
  private static final int REDIS_SEARCHES = 2_000;
  private static final int ROUNDS = 8;
  private static final int REDIS_ROUNDS = 3;
  private static final int TEN = 10;
  private static final int RINGS = 200;

  private record Micros(double update, double search) {}

  private FleetComparison() {}

  public static void main(String[] args) throws Exception {
    try (Closing redis = new Closing(RedisGeo.start())) {
      if (redis.server().isEmpty()) {
        say("");
        say("!!! redis-server is not installed (Debian: apt install redis-server).");
        say("!!! NOTHING IS COMPARED with Redis; the fleet index is measured alone.");
        say("");
      }
      for (int couriers : new int[] {20_000, 100_000}) {
        compare(couriers, redis.server());
      }
    }
  }

  private record Closing(Optional<RedisGeo> server) implements AutoCloseable {

    @Override
    public void close() throws IOException, InterruptedException {
      if (server.isPresent()) {
        server.get().close();
      }
    }
  }

  private static void compare(int couriers, Optional<RedisGeo> redis) throws IOException {
    var city = new City(couriers, 1);
    var fleet = new FleetIndex(Duration.ofMinutes(2));
    Map<String, Fix> last = new HashMap<>();
    remember(last, city.everybody());
    last.values().forEach(fleet::update);
    List<GeoPoint> points = city.merchants(SEARCHES);
    say("%,d couriers".formatted(couriers));

    Micros ours = ours(city, fleet, last, points);
    say("  Antar    update %7.2f us   search %8.2f us", ours.update(), ours.search());
    List<List<Nearby>> answers = check(fleet, last, points.subList(0, REDIS_SEARCHES));
    if (redis.isPresent()) {
      beside(redis.get(), ours, city, last, points.subList(0, REDIS_SEARCHES), answers);
    }
  }

  private static Micros ours(
      City city, FleetIndex fleet, Map<String, Fix> last, List<GeoPoint> points) {
    double update = Double.MAX_VALUE;
    double search = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      List<Fix> moves = city.moves(UPDATES);
      remember(last, moves);
      long start = processorNanos();
      for (Fix fix : moves) {
        require(fleet.update(fix), "A fix was not taken.");
      }
      update = Math.min(update, (processorNanos() - start) / 1e3 / UPDATES);
      long searched = processorNanos();
      for (GeoPoint point : points) {
        require(fleet.nearest(point, TEN, RINGS, _ -> true).size() == TEN, "Ten were not found.");
      }
      search = Math.min(search, (processorNanos() - searched) / 1e3 / points.size());
    }
    return new Micros(update, search);
  }

  /// Every answer is compared with brute force.
  private static List<List<Nearby>> check(
      FleetIndex fleet, Map<String, Fix> last, List<GeoPoint> points) {
    var answers = new ArrayList<List<Nearby>>();
    for (GeoPoint point : points) {
      answers.add(fleet.nearest(point, TEN, RINGS, _ -> true));
    }
    for (int i = 0; i < points.size(); i += 10) {
      GeoPoint point = points.get(i);
      List<Nearby> brute =
          last.values().stream()
              .map(fix -> new Nearby(fix, point.metresTo(fix.point())))
              .sorted(
                  Comparator.comparingDouble(Nearby::metres)
                      .thenComparing(nearby -> nearby.fix().courierId().value()))
              .limit(TEN)
              .toList();
      require(answers.get(i).equals(brute), "An answer differs from brute force.");
    }
    say("  Antar    %,d answers are those of brute force", points.size() / 10);
    return answers;
  }

  private static void beside(
      RedisGeo redis,
      Micros ours,
      City city,
      Map<String, Fix> last,
      List<GeoPoint> points,
      List<List<Nearby>> answers)
      throws IOException {
    redis.clear();
    redis.add(List.copyOf(last.values()));
    int radius = radiusWithTen(answers);
    agreement(redis.nearestTen(points, radius), answers);
    double search = Double.MAX_VALUE;
    double wide = Double.MAX_VALUE;
    double doubling = Double.MAX_VALUE;
    double update = Double.MAX_VALUE;
    for (int round = 0; round < REDIS_ROUNDS; round++) {
      search = Math.min(search, micros(redis, points.size(), () -> search(redis, points, radius)));
      wide = Math.min(wide, micros(redis, points.size(), () -> search(redis, points, 5_000)));
      doubling = Math.min(doubling, micros(redis, points.size(), () -> doubling(redis, points)));
      List<Fix> moves = city.moves(UPDATES);
      update = Math.min(update, micros(redis, UPDATES, () -> redis.add(moves)));
    }
    say("  Redis    update %7.2f us   %.1f times ours", update, update / ours.update());
    row("search within %,d m".formatted(radius), search, ours);
    row("search within 5,000 m", wide, ours);
    row("search within 250 m, doubled", doubling, ours);
  }

  private static void row(String what, double micros, Micros ours) {
    say("  Redis    %-30s %9.2f us   %.1f times ours", what, micros, micros / ours.search());
  }

  private static int radiusWithTen(List<List<Nearby>> answers) {
    double furthest = answers.stream().mapToDouble(a -> a.getLast().metres()).max().orElseThrow();
    return 500 * (int) Math.ceil((furthest + 1) / 500);
  }

  /// Redis keeps places to about half a metre, so now and then its order differs.
  private static void agreement(List<List<String>> theirs, List<List<Nearby>> answers) {
    int same = 0;
    for (int i = 0; i < answers.size(); i++) {
      var ours = new HashSet<String>();
      answers.get(i).forEach(nearby -> ours.add(nearby.fix().courierId().value()));
      same += ours.equals(new HashSet<>(theirs.get(i))) ? 1 : 0;
    }
    say("  Redis    finds the same ten in %,d of %,d searches", same, answers.size());
    require(same > answers.size() * 9 / 10, "Redis answers another question.");
  }

  private static void search(RedisGeo redis, List<GeoPoint> points, int radius) throws IOException {
    for (List<String> found : redis.nearestTen(points, radius)) {
      require(found.size() <= TEN, "More than ten were found.");
    }
  }

  private static void doubling(RedisGeo redis, List<GeoPoint> points) throws IOException {
    List<GeoPoint> left = points;
    for (int radius = 250; !left.isEmpty(); radius *= 2) {
      List<List<String>> found = redis.nearestTen(left, radius);
      var fewer = new ArrayList<GeoPoint>();
      for (int i = 0; i < left.size(); i++) {
        if (found.get(i).size() < TEN) {
          fewer.add(left.get(i));
        }
      }
      left = fewer;
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double micros(RedisGeo redis, int operations, Work work) throws IOException {
    double start = redis.cpuSeconds();
    work.run();
    return (redis.cpuSeconds() - start) * 1e6 / operations;
  }

  private static void remember(Map<String, Fix> last, List<Fix> fixes) {
    fixes.forEach(fix -> last.put(fix.courierId().value(), fix));
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

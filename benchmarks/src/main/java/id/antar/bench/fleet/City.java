package id.antar.bench.fleet;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Couriers over a box of Jakarta's size, 40 x 40 km: most of them around some sixty centres, as
/// dense as a city is, the rest anywhere. They ride about 30 m between two fixes.
final class City {

  private static final double LATITUDE = -6.2;
  private static final double LONGITUDE = 106.8;
  private static final double HALF_METRES = 20_000;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double METRES_PER_DEGREE_EAST =
      METRES_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE));
  private static final double STEP_METRES = 30;
  private static final double SCATTERED = 0.15;
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private record Centre(double x, double y, double spread) {}

  private final Random random;
  private final List<Centre> centres = new ArrayList<>();
  private final CourierId[] couriers;
  private final double[] x;
  private final double[] y;
  private final double[] heading;
  private long sequence;

  City(int couriers, long seed) {
    this.random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      centres.add(
          new Centre(
              random.nextGaussian() * HALF_METRES / 2.5,
              random.nextGaussian() * HALF_METRES / 2.5,
              500 + random.nextDouble() * 2_500));
    }
    this.couriers = new CourierId[couriers];
    this.x = new double[couriers];
    this.y = new double[couriers];
    this.heading = new double[couriers];
    for (int i = 0; i < couriers; i++) {
      double[] place = place();
      this.couriers[i] = new CourierId("courier-" + i);
      x[i] = place[0];
      y[i] = place[1];
      heading[i] = random.nextDouble() * 2 * Math.PI;
    }
  }

  int couriers() {
    return couriers.length;
  }

  List<Fix> everybody() {
    var fixes = new ArrayList<Fix>();
    for (int i = 0; i < couriers.length; i++) {
      fixes.add(fix(i));
    }
    return fixes;
  }

  /// Somebody's next fix.
  Fix move() {
    int i = random.nextInt(couriers.length);
    heading[i] += random.nextGaussian() * 0.3;
    x[i] = within(x[i] + STEP_METRES * Math.cos(heading[i]));
    y[i] = within(y[i] + STEP_METRES * Math.sin(heading[i]));
    return fix(i);
  }

  List<Fix> moves(int count) {
    var fixes = new ArrayList<Fix>(count);
    for (int i = 0; i < count; i++) {
      fixes.add(move());
    }
    return fixes;
  }

  /// Where merchants are: distributed as the couriers are.
  List<GeoPoint> merchants(int count) {
    var points = new ArrayList<GeoPoint>(count);
    for (int i = 0; i < count; i++) {
      double[] place = place();
      points.add(point(place[0], place[1]));
    }
    return points;
  }

  private double[] place() {
    if (random.nextDouble() < SCATTERED) {
      return new double[] {
        (2 * random.nextDouble() - 1) * HALF_METRES, (2 * random.nextDouble() - 1) * HALF_METRES
      };
    }
    double rank = random.nextDouble();
    Centre centre = centres.get((int) (rank * rank * centres.size()));
    return new double[] {
      within(centre.x() + random.nextGaussian() * centre.spread()),
      within(centre.y() + random.nextGaussian() * centre.spread())
    };
  }

  /// Reflected at the edges of the box.
  private static double within(double metres) {
    double inside = metres;
    while (Math.abs(inside) > HALF_METRES) {
      inside = Math.signum(inside) * 2 * HALF_METRES - inside;
    }
    return inside;
  }

  private Fix fix(int courier) {
    return new Fix(couriers[courier], point(x[courier], y[courier]), ++sequence, NOON);
  }

  private static GeoPoint point(double x, double y) {
    return new GeoPoint(LATITUDE + y / METRES_PER_DEGREE, LONGITUDE + x / METRES_PER_DEGREE_EAST);
  }
}

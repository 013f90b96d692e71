package id.antar.dispatch.lab.run;

import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.road.RoadQuery.RouteView;
import id.antar.dispatch.live.MeasureTravel;
import id.antar.dispatch.road.RoadNetwork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The road network of the live engine. Ways that were driven are remembered, the latest ones. For
/// one thread.
public final class RoadStreets implements Streets {

  private static final int REMEMBERED = 4_000;

  private record Way(GeoPoint from, GeoPoint to, Vehicle vehicle) {}

  private record Line(double metres, List<GeoPoint> points) {}

  private final RoadNetwork road;
  private final MeasureTravel travel;
  private final Map<Way, Line> lines =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Way, Line> eldest) {
          return size() > REMEMBERED;
        }
      };

  public RoadStreets(RoadNetwork road) {
    this.road = road;
    this.travel = MeasureTravel.on(road);
  }

  @Override
  public MeasureTravel travel() {
    return travel;
  }

  @Override
  public double metres(GeoPoint from, GeoPoint to, Vehicle vehicle) {
    return line(new Way(from, to, vehicle)).metres();
  }

  @Override
  public GeoPoint along(GeoPoint from, GeoPoint to, Vehicle vehicle, double share) {
    List<GeoPoint> points = line(new Way(from, to, vehicle)).points();
    double all = 0;
    for (int i = 1; i < points.size(); i++) {
      all += points.get(i - 1).metresTo(points.get(i));
    }
    double left = all * share;
    for (int i = 1; i < points.size(); i++) {
      double length = points.get(i - 1).metresTo(points.get(i));
      if (left <= length && length > 0) {
        return between(points.get(i - 1), points.get(i), left / length);
      }
      left -= length;
    }
    return points.getLast();
  }

  private static GeoPoint between(GeoPoint one, GeoPoint other, double share) {
    return new GeoPoint(
        one.latitude() + share * (other.latitude() - one.latitude()),
        one.longitude() + share * (other.longitude() - one.longitude()));
  }

  private Line line(Way way) {
    return lines.computeIfAbsent(
        way,
        _ ->
            road.route(way.from(), way.to(), way.vehicle())
                .map(RoadStreets::line)
                .orElseGet(
                    () -> new Line(way.from().metresTo(way.to()), List.of(way.from(), way.to()))));
  }

  private static Line line(RouteView route) {
    return new Line(route.distanceMetres(), route.points());
  }
}

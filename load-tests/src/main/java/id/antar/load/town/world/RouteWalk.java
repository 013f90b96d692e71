package id.antar.load.town.world;

import id.antar.load.client.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Somebody's movement along a line of points, at even speed, and their rest at its end.
public final class RouteWalk {

  /// Where somebody is.
  public record Fix(Point point, double headingDegrees, double metresPerSecond) {}

  private final List<Point> points;
  private final double[] metresTo;
  private final Instant startsAt;
  private final Duration duration;

  public RouteWalk(List<Point> points, Instant startsAt, Duration duration) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A walk needs at least one point.");
    }
    this.points = List.copyOf(points);
    this.startsAt = startsAt;
    this.duration = duration;
    this.metresTo = new double[points.size()];
    for (int i = 1; i < metresTo.length; i++) {
      metresTo[i] = metresTo[i - 1] + points.get(i - 1).metresTo(points.get(i));
    }
  }

  public static RouteWalk standingAt(Point point) {
    return new RouteWalk(List.of(point), Instant.EPOCH, Duration.ZERO);
  }

  public Instant arrivesAt() {
    return startsAt.plus(duration);
  }

  public Fix at(Instant time) {
    double length = metresTo[metresTo.length - 1];
    if (!time.isBefore(arrivesAt()) || length == 0) {
      return new Fix(points.getLast(), lastHeading(), 0);
    }
    double share = (double) Duration.between(startsAt, time).toMillis() / duration.toMillis();
    double metres = Math.clamp(share, 0, 1) * length;
    int leg = 1;
    while (metresTo[leg] < metres) {
      leg++;
    }
    Point from = points.get(leg - 1);
    Point to = points.get(leg);
    double legMetres = metresTo[leg] - metresTo[leg - 1];
    double legShare = legMetres == 0 ? 0 : (metres - metresTo[leg - 1]) / legMetres;
    return new Fix(
        from.towards(to, legShare), from.headingTo(to), length * 1000 / duration.toMillis());
  }

  private double lastHeading() {
    int last = points.size() - 1;
    return last == 0 ? 0 : points.get(last - 1).headingTo(points.get(last));
  }
}

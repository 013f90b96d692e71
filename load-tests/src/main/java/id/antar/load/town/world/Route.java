package id.antar.load.town.world;

import id.antar.load.client.Point;
import java.time.Duration;
import java.util.List;

/// A way through the streets.
public record Route(double distanceMetres, double durationSeconds, List<Point> points) {

  public Route {
    points = List.copyOf(points);
  }

  public Duration duration() {
    return Duration.ofMillis((long) (durationSeconds * 1000));
  }
}

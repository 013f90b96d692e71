package id.antar.dispatch.live;

import id.antar.api.geo.GeoPoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Numbers places as they come up.
final class Places {

  private final Map<GeoPoint, Integer> numbers = new LinkedHashMap<>();

  int number(GeoPoint point) {
    return numbers.computeIfAbsent(point, _ -> numbers.size());
  }

  List<GeoPoint> points() {
    return List.copyOf(numbers.keySet());
  }
}

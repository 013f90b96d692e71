package id.antar.gateway.stream.place;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.hub.Window;
import id.antar.gateway.stream.place.PositionsTold.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Who is in one cell or zone, and what of it the listeners have not been told yet. Under the lock
/// of its map.
final class Area {

  private final Topic topic;
  private final long cell;
  private final PositionFrames frames;
  private final Map<CourierId, Sighting> present = new LinkedHashMap<>();
  private List<Told> changed = new ArrayList<>();
  private List<Sighting> gone = new ArrayList<>();

  Area(Topic topic, long cell, PositionFrames frames) {
    this.topic = topic;
    this.cell = cell;
    this.frames = frames;
  }

  void put(Sighting sighting) {
    Sighting former = present.put(sighting.courierId(), sighting);
    boolean isNew = former == null || former.number() != sighting.number();
    changed.add(new Told(sighting, isNew));
  }

  void remove(CourierId courier) {
    Sighting former = present.remove(courier);
    if (former != null) {
      gone.add(former);
    }
  }

  boolean isEmpty() {
    return present.isEmpty();
  }

  int count(Window window) {
    int count = 0;
    for (Sighting sighting : present.values()) {
      GeoPoint point = sighting.fix().point();
      count += window.contains(point.latitude(), point.longitude()) ? 1 : 0;
    }
    return count;
  }

  /// One frame for all who listen, of what changed since the last time.
  void publish(StreamHub hub, Instant at) {
    if (changed.isEmpty() && gone.isEmpty()) {
      return;
    }
    var told = new PositionsTold(topic, cell, at, false, changed, gone);
    hub.publish(topic, _ -> frames.positions(told).orWhole(lazyWhole(at)));
    changed = new ArrayList<>();
    gone = new ArrayList<>();
  }

  /// How things stand, for somebody who has heard nothing of it yet.
  Frame whole(Instant at) {
    return whole(List.copyOf(present.values()), at);
  }

  private Supplier<Frame> lazyWhole(Instant at) {
    var now = List.copyOf(present.values());
    return () -> whole(now, at);
  }

  private Frame whole(Collection<Sighting> all, Instant at) {
    List<Told> named = all.stream().map(each -> new Told(each, true)).toList();
    return frames.positions(new PositionsTold(topic, cell, at, true, named, List.of()));
  }
}

package id.antar.gateway.stream.place;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.hub.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which couriers are in which cell, for those who watch a zone or a window of the map. Changes are
/// gathered and told a tick at a time: one frame for each cell that changed and is watched, shared
/// by all who watch it. Who joins is told how things stood at the last tick, under the same lock,
/// so that nothing is missed in between.
public final class LiveMap {

  private final StreamHub hub;
  private final LastPositions last;
  private final PositionFrames frames;
  private final EngineClock clock;
  private final Cells cells = new Cells();
  private final Area zone;
  private final Topic.OfZone zoneTopic;
  private final Map<Topic.OfCell, Area> areas = new HashMap<>();
  private final Map<CourierId, Topic.OfCell> whereabouts = new HashMap<>();
  private final Set<Topic.OfViewport> wideViewports = new HashSet<>();

  /// @param zone the one whose couriers report here
  public LiveMap(
      StreamHub hub, LastPositions last, PositionFrames frames, EngineClock clock, ZoneId zone) {
    this.hub = hub;
    this.last = last;
    this.frames = frames;
    this.clock = clock;
    this.zoneTopic = new Topic.OfZone(zone);
    this.zone = new Area(zoneTopic, 0, frames);
  }

  public boolean has(Topic.OfZone topic) {
    return topic.equals(zoneTopic);
  }

  /// From now on the connection hears of all couriers.
  public synchronized void watch(Connection connection, Topic.OfZone topic) {
    connection.send(zone.whole(now()));
    hub.subscribe(connection, topic);
  }

  /// From now on the connection hears of the couriers in this window, and of no other window. What
  /// it knows already of cells that both have in common is not told again.
  public void watch(Connection connection, Topic.OfViewport viewport) {
    Set<Topic.OfCell> cover = cells.findCover(viewport.window()).orElse(Set.of());
    synchronized (this) {
      parts(connection).stream()
          .filter(former -> !former.equals(viewport) && !isAmong(cover, former))
          .forEach(former -> hub.unsubscribe(connection, former));
      hub.subscribe(connection, viewport);
      cover.forEach(cell -> enter(connection, cell));
      if (cover.isEmpty()) {
        wideViewports.add(viewport);
        connection.send(density(viewport, now()));
      }
    }
  }

  public synchronized void leave(Connection connection, Topic.OfViewport viewport) {
    if (connection.listensTo(viewport)) {
      parts(connection).forEach(part -> hub.unsubscribe(connection, part));
    }
  }

  /// To be called every few dozen milliseconds.
  public synchronized void tick() {
    Set<Area> touched = new LinkedHashSet<>();
    for (LastPositions.Change change : last.takeChanges()) {
      move(change.courierId(), change.now(), touched);
    }
    Instant now = now();
    touched.forEach(area -> area.publish(hub, now));
    areas.values().removeIf(Area::isEmpty);
  }

  /// To be called every second.
  public synchronized void tellDensities() {
    wideViewports.removeIf(viewport -> !hub.hasListeners(viewport));
    Instant now = now();
    for (Topic.OfViewport viewport : wideViewports) {
      hub.publish(viewport, _ -> density(viewport, now));
    }
  }

  private void enter(Connection connection, Topic.OfCell cell) {
    if (connection.listensTo(cell)) {
      return;
    }
    Area area = areas.get(cell);
    if (area != null) {
      connection.send(area.whole(now()));
    }
    hub.subscribe(connection, cell);
  }

  private void move(CourierId courier, @Nullable Sighting now, Set<Area> touched) {
    Topic.OfCell to = now == null ? null : new Topic.OfCell(cells.at(now.fix().point()));
    Topic.OfCell from = to == null ? whereabouts.remove(courier) : whereabouts.put(courier, to);
    if (from != null && !from.equals(to)) {
      Area left = area(from);
      left.remove(courier);
      touched.add(left);
    }
    if (to != null && now != null) {
      Area entered = area(to);
      entered.put(now);
      touched.add(entered);
    }
    if (now == null) {
      zone.remove(courier);
    } else {
      zone.put(now);
    }
    touched.add(zone);
  }

  private Area area(Topic.OfCell cell) {
    return areas.computeIfAbsent(cell, it -> new Area(it, it.cell(), frames));
  }

  private Frame density(Topic.OfViewport viewport, Instant now) {
    Window window = viewport.window();
    int resolution = cells.densityResolution(window);
    Map<Long, Integer> couriers = new TreeMap<>();
    areas.forEach((cell, area) -> {
      int count = area.count(window);
      if (count > 0) {
        couriers.merge(Cells.parent(cell.cell(), resolution), count, Integer::sum);
      }
    });
    return frames.density(viewport, resolution, now, couriers);
  }

  /// The window that the connection watches, and its cells.
  private Set<Topic> parts(Connection connection) {
    Set<Topic> parts = new HashSet<>(hub.topics(connection));
    parts.removeIf(topic -> !(topic instanceof Topic.OfCell || topic instanceof Topic.OfViewport));
    return parts;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static boolean isAmong(Set<Topic.OfCell> cells, Topic topic) {
    return topic instanceof Topic.OfCell cell && cells.contains(cell);
  }
}

package id.antar.query.track;

import static java.util.Comparator.comparing;

import id.antar.api.courier.CourierId;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Keeps pieces of ways as they are written.
public final class MemoryTracks implements TrackStore {

  private record Row(CourierId courierId, Instant beginsAt, Instant endsAt, String written) {}

  private final TrackForm form = new TrackForm(JsonMapper.shared());
  private final Map<CourierId, List<Row>> rows = new HashMap<>();
  private boolean down;

  public synchronized void fail(boolean now) {
    down = now;
  }

  public synchronized int size() {
    return rows.values().stream().mapToInt(List::size).sum();
  }

  private List<Row> of(CourierId courier) {
    return rows.computeIfAbsent(courier, _ -> new ArrayList<>());
  }

  @Override
  public synchronized void add(Collection<TrackPiece> pieces) {
    if (down) {
      throw new IllegalStateException("The store is down.");
    }
    for (TrackPiece piece : pieces) {
      of(piece.courierId())
          .add(new Row(piece.courierId(), piece.beginsAt(), piece.endsAt(), form.write(piece)));
    }
  }

  @Override
  public synchronized Map<CourierId, TrackPoint> last(Collection<CourierId> couriers, Instant at) {
    var found = new HashMap<CourierId, TrackPoint>();
    for (CourierId courier : couriers) {
      of(courier).stream()
          .filter(row -> !row.beginsAt().isAfter(at))
          .max(comparing(Row::beginsAt))
          .flatMap(row ->
              read(row)
                  .filter(point -> !point.receivedAt().isAfter(at))
                  .max(comparing(TrackPoint::receivedAt)))
          .ifPresent(point -> found.put(courier, point));
    }
    return found;
  }

  @Override
  public synchronized List<TrackPoint> between(
      CourierId courier, Instant from, Instant to, int most) {
    return of(courier).stream()
        .flatMap(this::read)
        .filter(it -> !it.receivedAt().isBefore(from) && it.receivedAt().isBefore(to))
        .sorted(comparing(TrackPoint::receivedAt))
        .limit(most)
        .toList();
  }

  private Stream<TrackPoint> read(Row row) {
    return form.read(row.courierId(), row.beginsAt(), row.written()).stream();
  }

  @Override
  public synchronized int dropBefore(Instant end) {
    int before = size();
    rows.values().forEach(some -> some.removeIf(row -> row.endsAt().isBefore(end)));
    return before - size();
  }

  @Override
  public synchronized void forget(CourierId courier) {
    rows.remove(courier);
  }
}

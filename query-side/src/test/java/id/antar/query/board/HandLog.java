package id.antar.query.board;

import id.antar.query.Cast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An event store that is filled by hand.
final class HandLog implements BoardLog {

  private final NavigableMap<Long, Object> seen = new TreeMap<>();
  private final NavigableSet<Long> written = new TreeSet<>();

  void see(long... positions) {
    for (long position : positions) {
      seen.put(position, "event " + position);
    }
  }

  void put(long position, Object event) {
    seen.put(position, event);
  }

  void write(long position) {
    written.add(position);
  }

  void commit(long position) {
    written.remove(position);
    see(position);
  }

  private static Marker marker(long position) {
    return new Marker(position, Cast.NOON.plusSeconds(position));
  }

  @Override
  public Optional<Marker> first() {
    return Optional.ofNullable(seen.firstEntry()).map(it -> marker(it.getKey()));
  }

  @Override
  public Optional<Marker> head() {
    return Optional.ofNullable(seen.lastEntry()).map(it -> marker(it.getKey()));
  }

  @Override
  public Optional<Marker> lastUpTo(long position) {
    return Optional.ofNullable(seen.floorKey(position)).map(HandLog::marker);
  }

  @Override
  public Optional<Marker> lastUpTo(Instant at) {
    return seen.keySet().stream()
        .map(HandLog::marker)
        .filter(it -> !it.recordedAt().isAfter(at))
        .reduce((_, later) -> later);
  }

  @Override
  public List<Long> positionsAfter(long position, int most) {
    return seen.tailMap(position, false).keySet().stream().limit(most).toList();
  }

  @Override
  public boolean isBeingWritten(Gap gap) {
    return !written.subSet(gap.first(), true, gap.last(), true).isEmpty();
  }

  @Override
  public @Nullable Gap firstFilled(Collection<Gap> gaps) {
    return gaps.stream()
        .filter(gap -> !seen.subMap(gap.first(), true, gap.last(), true).isEmpty())
        .findFirst()
        .orElse(null);
  }

  @Override
  public Stretch read(long after, long upTo, Collection<Class<?>> types, int most) {
    var entries = new ArrayList<Entry>();
    seen.subMap(after, false, upTo, true)
        .forEach((position, event) -> entries.add(entry(position, event)));
    return new Stretch(entries, upTo);
  }

  private static Entry entry(long position, Object event) {
    return new Entry(position, marker(position).recordedAt(), event);
  }
}

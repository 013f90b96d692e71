package id.antar.query.board;

import id.antar.query.log.LogPlaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An event store in which places are given before events can be seen.
class MemoryLog implements BoardLog, LogPlaces {

  private final NavigableMap<Long, Entry> seen = new TreeMap<>();
  private final NavigableMap<Long, Entry> unseen = new TreeMap<>();

  final void put(long position, Object event, Instant recordedAt) {
    seen.put(position, new Entry(position, recordedAt, event));
  }

  final void write(long position, Object event, Instant recordedAt) {
    unseen.put(position, new Entry(position, recordedAt, event));
  }

  final void commit(long position) {
    Entry entry = unseen.remove(position);
    if (entry != null) {
      seen.put(position, entry);
    }
  }

  final void commitAll() {
    List.copyOf(unseen.keySet()).forEach(this::commit);
  }

  final void commitAllBut(int most) {
    while (unseen.size() > most) {
      commit(unseen.firstKey());
    }
  }

  final int size() {
    return seen.size() + unseen.size();
  }

  @Override
  public Optional<Marker> first() {
    return Optional.ofNullable(seen.firstEntry()).map(it -> marker(it.getValue()));
  }

  @Override
  public Optional<Marker> head() {
    return Optional.ofNullable(seen.lastEntry()).map(it -> marker(it.getValue()));
  }

  @Override
  public Optional<Marker> lastUpTo(long position) {
    return Optional.ofNullable(seen.floorEntry(position)).map(it -> marker(it.getValue()));
  }

  @Override
  public Optional<Marker> lastUpTo(Instant at) {
    return seen.descendingMap().values().stream()
        .filter(entry -> !entry.recordedAt().isAfter(at))
        .findFirst()
        .map(MemoryLog::marker);
  }

  private static Marker marker(Entry entry) {
    return new Marker(entry.position(), entry.recordedAt());
  }

  @Override
  public List<Long> positionsAfter(long position, int most) {
    return seen.tailMap(position, false).keySet().stream().limit(most).toList();
  }

  @Override
  public boolean isBeingWritten(Gap gap) {
    return !unseen.subMap(gap.first(), true, gap.last(), true).isEmpty();
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
    var found = new ArrayList<Entry>();
    for (Entry entry : seen.subMap(after, false, upTo, true).values()) {
      if (types.stream().anyMatch(it -> it.isInstance(entry.event()))) {
        found.add(entry);
      }
      if (found.size() == most) {
        return new Stretch(found, entry.position());
      }
    }
    return new Stretch(found, upTo);
  }
}

package id.antar.query.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An event store in which, as in a real one, places are given before events can be seen: some are
/// seen after later ones, and some never.
final class MemoryLog implements BoardLog {

  private static final double ROLLED_BACK = 0.01;
  private static final double SLOW = 0.05;

  private final NavigableMap<Long, Entry> seen = new TreeMap<>();
  private final NavigableMap<Long, Entry> unseen = new TreeMap<>();
  private final Map<Object, Long> writing = new HashMap<>();
  private final Random random;
  private long last;

  MemoryLog(long seed) {
    random = new Random(seed);
  }

  /// Events of one aggregate are seen in their order.
  void append(Object aggregate, Object event, Instant recordedAt) {
    if (random.nextDouble() < ROLLED_BACK) {
      last++;
    }
    Long before = writing.remove(aggregate);
    if (before != null) {
      commit(before);
    }
    var entry = new Entry(++last, recordedAt, event);
    if (random.nextDouble() < SLOW) {
      unseen.put(entry.position(), entry);
      writing.put(aggregate, entry.position());
    } else {
      seen.put(entry.position(), entry);
    }
    if (unseen.size() > 3) {
      commit(unseen.firstKey());
    }
  }

  void commitAll() {
    List.copyOf(unseen.keySet()).forEach(this::commit);
  }

  private void commit(long position) {
    Entry entry = unseen.remove(position);
    if (entry != null) {
      seen.put(position, entry);
    }
  }

  int size() {
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

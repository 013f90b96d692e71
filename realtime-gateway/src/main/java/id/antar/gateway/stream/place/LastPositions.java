package id.antar.gateway.stream.place;

import id.antar.api.courier.CourierId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The last fix of each courier whom this gateway heard of. Silence is counted in real time,
/// because it is the line that is silent: phones report about once a real second also where the
/// engine's clock runs faster.
public final class LastPositions {

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(2);

  private final int most;
  private final long staleNanos;
  private final LongSupplier nanoTime;
  private final SequencedMap<CourierId, Sighting> longestSilentFirst = new LinkedHashMap<>();
  private final SequencedMap<CourierId, Instant> shiftEnds = new LinkedHashMap<>();
  private Set<CourierId> changed = new LinkedHashSet<>();
  private int numbers;

  /// @param now absent if the courier was forgotten
  record Change(CourierId courierId, @Nullable Sighting now) {}

  /// @param most couriers that are known at a time; those that are silent for longest go first
  public LastPositions(int most, Duration staleAfter, LongSupplier nanoTime) {
    this.most = most;
    this.staleNanos = staleAfter.toNanos();
    this.nanoTime = nanoTime;
  }

  /// False if the fix is from a shift that has ended, or no later than the one that is known: a
  /// courier who changes gateway is heard from both for a moment.
  public synchronized boolean hear(CourierPosition fix) {
    CourierId courier = fix.courierId();
    Instant shiftEnd = shiftEnds.get(courier);
    if (shiftEnd != null && !fix.occurredAt().isAfter(shiftEnd)) {
      return false;
    }
    Sighting known = longestSilentFirst.get(courier);
    if (known != null && !fix.follows(known.fix())) {
      return false;
    }
    int number = known == null ? ++numbers : known.number();
    longestSilentFirst.putLast(courier, new Sighting(number, fix, nanoTime.getAsLong(), false));
    changed.add(courier);
    if (longestSilentFirst.size() > most) {
      forget(longestSilentFirst.firstEntry().getKey());
    }
    return true;
  }

  public synchronized Optional<Sighting> find(CourierId courier) {
    return Optional.ofNullable(longestSilentFirst.get(courier));
  }

  /// Who goes home is no longer anybody's business; a fix that comes late changes nothing.
  public synchronized void endShift(CourierId courier, Instant at) {
    shiftEnds.putLast(courier, at);
    if (shiftEnds.size() > most) {
      shiftEnds.pollFirstEntry();
    }
    Sighting known = longestSilentFirst.get(courier);
    if (known != null && !known.fix().receivedAt().isAfter(at)) {
      forget(courier);
    }
  }

  /// To be called now and then. Marks those of whom nothing was heard for too long.
  ///
  /// @return who was marked just now
  public synchronized List<CourierId> markSilent() {
    long now = nanoTime.getAsLong();
    forgetLongSilent(now);
    var marked = new ArrayList<CourierId>();
    for (Map.Entry<CourierId, Sighting> entry : longestSilentFirst.entrySet()) {
      Sighting known = entry.getValue();
      if (now - known.heardNanos() < staleNanos) {
        break;
      }
      if (!known.stale()) {
        entry.setValue(known.asStale());
        marked.add(entry.getKey());
      }
    }
    changed.addAll(marked);
    return marked;
  }

  /// What changed since the last call, each courier once.
  synchronized List<Change> takeChanges() {
    var changes = new ArrayList<Change>(changed.size());
    for (CourierId courier : changed) {
      changes.add(new Change(courier, longestSilentFirst.get(courier)));
    }
    changed = new LinkedHashSet<>();
    return changes;
  }

  private void forgetLongSilent(long now) {
    Map.Entry<CourierId, Sighting> first = longestSilentFirst.firstEntry();
    while (first != null && now - first.getValue().heardNanos() >= FORGOTTEN_AFTER.toNanos()) {
      forget(first.getKey());
      first = longestSilentFirst.firstEntry();
    }
  }

  private void forget(CourierId courier) {
    longestSilentFirst.remove(courier);
    changed.add(courier);
  }
}

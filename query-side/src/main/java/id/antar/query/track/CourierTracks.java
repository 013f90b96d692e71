package id.antar.query.track;

import id.antar.api.courier.CourierId;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.TrackQuery.Track;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Where couriers were, thinned out. A fix is taken at once on the thread that brings it, which
/// costs a look at the one before; what is kept is written later, by another thread, many pieces
/// together. Whoever asks sees both, what is written and what is not yet.
///
/// A database that does not answer is tried again with the next round. Of several engines on one
/// database one writes; what it loses if it is killed the one after it writes, if that one has
/// heard it.
public final class CourierTracks implements Consumer<LiveUpdate> {

  private static final int PIECE = 128;
  private static final int ASKED_AT_ONCE = 500;

  private final TrackSettings settings;
  private final TrackStore store;
  private final LongSupplier nanoTime;
  private final Map<CourierId, Way> ways = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  public CourierTracks(TrackSettings settings, TrackStore store, LongSupplier nanoTime) {
    this.settings = settings;
    this.store = store;
    this.nanoTime = nanoTime;
  }

  @Override
  public void accept(LiveUpdate update) {
    if (update instanceof CourierPosition position) {
      ways.compute(
          position.courierId(),
          (_, way) -> {
            Way known = way == null ? new Way() : way;
            count(known.take(position, settings, nanoTime.getAsLong()));
            return known;
          });
    }
  }

  private void count(boolean taken) {
    if (taken) {
      kept.incrementAndGet();
      waiting.incrementAndGet();
    }
  }

  /// Writes what has waited long enough; all of it if `all`. Throws when the database does not
  /// answer; then nothing is lost, unless too much waits.
  public synchronized void write(boolean all) {
    long now = nanoTime.getAsLong();
    var pieces = new ArrayList<TrackPiece>();
    ways.forEach((id, way) -> way.pieces(id, all, now, settings.writeAfter(), pieces::add));
    try {
      for (int from = 0; from < pieces.size(); from += PIECE) {
        add(pieces.subList(from, Math.min(from + PIECE, pieces.size())));
      }
    } finally {
      dropWhatIsTooMuch();
    }
  }

  private void add(List<TrackPiece> pieces) {
    store.add(pieces);
    for (TrackPiece piece : pieces) {
      Way way = ways.get(piece.courierId());
      if (way != null) {
        waiting.addAndGet(-way.written(piece.endsAt()));
      }
    }
  }

  /// To be called before the first writing after another engine has written: what that one has
  /// written need not be written here. Throws when the database does not answer.
  public synchronized void takeOver() {
    List<CourierId> all = List.copyOf(ways.keySet());
    for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
      List<CourierId> some = all.subList(from, Math.min(from + ASKED_AT_ONCE, all.size()));
      store.last(some, Instant.ofEpochMilli(Long.MAX_VALUE)).forEach(this::isWritten);
    }
  }

  private void isWritten(CourierId courier, TrackPoint last) {
    Way way = ways.get(courier);
    if (way != null) {
      waiting.addAndGet(-way.written(last.receivedAt()));
    }
  }

  /// To be called now and then while another engine writes. What it would lose if it were killed
  /// now stays in memory here, and some of what it has written.
  public synchronized void leaveToOther() {
    long now = nanoTime.getAsLong();
    Duration patience = settings.writeAfter().multipliedBy(2);
    for (Way way : ways.values()) {
      waiting.addAndGet(-way.leaveToOther(now, patience));
    }
  }

  /// To be called also while nothing can be written.
  synchronized void dropWhatIsTooMuch() {
    int tooMany = waiting.get() - settings.most();
    for (Way way : ways.values()) {
      if (tooMany > 0) {
        int dropped = way.dropOldest(Math.min(tooMany, PIECE));
        tooMany -= dropped;
        waiting.addAndGet(-dropped);
        lost.addAndGet(dropped);
      }
    }
  }

  /// Ways that ended long ago are no longer held in memory, and those that are too old no longer
  /// kept.
  ///
  /// @return how many pieces were dropped
  public int clean(Instant now) {
    forgetEnded(now);
    return store.dropBefore(now.minus(settings.keep()));
  }

  void forgetEnded(Instant now) {
    Instant old = now.minus(1, ChronoUnit.HOURS);
    for (CourierId id : List.copyOf(ways.keySet())) {
      ways.computeIfPresent(id, (_, way) -> way.isOver(old) ? null : way);
    }
  }

  public void forget(CourierId courier) {
    Way way = ways.remove(courier);
    if (way != null) {
      waiting.addAndGet(-way.dropOldest(Integer.MAX_VALUE));
    }
    store.forget(courier);
  }

  /// Where couriers were last seen at a moment. Blocks.
  public Map<CourierId, TrackPoint> last(Collection<CourierId> couriers, Instant at) {
    var found = new HashMap<CourierId, TrackPoint>();
    var elsewhere = new ArrayList<CourierId>();
    for (CourierId courier : couriers) {
      Way way = ways.get(courier);
      TrackPoint point = way == null ? null : way.last(at);
      if (point == null) {
        elsewhere.add(courier);
      } else {
        found.put(courier, point);
      }
    }
    if (!elsewhere.isEmpty()) {
      found.putAll(store.last(elsewhere, at));
    }
    return found;
  }

  /// Blocks. What is in memory is looked up first: what is written in between comes from there.
  public Track track(CourierId courier, Instant from, Instant to, int limit) {
    Way way = ways.get(courier);
    List<TrackPoint> fresh = way == null ? List.of() : way.between(from, to);
    List<TrackPoint> stored = store.between(courier, from, to, limit + 1);
    var points = new ArrayList<TrackPoint>();
    addLater(stored, points);
    addLater(fresh, points);
    boolean whole = stored.size() <= limit && points.size() <= limit;
    return new Track(courier, points.subList(0, Math.min(limit, points.size())), whole);
  }

  /// What two engines have written, one of them not knowing that the other does, is told once.
  private static void addLater(List<TrackPoint> some, List<TrackPoint> to) {
    for (TrackPoint point : some) {
      if (to.isEmpty() || point.receivedAt().isAfter(to.getLast().receivedAt())) {
        to.add(point);
      }
    }
  }

  /// Points that are in memory only.
  public int waiting() {
    return waiting.get();
  }

  /// Points that were kept since the start.
  public long kept() {
    return kept.get();
  }

  /// Points that were kept and could not be written.
  public long lost() {
    return lost.get();
  }
}

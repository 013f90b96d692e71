package id.antar.query.track;

import id.antar.api.courier.CourierId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One courier's latest points, those that are not written and the last of those that are, here or
/// by another engine.
final class Way {

  private static final int PIECE = 128;

  private final ArrayDeque<TrackPoint> unwritten = new ArrayDeque<>();
  private @Nullable TrackPoint latest;
  private @Nullable TrackPoint latestWritten;
  private long waitsSince;
  private @Nullable CourierPosition heard;

  /// Up to here points have waited through a whole turn of another's.
  private @Nullable TrackPoint leftToOther;

  /// @return whether the fix is kept
  synchronized boolean take(CourierPosition fix, TrackSettings settings, long now) {
    if (heard != null && !fix.follows(heard)) {
      return false;
    }
    heard = fix;
    TrackPoint point = pointOf(fix);
    if (!isWorthKeeping(point, settings)) {
      return false;
    }
    if (unwritten.isEmpty()) {
      waitsSince = now;
    }
    unwritten.addLast(point);
    latest = point;
    return true;
  }

  private static TrackPoint pointOf(CourierPosition fix) {
    return new TrackPoint(
        fix.receivedAt().truncatedTo(ChronoUnit.MILLIS),
        fix.occurredAt().truncatedTo(ChronoUnit.MILLIS),
        Polyline.rounded(fix.point()));
  }

  private boolean isWorthKeeping(TrackPoint point, TrackSettings settings) {
    TrackPoint before = latest;
    if (before == null) {
      return true;
    }
    Duration since = Duration.between(before.receivedAt(), point.receivedAt());
    return since.isPositive()
        && (since.compareTo(settings.every()) >= 0
            || before.point().metresTo(point.point()) >= settings.metres());
  }

  /// They stay here until they are [written][#written].
  synchronized void pieces(
      CourierId id, boolean all, long now, Duration writeAfter, Consumer<TrackPiece> to) {
    boolean due = all || unwritten.size() >= PIECE || now - waitsSince >= writeAfter.toNanos();
    if (due && !unwritten.isEmpty()) {
      waitsSince = now;
      List<TrackPoint> points = List.copyOf(unwritten);
      for (int from = 0; from < points.size(); from += PIECE) {
        to.accept(new TrackPiece(id, points.subList(from, Math.min(from + PIECE, points.size()))));
      }
    }
  }

  /// @return how many points no longer wait
  synchronized int written(Instant upTo) {
    int before = unwritten.size();
    while (!unwritten.isEmpty() && !unwritten.peekFirst().receivedAt().isAfter(upTo)) {
      latestWritten = unwritten.pollFirst();
    }
    return before - unwritten.size();
  }

  /// What waits for longer than `patience` is taken for written, at the latest after twice as long.
  ///
  /// @return how many points no longer wait
  synchronized int leaveToOther(long now, Duration patience) {
    if (unwritten.isEmpty() || now - waitsSince < patience.toNanos()) {
      return 0;
    }
    int left = leftToOther == null ? 0 : written(leftToOther.receivedAt());
    leftToOther = latest;
    waitsSince = now;
    return left;
  }

  synchronized int dropOldest(int most) {
    int before = unwritten.size();
    while (!unwritten.isEmpty() && before - unwritten.size() < most) {
      unwritten.removeFirst();
    }
    return before - unwritten.size();
  }

  synchronized boolean isOver(Instant old) {
    return unwritten.isEmpty() && (latest == null || latest.receivedAt().isBefore(old));
  }

  /// The last point at or before a moment, as far as it is known here.
  synchronized @Nullable TrackPoint last(Instant at) {
    Iterator<TrackPoint> newestFirst = unwritten.descendingIterator();
    while (newestFirst.hasNext()) {
      TrackPoint point = newestFirst.next();
      if (!point.receivedAt().isAfter(at)) {
        return point;
      }
    }
    return latestWritten != null && !latestWritten.receivedAt().isAfter(at) ? latestWritten : null;
  }

  synchronized List<TrackPoint> between(Instant from, Instant to) {
    var points = new ArrayList<TrackPoint>();
    for (TrackPoint point : unwritten) {
      if (!point.receivedAt().isBefore(from) && point.receivedAt().isBefore(to)) {
        points.add(point);
      }
    }
    return points;
  }
}

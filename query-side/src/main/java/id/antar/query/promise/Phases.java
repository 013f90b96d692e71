package id.antar.query.promise;

import id.antar.query.analytics.OrderFact;
import id.antar.query.analytics.OrderFact.Step;
import id.antar.query.analytics.OrderFact.Trip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an order waited for at each second between two: exactly one thing. Clocks of phones may
/// tell its steps in another order than they came in; none then lasts less than nothing, and the
/// sum stays what it is.
final class Phases {

  enum Phase {
    WAITING,
    FIRST_MILE,
    KITCHEN,
    LAST_MILE
  }

  /// @param step absent for an arrival
  private record Mark(long at, @Nullable Step step, @Nullable String trip) {

    boolean isArrival() {
      return step == null;
    }
  }

  private final long start;
  private final long end;
  private final Map<Phase, Long> seconds = new EnumMap<>(Phase.class);
  private @Nullable String trip;
  private boolean arrived;
  private boolean ready;
  private boolean carried;

  private Phases(long start, long end) {
    this.start = start;
    this.end = end;
  }

  /// @return seconds by phase, which sum to those between the two
  static Map<Phase, Long> between(Instant from, Instant to, OrderFact fact) {
    var phases = new Phases(from.getEpochSecond(), to.getEpochSecond());
    for (Phase phase : Phase.values()) {
      phases.seconds.put(phase, 0L);
    }
    phases.walk(marks(fact, phases.end));
    return phases.seconds;
  }

  /// Each step not before the one that it follows, and none after the end.
  private static List<Mark> marks(OrderFact fact, long end) {
    List<Mark> marks = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (Step step : fact.steps()) {
      last = Math.min(end, Math.max(last, step.at().getEpochSecond()));
      marks.add(new Mark(last, step, step.trip()));
    }
    for (Map.Entry<String, Trip> entry : fact.trips().entrySet()) {
      for (Instant arrival : entry.getValue().arrivals()) {
        marks.add(new Mark(arrival.getEpochSecond(), null, entry.getKey()));
      }
    }
    marks.sort(Comparator.comparingLong(Mark::at).thenComparing(Mark::isArrival));
    return marks;
  }

  private void walk(List<Mark> marks) {
    long at = start;
    for (Mark mark : marks) {
      long next = Math.min(mark.at(), end);
      if (next > at) {
        spend(phase(), next - at);
        at = next;
      }
      take(mark);
    }
    spend(end > at ? phase() : Phase.LAST_MILE, end - at);
  }

  private void spend(Phase phase, long more) {
    seconds.merge(phase, more, Long::sum);
  }

  private Phase phase() {
    if (carried) {
      return Phase.LAST_MILE;
    }
    if (trip == null) {
      return Phase.WAITING;
    }
    if (!arrived) {
      return Phase.FIRST_MILE;
    }
    return ready ? Phase.LAST_MILE : Phase.KITCHEN;
  }

  private void take(Mark mark) {
    if (mark.step() == null) {
      arrived = arrived || (trip != null && trip.equals(mark.trip()));
    } else {
      take(mark.step());
    }
  }

  private void take(Step step) {
    switch (step.kind()) {
      case READY -> ready = true;
      case ASSIGNED -> carriedBy(step.trip(), false);
      case UNASSIGNED -> carriedBy(null, false);
      case PICKED_UP -> carriedBy(step.trip(), true);
      case STRANDED -> {
        carriedBy(null, false);
        ready = step.readyAt() == null;
      }
      case CONFIRMED, READY_MOVED, DELIVERED, OFF -> {}
    }
  }

  private void carriedBy(@Nullable String next, boolean pickedUp) {
    trip = next;
    arrived = pickedUp;
    carried = pickedUp;
  }
}

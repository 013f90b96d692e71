package id.antar.load.town.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// When a courier was on duty, and when on a trip: from an accepted offer to its last stop.
public final class DutyLog {

  private record Span(Instant from, Instant to) {
    Duration within(Instant start, Instant end) {
      Instant later = from.isAfter(start) ? from : start;
      Instant earlier = to.isBefore(end) ? to : end;
      return later.isBefore(earlier) ? Duration.between(later, earlier) : Duration.ZERO;
    }
  }

  private final List<Span> trips = new ArrayList<>();
  private int open;
  private Instant busySince = Instant.EPOCH;
  private Instant shiftStart = Instant.MAX;
  private Instant shiftEnd = Instant.MAX;

  public synchronized void shiftStarted(Instant now) {
    shiftStart = now;
  }

  public synchronized void shiftEnded(Instant now) {
    shiftEnd = now;
  }

  public synchronized void tripAccepted(Instant now) {
    if (open++ == 0) {
      busySince = now;
    }
  }

  public synchronized void tripEnded(Instant now) {
    if (--open == 0) {
      trips.add(new Span(busySince, now));
    }
  }

  public synchronized boolean isBusy() {
    return open > 0;
  }

  /// On duty between these times.
  public synchronized Duration onDuty(Instant from, Instant to) {
    return new Span(shiftStart, shiftEnd).within(from, to);
  }

  /// On a trip between these times.
  public synchronized Duration busy(Instant from, Instant to) {
    Instant end = to.isBefore(shiftEnd) ? to : shiftEnd;
    Duration sum = open > 0 ? new Span(busySince, end).within(from, end) : Duration.ZERO;
    for (Span trip : trips) {
      sum = sum.plus(trip.within(from, end));
    }
    return sum;
  }
}

package id.antar.dispatch.lab.facts;

import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One courier's shift, without what came of an order.
///
/// @param place where the courier was first seen in it
/// @param end one that ended after the window is taken to its planned end: a courier may have gone
///   home because all was done
/// @param within breaks and changes of the vehicle, in sequence
public record ShiftFacts(
    ShiftStarted started, GeoPoint place, Instant end, List<CourierEvent> within) {

  public ShiftFacts {
    within = List.copyOf(within);
  }

  public CourierId courierId() {
    return started.courierId();
  }

  /// How much of it lies between the two.
  public Duration between(Instant from, Instant to) {
    Instant begin = started.occurredAt().isAfter(from) ? started.occurredAt() : from;
    Instant last = end.isBefore(to) ? end : to;
    return last.isAfter(begin) ? Duration.between(begin, last) : Duration.ZERO;
  }
}

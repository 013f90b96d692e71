package id.antar.dispatch.live;

import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds couriers with a trip who have not been heard of for too long.
final class Silence {

  private final OpenBoard board;
  private final FleetIndex fleet;
  private final Duration limit;

  /// The engine has heard nobody before it was there.
  private final Instant listeningSince;

  Silence(OpenBoard board, FleetIndex fleet, Duration limit, Instant listeningSince) {
    this.board = board;
    this.fleet = fleet;
    this.limit = limit;
    this.listeningSince = listeningSince;
  }

  void giveUp(Telling telling, Instant now) {
    for (BoardTrip trip : board.acceptedTrips()) {
      Instant heard = lastHeard(trip);
      if (heard.plus(limit).isBefore(now)) {
        telling.giveUp(trip, heard, now);
      }
    }
  }

  private Instant lastHeard(BoardTrip trip) {
    Optional<Instant> seen = fleet.find(trip.courierId()).map(Fix::seenAt);
    return Stream.concat(Stream.of(trip.departedAt(), listeningSince), seen.stream())
        .max(Instant::compareTo)
        .orElse(listeningSince);
  }
}

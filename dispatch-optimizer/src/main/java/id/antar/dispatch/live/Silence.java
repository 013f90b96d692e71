package id.antar.dispatch.live;

import id.antar.api.time.EngineClock;
import id.antar.dispatch.fleet.FleetIndex;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds couriers with a trip who have not been heard of for too long. If nobody at all is heard
/// of, that is the positions' fault and no courier's: nobody is given up, and once positions come
/// again every courier has the whole time anew; likewise after a time in which not all positions
/// could be heard here, and if nobody has asked here for a while. Not for several threads at once.
final class Silence {

  /// Real time.
  private static final Duration LEAST = Duration.ofSeconds(30);

  private final OpenBoard board;
  private final FleetIndex fleet;
  private final Supplier<Optional<Instant>> heardSince;
  private final Supplier<DispatchPolicy> policy;
  private final EngineClock clock;

  /// The engine has heard nobody before. Absent while it hears nobody.
  private @Nullable Instant listeningSince;

  private @Nullable Instant askedLast;

  /// @param heardSince since when all positions are heard here; nothing while some may not be
  Silence(
      OpenBoard board,
      FleetIndex fleet,
      Supplier<Optional<Instant>> heardSince,
      Supplier<DispatchPolicy> policy,
      EngineClock clock) {
    this.board = board;
    this.fleet = fleet;
    this.heardSince = heardSince;
    this.policy = policy;
    this.clock = clock;
  }

  void giveUp(Telling telling, Instant now) {
    if (askedLast != null && askedLast.plus(longPause()).isBefore(now)) {
      listeningSince = null;
    }
    askedLast = now;
    Instant since = listeningSince(now);
    listeningSince = since;
    if (since == null) {
      return;
    }
    var silentAfter = Duration.ofSeconds(policy.get().silentAfter());
    Duration limit = RealTime.atLeast(LEAST, silentAfter, clock);
    for (BoardTrip trip : board.acceptedTrips()) {
      Instant heard = lastHeard(trip, since);
      if (heard.plus(limit).isBefore(now)) {
        telling.giveUp(trip, heard, now);
      }
    }
  }

  private Duration longPause() {
    return RealTime.atLeast(LEAST, Duration.ZERO, clock);
  }

  private @Nullable Instant listeningSince(Instant now) {
    var fixMaxAge = Duration.ofSeconds(policy.get().fixMaxAge());
    boolean anybody =
        board.onShift().stream()
            .flatMap(courier -> fleet.find(courier).stream())
            .anyMatch(fix -> !fix.isOlderThan(fixMaxAge, now));
    Optional<Instant> all = heardSince.get();
    if (!anybody || all.isEmpty()) {
      return null;
    }
    Instant since = listeningSince == null ? now : listeningSince;
    return since.isBefore(all.get()) ? all.get() : since;
  }

  private Instant lastHeard(BoardTrip trip, Instant since) {
    Optional<Instant> seen = fleet.find(trip.courierId()).map(Fix::seenAt);
    return Stream.concat(Stream.of(trip.lastSign(), since), seen.stream())
        .max(Instant::compareTo)
        .orElse(since);
  }
}

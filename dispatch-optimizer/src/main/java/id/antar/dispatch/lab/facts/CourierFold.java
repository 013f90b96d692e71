package id.antar.dispatch.lab.facts;

import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.BreakEnded;
import id.antar.api.courier.CourierEvent.BreakStarted;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierEvent.VehicleChanged;
import id.antar.api.dispatch.DispatchEvent.Sighting;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One courier's shifts, as the events tell them so far.
final class CourierFold {

  private static final class Shift {
    final ShiftStarted started;
    final List<CourierEvent> within = new ArrayList<>();
    @Nullable ShiftEnded ended;
    @Nullable Sighting seen;

    Shift(ShiftStarted started) {
      this.started = started;
    }
  }

  private static final class Loss {
    final Instant since;
    @Nullable Instant back;

    Loss(Instant since) {
      this.since = since;
    }
  }

  private final Instant start;
  private final List<Shift> shifts = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();
  private boolean lost;

  /// @param start a courier who is on shift then is where they were seen last before it
  CourierFold(Instant start) {
    this.start = start;
  }

  void apply(CourierEvent event) {
    switch (event) {
      case ShiftStarted e -> {
        back(e.occurredAt());
        shifts.add(new Shift(e));
      }
      case ShiftEnded e -> {
        lost = false;
        current().filter(shift -> shift.ended == null).ifPresent(shift -> shift.ended = e);
      }
      case BreakStarted e when !lost -> within(e);
      case BreakEnded e -> {
        if (lost) {
          back(e.occurredAt());
        } else {
          within(e);
        }
      }
      case VehicleChanged e -> within(e);
      default -> {}
    }
  }

  private void within(CourierEvent e) {
    current().filter(shift -> shift.ended == null).ifPresent(shift -> shift.within.add(e));
  }

  private void back(Instant at) {
    if (lost) {
      losses.getLast().back = at;
      lost = false;
    }
  }

  /// The break that follows is the order's doing.
  void lost(AssignmentAbandoned e) {
    lost = true;
    losses.add(new Loss(e.occurredAt()));
  }

  @Nullable Integer backAfter(AssignmentAbandoned e) {
    return losses.stream()
        .filter(loss -> loss.since.equals(e.occurredAt()))
        .map(loss -> Optional.ofNullable(loss.back))
        .flatMap(Optional::stream)
        .findFirst()
        .map(at -> Math.toIntExact(Duration.between(e.occurredAt(), at).toSeconds()))
        .orElse(null);
  }

  void seen(Sighting sighting) {
    current()
        .filter(shift -> !sighting.occurredAt().isBefore(shift.started.occurredAt()))
        .filter(shift -> shift.seen == null || !sighting.occurredAt().isAfter(start))
        .ifPresent(shift -> shift.seen = sighting);
  }

  Vehicle vehicle() {
    Vehicle vehicle = Vehicle.SCOOTER;
    for (Shift shift : shifts) {
      vehicle = shift.started.vehicle();
      for (CourierEvent e : shift.within) {
        vehicle = e instanceof VehicleChanged changed ? changed.vehicle() : vehicle;
      }
    }
    return vehicle;
  }

  private Optional<Shift> current() {
    return shifts.isEmpty() ? Optional.empty() : Optional.of(shifts.getLast());
  }

  /// Those that were not over at the start.
  Stream<ShiftFacts> facts(Instant to) {
    return inTime(to).filter(shift -> shift.seen != null).map(shift -> facts(shift, to));
  }

  /// Shifts in which nobody saw the courier.
  int unseen(Instant to) {
    return Math.toIntExact(inTime(to).filter(shift -> shift.seen == null).count());
  }

  private Stream<Shift> inTime(Instant to) {
    return shifts.stream()
        .filter(shift -> end(shift, to).isAfter(start))
        .filter(shift -> shift.started.occurredAt().isBefore(to));
  }

  private static ShiftFacts facts(Shift shift, Instant to) {
    Sighting seen = shift.seen;
    GeoPoint place = seen == null ? new GeoPoint(0, 0) : seen.point();
    return new ShiftFacts(shift.started, place, end(shift, to), shift.within);
  }

  private static Instant end(Shift shift, Instant to) {
    ShiftEnded ended = shift.ended;
    return ended != null && ended.occurredAt().isBefore(to)
        ? ended.occurredAt()
        : shift.started.endsBy();
  }
}

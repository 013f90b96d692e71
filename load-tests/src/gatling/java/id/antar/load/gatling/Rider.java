package id.antar.load.gatling;

import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.Frame;
import id.antar.load.client.Point;
import id.antar.load.town.world.Dice;
import id.antar.load.town.world.TownClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One courier: where the courier is, and what is to be done next. Goes straight from place to
/// place, and strolls about when there is nothing to do. Used by one virtual user.
final class Rider {

  private static final double METRES_PER_SECOND = 12;
  private static final double STROLL_METRES = 250;
  private static final double THERE_METRES = 15;

  private final TownClock clock;
  private final Dice dice;
  private final Point home;
  private final Queue<String> offers = new ArrayDeque<>();
  private final Queue<String> trips = new ArrayDeque<>();
  private Point here;
  private Point target;
  private Instant last;
  private long sequence;
  private @Nullable StopView stop;
  private boolean looks;
  private int problems;

  Rider(TownClock clock, Dice dice, Point home) {
    this.clock = clock;
    this.dice = dice;
    this.home = home;
    this.here = home;
    this.target = home;
    this.last = clock.now();
  }

  void hear(Iterable<Frames.Heard> heard) {
    for (Frames.Heard one : heard) {
      Frame frame = one.frame();
      if (frame.is("problem")) {
        problems++;
      } else if (frame.is("assignment") && frame.assignmentId() != null) {
        looks = true;
        if (frame.tells("AssignmentOffered")) {
          offers.add(frame.assignmentId());
        }
      }
    }
  }

  /// A step of the way, and the fix that tells of it.
  Map<String, Object> fix() {
    Instant now = clock.now();
    double metres = Duration.between(last, now).toMillis() / 1000.0 * METRES_PER_SECOND;
    double left = here.metresTo(target);
    double heading = here.headingTo(target);
    here = left <= metres ? target : here.towards(target, metres / left);
    last = now;
    if (stop == null && isThere()) {
      target = somewhereNear(home);
    }
    Map<String, Object> fix = new HashMap<>();
    fix.put("latitude", here.latitude());
    fix.put("longitude", here.longitude());
    fix.put("heading", heading);
    fix.put("speed", left < 1 ? 0 : METRES_PER_SECOND);
    fix.put("accuracy", 5);
    fix.put("sequence", ++sequence);
    fix.put("occurredAt", now);
    return fix;
  }

  Optional<String> offer() {
    return Optional.ofNullable(offers.poll());
  }

  void accepted(String assignmentId) {
    trips.add(assignmentId);
    looks = true;
  }

  /// The trip whose stops are to be read again.
  Optional<String> toRead() {
    return looks ? Optional.ofNullable(trips.peek()) : Optional.empty();
  }

  void read(AssignmentView view) {
    looks = false;
    stop =
        view.stops().stream()
            .filter(next -> view.isAccepted() && next.doneAt() == null && !next.withdrawn())
            .findFirst()
            .orElse(null);
    if (stop != null && stop.point() != null) {
      target = stop.point();
    } else if (stop == null && !view.isOffered()) {
      trips.remove(view.assignmentId());
      looks = !trips.isEmpty();
    } else {
      looks = true;
    }
  }

  /// What the courier does at the door where the courier stands: `arrive-pickup`, `pickup`,
  /// `arrive-dropoff`, `dropoff` or `return`; none on the way.
  Optional<String> act() {
    if (stop == null || stop.point() == null || looks || !isThere()) {
      return Optional.empty();
    }
    boolean arrives = stop.arrivedAt() == null && !stop.kind().equals("return");
    return Optional.of(arrives ? "arrive-" + stop.kind() : stop.kind());
  }

  String trip() {
    return trips.element();
  }

  String orderId() {
    return stop == null ? "" : stop.orderId();
  }

  /// It was done, or refused: either way the list of stops knows better.
  void acted() {
    looks = true;
  }

  /// How many frames were refused since one last asked.
  int takeProblems() {
    int taken = problems;
    problems = 0;
    return taken;
  }

  private boolean isThere() {
    return here.metresTo(target) < THERE_METRES;
  }

  private Point somewhereNear(Point place) {
    double degrees = STROLL_METRES / 111_195;
    return new Point(
        place.latitude() + dice.between(-degrees, degrees),
        place.longitude() + dice.between(-degrees, degrees));
  }
}

package id.antar.load.town.life;

import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import id.antar.load.client.Frame;
import id.antar.load.town.mishap.Blow;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One accepted assignment as its courier has it in mind: the engine's list of stops, plus what the
/// courier has just done or heard and the list does not show yet.
final class Trip {

  private record Task(String kind, String orderId) {}

  private final String assignmentId;
  private final Set<Task> done = new LinkedHashSet<>();
  private final Set<Task> arrived = new HashSet<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final Set<String> toReturn = new HashSet<>();
  private @Nullable List<Task> left;
  private @Nullable Blow blow;
  private boolean over;

  Trip(String assignmentId) {
    this.assignmentId = assignmentId;
  }

  String assignmentId() {
    return assignmentId;
  }

  synchronized void done(String kind, String orderId) {
    done.add(new Task(kind, orderId));
  }

  synchronized boolean isDone(StopView stop) {
    return done.contains(task(stop));
  }

  synchronized void arrived(String kind, String orderId) {
    arrived.add(new Task(kind, orderId));
  }

  synchronized boolean hasArrived(StopView stop) {
    return stop.arrivedAt() != null || arrived.contains(task(stop));
  }

  /// The order is off and was not picked up.
  synchronized void withdrawn(String orderId) {
    withdrawn.add(orderId);
  }

  /// The order is in the box and has to go back.
  synchronized void toReturn(String orderId) {
    toReturn.add(orderId);
  }

  /// From now on these are the stops that are left, in this order.
  synchronized void amended(List<Frame.Stop> stops) {
    left = stops.stream().map(stop -> new Task(stop.kind(), stop.orderId())).toList();
    stops.forEach(stop -> withdrawn.remove(stop.orderId()));
  }

  /// The engine has given the trip to others, or nothing is left of it.
  synchronized void end() {
    over = true;
  }

  synchronized boolean isOver() {
    return over;
  }

  /// Something will happen on the way to the next door.
  synchronized void doom(Blow coming) {
    blow = coming;
  }

  synchronized boolean isDoomed() {
    return blow != null;
  }

  /// What happens now, once.
  synchronized Optional<Blow> takeBlow() {
    Optional<Blow> taken = Optional.ofNullable(blow);
    blow = null;
    return taken;
  }

  /// The first stop that is still to be visited.
  synchronized Optional<StopView> next(AssignmentView view) {
    return view.stops().stream()
        .filter(stop -> !isOff(stop))
        .min(Comparator.comparingInt(this::place));
  }

  /// Whether the stop need not be visited, or not any more.
  synchronized boolean isOff(StopView stop) {
    String orderId = stop.orderId();
    boolean isReturn = stop.kind().equals("return");
    return over
        || stop.withdrawn()
        || stop.doneAt() != null
        || done.contains(task(stop))
        || withdrawn.contains(orderId)
        || (toReturn.contains(orderId) && !isReturn)
        || (left != null && !isReturn && !left.contains(task(stop)));
  }

  /// Whether anything is left to do, by the list or by what was heard. The two catch up with each
  /// other, in either order; only if both know of nothing is the trip done.
  synchronized boolean isUnfinished(AssignmentView view) {
    return !over && (view.stops().stream().anyMatch(this::isListed) || awaitsStop(view));
  }

  /// What goes back is not dropped off, whatever the list still says.
  private boolean isListed(StopView stop) {
    boolean goesBack = toReturn.contains(stop.orderId()) && !stop.kind().equals("return");
    return !stop.withdrawn() && stop.doneAt() == null && !done.contains(task(stop)) && !goesBack;
  }

  /// Whether there is something to do for which the list shows no stop yet.
  private boolean awaitsStop(AssignmentView view) {
    Set<Task> expected = new HashSet<>();
    toReturn.forEach(orderId -> expected.add(new Task("return", orderId)));
    if (left != null) {
      left.stream()
          .filter(task -> !withdrawn.contains(task.orderId()))
          .filter(task -> !toReturn.contains(task.orderId()))
          .forEach(expected::add);
    }
    expected.removeAll(done);
    view.stops().forEach(stop -> expected.remove(task(stop)));
    return !expected.isEmpty();
  }

  synchronized int pickedUp() {
    return ordersOf("pickup").size();
  }

  synchronized List<String> delivered() {
    return ordersOf("dropoff");
  }

  /// What the courier carries at this moment.
  synchronized List<String> inHand() {
    return ordersOf("pickup").stream()
        .filter(orderId -> !done.contains(new Task("dropoff", orderId)))
        .filter(orderId -> !done.contains(new Task("return", orderId)))
        .toList();
  }

  private List<String> ordersOf(String kind) {
    return done.stream().filter(task -> task.kind().equals(kind)).map(Task::orderId).toList();
  }

  private int place(StopView stop) {
    int place = left == null ? 0 : left.indexOf(task(stop));
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private static Task task(StopView stop) {
    return new Task(stop.kind(), stop.orderId());
  }
}

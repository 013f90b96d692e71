package id.antar.load.town.life;

import id.antar.load.client.AssignmentView;
import id.antar.load.client.AssignmentView.StopView;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// One accepted assignment as its courier has it in mind: the engine's list of stops, plus what the
/// courier has just done or heard and the list does not show yet.
final class Trip {

  private record Task(String kind, String orderId) {}

  private final String assignmentId;
  private final Set<Task> done = new HashSet<>();
  private final Set<Task> arrived = new HashSet<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final Set<String> toReturn = new HashSet<>();

  Trip(String assignmentId) {
    this.assignmentId = assignmentId;
  }

  String assignmentId() {
    return assignmentId;
  }

  synchronized void done(String kind, String orderId) {
    done.add(new Task(kind, orderId));
  }

  synchronized void arrived(String kind, String orderId) {
    arrived.add(new Task(kind, orderId));
  }

  synchronized boolean hasArrived(StopView stop) {
    return stop.arrivedAt() != null || arrived.contains(new Task(stop.kind(), stop.orderId()));
  }

  /// The order is off and was not picked up.
  synchronized void withdrawn(String orderId) {
    withdrawn.add(orderId);
  }

  /// The order is in the box and has to go back.
  synchronized void toReturn(String orderId) {
    toReturn.add(orderId);
  }

  /// The first stop that is still to be visited.
  synchronized Optional<StopView> next(AssignmentView view) {
    return view.stops().stream().filter(stop -> !isOff(stop)).findFirst();
  }

  /// Whether the stop need not be visited, or not any more.
  synchronized boolean isOff(StopView stop) {
    String orderId = stop.orderId();
    return stop.withdrawn()
        || stop.doneAt() != null
        || done.contains(new Task(stop.kind(), orderId))
        || withdrawn.contains(orderId)
        || (toReturn.contains(orderId) && !stop.kind().equals("return"));
  }

  /// Whether an order is to go back for which the list shows no stop yet.
  synchronized boolean awaitsReturnStop(AssignmentView view) {
    return toReturn.stream()
        .filter(orderId -> !done.contains(new Task("return", orderId)))
        .anyMatch(orderId ->
            view.stops().stream()
                .noneMatch(stop -> stop.kind().equals("return") && stop.orderId().equals(orderId)));
  }

  synchronized int pickedUp() {
    return (int) done.stream().filter(task -> task.kind().equals("pickup")).count();
  }
}

package id.antar.load.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An assignment as its courier sees it.
public record AssignmentView(
    String assignmentId, String state, List<StopView> stops, Instant expiresAt) {

  public boolean isOffered() {
    return state.equals("offered");
  }

  public boolean isAccepted() {
    return state.equals("accepted");
  }

  /// @param kind pickup, dropoff or return
  /// @param point absent while the engine does not know the order's place
  public record StopView(
      String kind,
      String orderId,
      @Nullable Point point,
      @Nullable Instant arrivedAt,
      @Nullable Instant doneAt,
      boolean withdrawn) {}

  public record Open(List<AssignmentView> assignments) {}
}

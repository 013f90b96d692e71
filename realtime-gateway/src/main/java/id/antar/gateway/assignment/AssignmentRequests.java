package id.antar.gateway.assignment;

import id.antar.api.geo.GeoPoint;
import id.antar.gateway.edge.request.Reasoned;
import id.antar.gateway.edge.request.Timed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What couriers and operators send about a trip beyond a reason.
final class AssignmentRequests {

  private AssignmentRequests() {}

  /// @param at where the courier waits with what is in their hands
  record Breakdown(String reason, GeoPoint at, @Nullable Instant occurredAt) implements Timed {
    Breakdown {
      Reasoned.requireReason(reason);
    }
  }
}

package id.antar.dispatch.lab.facts;

import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.geo.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where one courier's trip stands.
final class TripFold {

  final AssignmentOffered offered;
  @Nullable Instant acceptedAt;

  /// Where the courier was last, as far as known, and when the courier left there.
  @Nullable GeoPoint place;

  @Nullable Instant doneAt;

  TripFold(AssignmentOffered offered) {
    this.offered = offered;
  }
}

package id.antar.load.town.report;

import id.antar.load.client.OrderView;
import org.jspecify.annotations.Nullable;

/// What became of one order, as the engine tells it at the end.
///
/// @param order absent if the engine does not know it
/// @param why for an order that was not delivered
record Outcome(String orderId, Kind kind, String why, @Nullable OrderView order) {

  enum Kind {
    DELIVERED,
    CANCELLED,
    /// Brought back.
    NOT_DELIVERED,
    /// Has not come to its end.
    OPEN,
    UNKNOWN
  }
}

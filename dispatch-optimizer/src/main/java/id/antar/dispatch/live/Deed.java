package id.antar.dispatch.live;

import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderId;
import java.util.List;

/// What a round does about one courier.
sealed interface Deed {

  /// All stops, in their order.
  List<Stop> stops();

  default List<OrderId> orders() {
    return stops().stream().map(Stop::orderId).distinct().toList();
  }

  record Offer(CourierId courierId, List<Stop> stops) implements Deed {
    public Offer {
      stops = List.copyOf(stops);
    }
  }

  /// The trip becomes another one.
  record Amend(BoardTrip trip, List<Stop> stops, String reason) implements Deed {
    public Amend {
      stops = List.copyOf(stops);
    }
  }
}

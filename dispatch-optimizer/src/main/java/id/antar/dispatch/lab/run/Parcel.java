package id.antar.dispatch.lab.run;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.dispatch.lab.facts.OrderFacts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An order of a run. Times are seconds from its start, -1 as long as there is none.
final class Parcel {

  final OrderFacts facts;
  GeoPoint pickup;
  int ready;
  int courierBy;
  @Nullable Ride holder;
  boolean carried;
  boolean over;
  boolean struck;
  boolean returning;
  int fetchedAt = -1;
  int pickedUp = -1;
  int delivered = -1;
  int waited;
  double metres;
  @Nullable CourierId courierId;
  private final Map<CourierId, Integer> asked = new HashMap<>();

  Parcel(OrderFacts facts, int ready, int courierBy) {
    this.facts = facts;
    this.pickup = facts.placed().pickup();
    this.ready = ready;
    this.courierBy = courierBy;
  }

  OrderId id() {
    return facts.orderId();
  }

  int askedAgain(CourierId courier) {
    return asked.merge(courier, 1, Integer::sum);
  }
}

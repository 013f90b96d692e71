package id.antar.dispatch.live;

import id.antar.api.dispatch.DispatchEvent.Sighting;
import id.antar.api.order.OrderId;
import id.antar.dispatch.live.Standing.UnderWay;
import id.antar.dispatch.plan.DispatchProblem;
import id.antar.dispatch.plan.DispatchProblem.OpenOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A problem, and who is meant by it.
///
/// @param standings of the problem's couriers, in its order
/// @param without couriers under way for nothing but orders that belong to another
/// @param pinnedToNobody orders whose courier cannot be planned for
record Situation(
    DispatchProblem problem,
    List<Standing> standings,
    List<Standing> without,
    List<OrderId> pinnedToNobody) {

  Situation {
    standings = List.copyOf(standings);
    without = List.copyOf(without);
    pinnedToNobody = List.copyOf(pinnedToNobody);
  }

  List<OrderId> orders() {
    return problem.orders().stream().map(OpenOrder::order).toList();
  }

  OrderId order(int index) {
    return problem.orders().get(index).order();
  }

  List<Sighting> sightings() {
    return standings.stream()
        .map(Standing::fix)
        .map(fix -> new Sighting(fix.courierId(), fix.point(), fix.seenAt()))
        .toList();
  }

  /// Who is fetching what.
  Map<OrderId, UnderWay> held() {
    var held = new HashMap<OrderId, UnderWay>();
    Stream.concat(standings.stream(), without.stream())
        .map(Standing::underWay)
        .forEach(underWay -> {
          if (underWay != null) {
            underWay.orders().forEach(order -> held.put(order.orderId(), underWay));
          }
        });
    return held;
  }
}

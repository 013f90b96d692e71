package id.antar.dispatch.live;

import static id.antar.dispatch.shadow.Figure.*;

import id.antar.api.order.OrderId;
import id.antar.dispatch.live.Planning.Planned;
import id.antar.dispatch.plan.DispatchPolicy;
import id.antar.dispatch.plan.PlanCost;
import id.antar.dispatch.shadow.Figure;
import id.antar.dispatch.shadow.Tally;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/// Two plans of one situation, and how they differ.
final class SideBySide {

  private final Map<Figure, Double> sums = new EnumMap<>(Figure.class);

  private SideBySide() {}

  static Tally of(Planned live, Planned candidate) {
    var sides = new SideBySide();
    sides.orders(live, candidate);
    sides.costs(live, candidate);
    sides.side(live, LIVE_TOLD, LIVE_PLANNED, LIVE_ROAD, LIVE_NANOS);
    sides.side(candidate, CANDIDATE_TOLD, CANDIDATE_PLANNED, CANDIDATE_ROAD, CANDIDATE_NANOS);
    sides.add(ROUNDS, 1);
    return new Tally(sides.sums);
  }

  private void add(Figure figure, double value) {
    sums.merge(figure, value, Double::sum);
  }

  private void orders(Planned live, Planned candidate) {
    Map<OrderId, Foretold> ours = Foretold.of(live);
    Map<OrderId, Foretold> theirs = Foretold.of(candidate);
    Set<OrderId> all = new HashSet<>(live.situation().orders());
    all.addAll(candidate.situation().orders());
    add(ORDERS, all.size());
    int target = live.situation().problem().policy().clickToDoorTarget();
    for (OrderId order : all) {
      Foretold one = ours.get(order);
      Foretold other = theirs.get(order);
      if (one != null && other != null) {
        both(one, other, target);
      } else if (one != null) {
        add(ONLY_LIVE, 1);
      } else if (other != null) {
        add(ONLY_CANDIDATE, 1);
      }
    }
  }

  private void both(Foretold live, Foretold candidate, int target) {
    add(BOTH, 1);
    add(SAME_COURIER, live.courierId().equals(candidate.courierId()) ? 1 : 0);
    add(LIVE_CLICK_TO_DOOR, live.clickToDoor());
    add(CANDIDATE_CLICK_TO_DOOR, candidate.clickToDoor());
    add(LIVE_LATENESS, Math.max(0, live.clickToDoor() - target));
    add(CANDIDATE_LATENESS, Math.max(0, candidate.clickToDoor() - target));
  }

  /// All four or none; and none where the one saw an order that the other did not.
  private void costs(Planned live, Planned candidate) {
    DispatchPolicy ours = live.situation().problem().policy();
    DispatchPolicy theirs = candidate.situation().problem().policy();
    var costs = new EnumMap<Figure, OptionalLong>(Figure.class);
    costs.put(LIVE_COST_BY_LIVE, cost(ours, live));
    costs.put(LIVE_COST_BY_CANDIDATE, cost(theirs, live));
    costs.put(CANDIDATE_COST_BY_LIVE, cost(ours, candidate));
    costs.put(CANDIDATE_COST_BY_CANDIDATE, cost(theirs, candidate));
    boolean same = live.situation().orders().equals(candidate.situation().orders());
    if (same && costs.values().stream().allMatch(OptionalLong::isPresent)) {
      add(COSTED, 1);
      costs.forEach((figure, cost) -> add(figure, (double) cost.getAsLong()));
    }
  }

  private static OptionalLong cost(DispatchPolicy policy, Planned planned) {
    return PlanCost.by(policy, planned.situation().problem(), planned.plan());
  }

  private void side(Planned planned, Figure told, Figure carried, Figure road, Figure nanos) {
    add(told, Deeds.of(planned.situation(), planned.plan()).size());
    add(carried, Foretold.of(planned).size());
    add(road, (double) PlanCost.road(planned.situation().problem(), planned.plan()));
    add(nanos, (double) planned.nanos());
  }
}

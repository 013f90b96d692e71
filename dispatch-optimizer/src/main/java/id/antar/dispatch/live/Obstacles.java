package id.antar.dispatch.live;

import static id.antar.api.dispatch.WhatIf.Obstacle.*;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.WhatIf.Obstacle;
import id.antar.api.order.OrderId;
import id.antar.dispatch.fleet.FleetIndex.Fix;
import id.antar.dispatch.live.Planning.Planned;
import id.antar.dispatch.plan.DispatchPlan.Candidate;
import id.antar.dispatch.plan.DispatchPlan.OrderDecision;
import id.antar.dispatch.plan.DispatchPlan.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a courier cannot have an order that an operator would fix to them.
final class Obstacles {

  private Obstacles() {}

  /// What the board knows without a plan.
  ///
  /// @param fix recent enough to plan by
  static Optional<Obstacle> before(
      BoardSnapshot board,
      @Nullable BoardOrder order,
      @Nullable BoardCourier courier,
      Optional<Fix> fix,
      Instant now) {
    Obstacle ofOrder = ofOrder(board, order);
    return ofOrder == null ? ofCourier(board, courier, fix, now) : Optional.of(ofOrder);
  }

  private static @Nullable Obstacle ofOrder(BoardSnapshot board, @Nullable BoardOrder order) {
    if (order == null) {
      return ORDER_IS_OVER;
    } else if (order.carried()) {
      return PICKED_UP;
    } else if (order.readyAt() == null) {
      return NOT_CONFIRMED;
    } else if (order.dropoff() == null) {
      return NO_DOOR;
    } else if (board.open().contains(order)) {
      return null;
    }
    BoardTrip trip =
        board.trips().values().stream()
            .filter(each -> each.assignmentId().equals(order.heldBy()))
            .findFirst()
            .orElse(null);
    if (trip == null) {
      return OFFERED;
    }
    return trip.heading() == null ? SETTLED : null;
  }

  private static Optional<Obstacle> ofCourier(
      BoardSnapshot board, @Nullable BoardCourier courier, Optional<Fix> fix, Instant now) {
    if (courier == null) {
      return Optional.of(NOT_ON_SHIFT);
    } else if (courier.onBreak()) {
      return Optional.of(ON_BREAK);
    } else if (!courier.isOnDuty(now)) {
      return Optional.of(SHIFT_IS_OVER);
    } else if (board.asked().contains(courier.courierId())) {
      return Optional.of(HAS_AN_OFFER);
    }
    return fix.isPresent() ? Optional.empty() : Optional.of(WITHOUT_POSITION);
  }

  /// What the plan with the pin says.
  static Optional<Obstacle> after(Planned planned, OrderId orderId, CourierId courierId) {
    int index = planned.situation().orders().indexOf(orderId);
    if (index < 0) {
      return Optional.of(NOT_PLANNED);
    }
    Foretold foretold = Foretold.of(planned).get(orderId);
    if (foretold != null && foretold.courierId().equals(courierId)) {
      return Optional.empty();
    }
    OrderDecision decision = planned.plan().orders().get(index);
    return Optional.of(
        decision.outcome() == Outcome.LATER_IS_CHEAPER
            ? LATER_IS_CHEAPER
            : decision.candidates().stream()
                .filter(it -> idOf(planned, it).equals(courierId))
                .findFirst()
                .map(Obstacles::verdict)
                .orElse(NOT_PLANNED));
  }

  private static CourierId idOf(Planned planned, Candidate candidate) {
    return planned.situation().problem().couriers().get(candidate.courier()).courier();
  }

  private static Obstacle verdict(Candidate candidate) {
    return switch (candidate.verdict()) {
      case NO_ROUTE -> NO_ROUTE;
      case TOO_FAR -> TOO_FAR;
      case SHIFT_ENDS -> SHIFT_ENDS;
      case ELIGIBLE, DECLINED, PINNED_TO_ANOTHER -> NOT_PLANNED;
    };
  }
}

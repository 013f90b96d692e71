package id.antar.command.assignment;

import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.courier.CourierId;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderId;
import id.antar.command.courier.ReadingCourier;
import id.antar.command.decider.StreamId;
import id.antar.command.order.ReadingOrder;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/// Accepts an offer by what its courier has in hand: cash that comes in late may have come after
/// dispatch looked. The orders are asked only when it is too much.
final class AcceptingOffer {

  private final Repository<Assignment> assignments;
  private final ReadingCourier couriers;
  private final ReadingOrder orders;
  private final AssignmentRules rules;

  AcceptingOffer(
      Repository<Assignment> assignments,
      ReadingCourier couriers,
      ReadingOrder orders,
      AssignmentRules rules) {
    this.assignments = assignments;
    this.couriers = couriers;
    this.orders = orders;
    this.rules = rules;
  }

  @CommandHandler
  Receipt handle(AcceptOffer command) throws Exception {
    return assignments
        .loadOrCreate(StreamId.of(command.assignmentId()), Assignment::new)
        .invoke(trip ->
            trip.accept(command, offered -> isTooMuch(command.courierId(), offered), rules));
  }

  private boolean isTooMuch(CourierId courierId, List<OrderId> offered) {
    return couriers.hasTooMuchCash(courierId)
        && offered.stream().anyMatch(order -> orders.wantsCashBy(courierId, order));
  }
}

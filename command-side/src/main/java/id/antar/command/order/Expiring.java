package id.antar.command.order;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.order.OrderCommand.ExpireOrder;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.Party;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.InKitchen;
import id.antar.command.order.Known.Submitted;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What an order does not wait for any longer. The command's own time counts: it is the time for
/// which the deadline was set, whatever the clock of the machine that handles it.
final class Expiring {

  private static final Party CLOCK = new Party.Engine("timeouts");

  private Expiring() {}

  static Decision<OrderEvent> expire(Known order, ExpireOrder c, OrderPolicy policy) {
    return switch (c.deadline()) {
      case CONFIRMATION ->
          order instanceof Submitted(_, var confirmBy, _) && hasCome(confirmBy, c)
              ? cancel(order, c, "The merchant has not confirmed in time.")
              : satisfied();
      case COURIER ->
          order instanceof InKitchen kitchen
                  && kitchen.carrier() == null
                  && hasCome(courierBy(kitchen, policy), c)
              ? cancel(order, c, "No courier was found in time.")
              : satisfied();
      case LIFETIME ->
          isBeforePickup(order) && hasCome(order.order().expiresAt(), c)
              ? cancel(order, c, "The order has not come to its end in time.")
              : satisfied();
    };
  }

  /// What a courier has in hand is under way to its end, late or not; it is for operators to call
  /// it off.
  private static boolean isBeforePickup(Known order) {
    return switch (order.stage()) {
      case PLACED, SUBMITTED, CONFIRMED, PREPARING, READY -> true;
      case PICKED_UP, DELIVERY_FAILED, DELIVERED, CANCELLED, RETURNED -> false;
    };
  }

  /// The latest of the times for which a timeout was set: at the confirmation, when the ready time
  /// was put off, when a courier gave the order back or was lost with it.
  private static Instant courierBy(InKitchen kitchen, OrderPolicy policy) {
    var putOff =
        Optional.of(kitchen.readyAt()).filter(it -> it.isAfter(kitchen.confirmed().readyAt()));
    return Stream.of(putOff, Optional.ofNullable(kitchen.givenBackAt()))
        .flatMap(Optional::stream)
        .map(since -> since.plus(policy.courierSearch()))
        .reduce(kitchen.confirmed().courierBy(), (one, other) -> one.isAfter(other) ? one : other);
  }

  private static boolean hasCome(Instant due, ExpireOrder c) {
    return !c.occurredAt().isBefore(due);
  }

  private static Decision<OrderEvent> cancel(Known order, ExpireOrder c, String reason) {
    return accept(Cancelling.cancelled(order, CLOCK, reason, c.occurredAt()));
  }
}

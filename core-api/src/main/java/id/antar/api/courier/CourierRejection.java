package id.antar.api.courier;

import id.antar.api.message.Rejection;
import id.antar.api.money.Money;

/// Why a courier command is refused.
public sealed interface CourierRejection extends Rejection {

  record UnknownCourier(CourierId courierId) implements CourierRejection, NotFound {}

  record CourierAlreadyRegistered(CourierId courierId) implements CourierRejection {}

  /// The duty the courier is in does not allow the command.
  record NotInThisDuty(CourierId courierId, CourierDuty duty, String command)
      implements CourierRejection {}

  record CapacityOutOfRange(int capacity) implements CourierRejection, Invalid {
    @Override
    public String field() {
      return "capacity";
    }
  }

  record NotThatMuchCash(CourierId courierId, Money asked, Money inHand)
      implements CourierRejection {
    @Override
    public String field() {
      return "amount";
    }
  }

  /// The same handover with another amount is another one.
  record HandoverAlreadyCounted(String handoverId, Money counted) implements CourierRejection {
    @Override
    public String field() {
      return "handoverId";
    }
  }

  @Override
  default String detail() {
    return switch (this) {
      case UnknownCourier(var courierId) -> "There is no courier " + courierId + ".";
      case CourierAlreadyRegistered(var courierId) ->
          "Courier " + courierId + " is registered already, with other data.";
      case NotInThisDuty(var courierId, var duty, var command) ->
          command + " is not possible: courier " + courierId + " is " + duty + ".";
      case CapacityOutOfRange(var capacity) ->
          "A capacity of " + capacity + " orders is not within 1 and 10.";
      case HandoverAlreadyCounted(var handoverId, var counted) ->
          "Handover %s was counted before, with %d minor units of %s."
              .formatted(handoverId, counted.minor(), counted.currency());
      case NotThatMuchCash(var courierId, var asked, var inHand) ->
          "Courier %s has %d minor units of %s in hand, not %d of %s."
              .formatted(
                  courierId, inHand.minor(), inHand.currency(), asked.minor(), asked.currency());
    };
  }
}

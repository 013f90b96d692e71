package id.antar.api.courier;

import id.antar.api.message.Rejection;
import id.antar.api.money.Money;

/// Why a courier command is refused.
public sealed interface CourierRejection extends Rejection {

  record UnknownCourier(CourierId courierId) implements CourierRejection {
    @Override
    public String detail() {
      return "There is no courier " + courierId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record CourierAlreadyRegistered(CourierId courierId) implements CourierRejection {
    @Override
    public String detail() {
      return "Courier " + courierId + " is registered already, with other data.";
    }
  }

  /// The duty the courier is in does not allow the command.
  record NotInThisDuty(CourierId courierId, CourierDuty duty, String command)
      implements CourierRejection {
    @Override
    public String detail() {
      return command + " is not possible: courier " + courierId + " is " + duty + ".";
    }
  }

  record CapacityOutOfRange(int capacity) implements CourierRejection {
    @Override
    public String detail() {
      return "A capacity of " + capacity + " orders is not within 1 and 10.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "capacity";
    }
  }

  record NotThatMuchCash(CourierId courierId, Money asked, Money inHand)
      implements CourierRejection {
    @Override
    public String detail() {
      return "Courier %s has %d minor units of %s in hand, not %d of %s."
          .formatted(courierId, inHand.minor(), inHand.currency(), asked.minor(), asked.currency());
    }

    @Override
    public String field() {
      return "amount";
    }
  }

  /// The same handover with another amount is another one.
  record HandoverAlreadyCounted(String handoverId, Money counted) implements CourierRejection {
    @Override
    public String detail() {
      return "Handover %s was counted before, with %d minor units of %s."
          .formatted(handoverId, counted.minor(), counted.currency());
    }

    @Override
    public String field() {
      return "handoverId";
    }
  }
}

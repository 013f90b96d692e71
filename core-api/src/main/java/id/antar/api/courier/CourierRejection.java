package id.antar.api.courier;

import id.antar.api.message.Rejection;

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
}

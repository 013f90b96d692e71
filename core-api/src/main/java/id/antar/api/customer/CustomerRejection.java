package id.antar.api.customer;

import id.antar.api.message.Rejection;

/// Why a customer command is refused.
public sealed interface CustomerRejection extends Rejection {

  record UnknownCustomer(CustomerId customerId) implements CustomerRejection {
    @Override
    public String detail() {
      return "There is no customer " + customerId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record CustomerAlreadyRegistered(CustomerId customerId) implements CustomerRejection {
    @Override
    public String detail() {
      return "Customer " + customerId + " is registered already, with other data.";
    }
  }
}

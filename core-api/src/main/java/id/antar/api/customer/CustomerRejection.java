package id.antar.api.customer;

import id.antar.api.message.Rejection;

/// Why a customer command is refused.
public sealed interface CustomerRejection extends Rejection {

  record UnknownCustomer(CustomerId customerId) implements CustomerRejection, NotFound {}

  record CustomerAlreadyRegistered(CustomerId customerId) implements CustomerRejection {}

  @Override
  default String detail() {
    return switch (this) {
      case UnknownCustomer(var customerId) -> "There is no customer " + customerId + ".";
      case CustomerAlreadyRegistered(var customerId) ->
          "Customer " + customerId + " is registered already, with other data.";
    };
  }
}

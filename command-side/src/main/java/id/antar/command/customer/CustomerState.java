package id.antar.command.customer;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.customer.CustomerCommand;
import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerCommand.ReviseContact;
import id.antar.api.customer.CustomerEvent;
import id.antar.api.customer.CustomerEvent.ContactRevised;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerRejection.CustomerAlreadyRegistered;
import id.antar.api.customer.CustomerRejection.UnknownCustomer;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.command.decider.Decision;

/// A customer's record.
sealed interface CustomerState {

  record Unregistered() implements CustomerState {}

  record Registered(Personal<Contact> registeredWith, Personal<Contact> contact)
      implements CustomerState {}

  default Decision<CustomerEvent> decide(CustomerCommand command) {
    return switch (this) {
      case Unregistered _ ->
          switch (command) {
            case RegisterCustomer c ->
                accept(new CustomerRegistered(c.customerId(), c.contact(), c.occurredAt()));
            case ReviseContact c -> reject(new UnknownCustomer(c.customerId()));
          };
      case Registered customer ->
          switch (command) {
            case RegisterCustomer c ->
                customer.registeredWith().equals(c.contact())
                    ? satisfied()
                    : reject(new CustomerAlreadyRegistered(c.customerId()));
            case ReviseContact c ->
                customer.contact().equals(c.contact())
                    ? satisfied()
                    : accept(new ContactRevised(c.customerId(), c.contact(), c.occurredAt()));
          };
    };
  }

  default CustomerState evolve(CustomerEvent event) {
    return switch (event) {
      case CustomerRegistered e -> new Registered(e.contact(), e.contact());
      case ContactRevised e -> {
        if (!(this instanceof Registered customer)) {
          throw new IllegalStateException(
              "The customer's events do not begin with CustomerRegistered.");
        }
        yield new Registered(customer.registeredWith(), e.contact());
      }
    };
  }
}

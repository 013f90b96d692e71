package id.antar.command.customer;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.RECIPIENT;
import static id.antar.command.Cast.at;

import id.antar.api.customer.CustomerCommand;
import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerCommand.ReviseContact;
import id.antar.api.customer.CustomerEvent;
import id.antar.api.customer.CustomerEvent.ContactRevised;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerRejection.CustomerAlreadyRegistered;
import id.antar.api.customer.CustomerRejection.UnknownCustomer;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.command.decider.History;
import org.junit.jupiter.api.Test;

class CustomerTest {

  private static final Personal<Contact> MARRIED =
      Personal.of(new PersonId("ada"), new Contact("Ada L.", "+377 4712"));
  private static final CustomerRegistered REGISTERED = new CustomerRegistered(ADA, RECIPIENT, NOON);
  private static final ContactRevised REVISED = new ContactRevised(ADA, MARRIED, at(1));

  @Test
  void aCustomerIsRegisteredOnce() {
    given().when(new RegisterCustomer(ADA, RECIPIENT, NOON)).then(REGISTERED);
    given(REGISTERED, REVISED).when(new RegisterCustomer(ADA, RECIPIENT, NOON)).thenNothing();
    given(REGISTERED)
        .when(new RegisterCustomer(ADA, MARRIED, NOON))
        .thenRefused(new CustomerAlreadyRegistered(ADA));
  }

  @Test
  void theContactMayChange() {
    given(REGISTERED).when(new ReviseContact(ADA, MARRIED, at(1))).then(REVISED);
    given(REGISTERED, REVISED).when(new ReviseContact(ADA, MARRIED, at(1))).thenNothing();
  }

  @Test
  void anUnknownCustomerIsUnknown() {
    given().when(new ReviseContact(ADA, MARRIED, at(1))).thenRefused(new UnknownCustomer(ADA));
  }

  private static History<CustomerState, CustomerCommand, CustomerEvent> given(
      CustomerEvent... events) {
    return new History<CustomerState, CustomerCommand, CustomerEvent>(
            new CustomerState.Unregistered(), CustomerState::evolve, CustomerState::decide)
        .and(events);
  }
}

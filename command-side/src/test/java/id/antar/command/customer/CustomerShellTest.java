package id.antar.command.customer;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.RECIPIENT;

import id.antar.api.customer.CustomerCommand;
import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerCommand.ReviseContact;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerRejection.UnknownCustomer;
import id.antar.api.message.Receipt;
import id.antar.command.decider.TargetOf;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/// That Axon finds what is annotated.
class CustomerShellTest {

  private final FixtureConfiguration<Customer> fixture =
      new AggregateTestFixture<>(Customer.class)
          .registerCommandTargetResolver(
              new TargetOf<>(CustomerCommand.class, CustomerCommand::customerId));

  @Test
  void itAcceptsWithItsFirstFact() {
    fixture
        .givenNoPriorActivity()
        .when(new RegisterCustomer(ADA, RECIPIENT, NOON))
        .expectEvents(new CustomerRegistered(ADA, RECIPIENT, NOON))
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itAcceptsARepeatWithoutOne() {
    fixture
        .given(new CustomerRegistered(ADA, RECIPIENT, NOON))
        .when(new RegisterCustomer(ADA, RECIPIENT, NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.accepted());
  }

  @Test
  void itRefusesByItsReceiptBeforeItExists() {
    fixture
        .givenNoPriorActivity()
        .when(new ReviseContact(ADA, RECIPIENT, NOON))
        .expectNoEvents()
        .expectResultMessagePayload(Receipt.rejected(new UnknownCustomer(ADA)));
  }
}

package id.antar.command.customer;

import static id.antar.command.decider.Deciding.answer;

import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerCommand.ReviseContact;
import id.antar.api.customer.CustomerEvent;
import id.antar.api.message.Receipt;
import id.antar.command.decider.Decides;
import id.antar.command.decider.StreamId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/// A customer, as Axon keeps it.
final class Customer {

  @AggregateIdentifier private @Nullable String id;
  private CustomerState state = new CustomerState.Unregistered();

  @Decides
  Receipt handle(RegisterCustomer command) {
    return answer(state.decide(command));
  }

  @Decides
  Receipt handle(ReviseContact command) {
    return answer(state.decide(command));
  }

  @EventSourcingHandler
  void on(CustomerEvent event) {
    id = StreamId.of(event.customerId());
    state = state.evolve(event);
  }
}

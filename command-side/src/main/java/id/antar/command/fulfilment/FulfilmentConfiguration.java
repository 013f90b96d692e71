package id.antar.command.fulfilment;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.command.process.ProcessModule;
import id.antar.command.process.Reacting;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Ties orders to the assignments that carry them.
@Configuration(proxyBeanMethods = false)
public class FulfilmentConfiguration {

  static final String GROUP = "process.fulfilment";

  @Bean
  ConfigurerModule fulfilmentProcess() {
    return ProcessModule.of(
        GROUP,
        FulfilmentConfiguration::tripOf,
        c -> new WhenOfferAcceptedThenAssignCourier(reacting(c)),
        c -> new WhenAssignmentAmendedThenTellItsOrders(reacting(c)),
        c -> new WhenAssignmentAbandonedThenTellItsOrders(reacting(c)),
        c -> new WhenAssignmentAbandonedThenStartABreak(reacting(c)),
        c -> new WhenOrdersReleasedThenUnassignCourier(reacting(c)),
        c -> new WhenPickupRecordedThenMarkPickedUp(reacting(c)),
        c -> new WhenDropoffEndsThenTellTheOrder(reacting(c)),
        c -> new WhenOrderCancelledThenWithdrawIt(reacting(c)));
  }

  /// A trip's facts are told to its orders one after the other, and so is what its orders tell the
  /// trip. Between two trips of one order stand the order's own guards.
  static @Nullable Object tripOf(EventMessage<?> event) {
    return switch (event.getPayload()) {
      case AssignmentEvent e -> e.assignmentId().value();
      case OrderCancelled e -> tripOf(e);
      case OrderEvent e -> e.orderId().value();
      default -> null;
    };
  }

  private static String tripOf(OrderCancelled event) {
    AssignmentId assignmentId = event.assignmentId();
    return assignmentId == null ? event.orderId().value() : assignmentId.value();
  }

  private static Reacting reacting(org.axonframework.config.Configuration axon) {
    return new Reacting(axon.commandGateway(), "fulfilment");
  }
}

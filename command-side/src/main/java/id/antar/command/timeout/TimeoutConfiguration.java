package id.antar.command.timeout;

import id.antar.command.order.OrderPolicy;
import id.antar.command.process.ProcessModule;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Everything that waits for the clock. Each timeout stands for itself, so none has to wait for
/// another.
@Configuration(proxyBeanMethods = false)
public class TimeoutConfiguration {

  static final String GROUP = "process.timeouts";

  /// The port is looked up when the handlers are made: what implements it may itself need Axon.
  @Bean
  ConfigurerModule timeoutProcess(
      ObjectProvider<ScheduleTimeout> timeouts, ObjectProvider<OrderPolicy> policy) {
    return ProcessModule.of(
        GROUP,
        EventMessage::getIdentifier,
        _ ->
            new WhenOrderAdvancesThenSetItsDeadline(
                timeouts.getObject(), policy.getIfAvailable(OrderPolicy::standard)),
        _ -> new WhenPaymentRequestedThenSetItsExpiry(timeouts.getObject()),
        _ -> new WhenChargeComesToNothingThenSetEndOfRetrying(timeouts.getObject()),
        _ -> new WhenAssignmentOfferedThenSetItsExpiry(timeouts.getObject()),
        _ -> new WhenShiftStartedThenSetItsEnd(timeouts.getObject()));
  }
}

package id.antar.command.payment;

import id.antar.api.order.OrderEvent;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.AggregateModule;
import id.antar.command.process.ProcessModule;
import id.antar.command.process.Reacting;
import id.antar.command.timeout.ScheduleTimeout;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PaymentConfiguration {

  static final String GROUP = "process.payment";

  @Bean
  ConfigurerModule paymentAggregate() {
    return AggregateModule.cached(Payment.class, PaymentCommand.class);
  }

  @Bean
  PaymentRules paymentRules(ObjectProvider<PaymentPolicy> policy, EngineClock clock) {
    return new PaymentRules(policy.getIfAvailable(PaymentPolicy::standard), clock);
  }

  /// The ports are looked up when the handlers are made: what implements them may itself need Axon.
  @Bean
  ConfigurerModule askingGateway(
      ObjectProvider<PaymentGateway> gateway,
      ObjectProvider<ScheduleTimeout> timeouts,
      PaymentRules rules) {
    return configurer ->
        configurer.registerCommandHandler(c ->
            new AskingGateway(
                c.repository(Payment.class),
                gateway.getObject(),
                timeouts.getObject(),
                reacting(c),
                rules));
  }

  @Bean
  ConfigurerModule paymentProcess() {
    return ProcessModule.of(
        GROUP,
        PaymentConfiguration::orderOf,
        c -> new WhenOrderPlacedThenRequestPayment(reacting(c)),
        c -> new WhenTipGivenThenRequestPayment(reacting(c)),
        c -> new WhenChargeWaitsThenAskGateway(reacting(c)),
        c -> new WhenPaymentSecuredThenConfirmIt(reacting(c)),
        c -> new WhenTipCompletedThenConfirmIt(reacting(c)),
        c -> new WhenTipFailsThenTellItsOrder(reacting(c)),
        c -> new WhenPaymentFailsThenCancelOrder(reacting(c)),
        c -> new WhenOrderEndsUndeliveredThenReversePayment(reacting(c)),
        c -> new WhenRefundRequestedThenAskGateway(reacting(c)),
        c -> new WhenOrderDeliveredThenCollectCash(reacting(c)),
        c -> new WhenCashCollectedThenTakeCash(reacting(c)));
  }

  /// An order's facts and its payment's are handled one after the other.
  static @Nullable Object orderOf(EventMessage<?> event) {
    return switch (event.getPayload()) {
      case OrderEvent e -> e.orderId().value();
      case PaymentEvent e -> e.orderId().value();
      default -> null;
    };
  }

  private static Reacting reacting(org.axonframework.config.Configuration axon) {
    return new Reacting(axon.commandGateway(), "payment");
  }
}

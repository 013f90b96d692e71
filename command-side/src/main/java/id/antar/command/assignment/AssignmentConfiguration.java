package id.antar.command.assignment;

import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.time.EngineClock;
import id.antar.command.courier.CashPolicy;
import id.antar.command.courier.ReadingCourier;
import id.antar.command.decider.AggregateModule;
import id.antar.command.order.ReadingOrder;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AssignmentConfiguration {

  @Bean
  ConfigurerModule assignmentAggregate() {
    return AggregateModule.cached(Assignment.class, AssignmentCommand.class);
  }

  @Bean
  ConfigurerModule acceptingOffer(AssignmentRules rules, ObjectProvider<CashPolicy> cash) {
    CashPolicy policy = cash.getIfAvailable(CashPolicy::standard);
    return configurer ->
        configurer.registerCommandHandler(c ->
            new AcceptingOffer(
                c.repository(Assignment.class),
                ReadingCourier.of(c, policy),
                ReadingOrder.of(c),
                rules));
  }

  @Bean
  AssignmentRules assignmentRules(EngineClock clock) {
    return new AssignmentRules(clock);
  }
}

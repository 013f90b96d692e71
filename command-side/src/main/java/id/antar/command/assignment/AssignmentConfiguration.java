package id.antar.command.assignment;

import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.AggregateModule;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AssignmentConfiguration {

  @Bean
  ConfigurerModule assignmentAggregate() {
    return AggregateModule.cached(
        Assignment.class, AssignmentCommand.class, AssignmentCommand::assignmentId);
  }

  @Bean
  AssignmentRules assignmentRules(EngineClock clock) {
    return new AssignmentRules(clock);
  }
}

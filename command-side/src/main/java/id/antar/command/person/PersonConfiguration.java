package id.antar.command.person;

import id.antar.api.person.PersonCommand;
import id.antar.command.decider.AggregateModule;
import id.antar.command.process.ProcessModule;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class PersonConfiguration {

  static final String GROUP = "process.person";

  @Bean
  ConfigurerModule personAggregate() {
    return AggregateModule.uncached(Person.class, PersonCommand.class);
  }

  @Bean
  ConfigurerModule personProcess(ObjectProvider<ErasePerson> erasing) {
    return ProcessModule.of(
        GROUP,
        SequentialPerAggregatePolicy.instance()::getSequenceIdentifierFor,
        _ -> new WhenPersonForgottenThenErase(erasing.getObject()));
  }
}

package id.antar.command.audit;

import id.antar.api.audit.RecordRefusal;
import id.antar.api.time.EngineClock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

  @Bean
  ConfigurerModule auditReads() {
    return configurer -> configurer.registerCommandHandler(axon -> new AuditReads(axon.eventBus()));
  }

  @Bean
  ConfigurerModule refusedCommands(ObjectProvider<RecordRefusal> refusals, EngineClock clock) {
    return configurer ->
        configurer.onInitialize(axon ->
            axon.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () ->
                    axon.commandBus()
                        .registerHandlerInterceptor(
                            new RefusedCommands(refusals.getObject(), clock))));
  }
}

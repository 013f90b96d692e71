package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Receipt;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.infra.startup.EngineStart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/// An engine that has the command side and nothing else.
class CommandRoleIT {
  private static final String NAME = "command-engine";
  private static final CustomerId ADA = new CustomerId("ada");

  @Test
  void itComesUpAndDecides() throws Exception {
    var clockBefore = GenericEventMessage.clock;
    TestEngine.clear(NAME);
    List<String> options = new ArrayList<>(TestEngine.options(NAME, 1));
    options.add("--antar.roles=command");
    options.add(TestEngine.WITHOUT_SEARCH);
    try (ConfigurableApplicationContext engine =
        EngineStart.application().run(options.toArray(String[]::new))) {
      var registered =
          new RegisterCustomer(
              ADA,
              Personal.of(ADA.personId(), new Contact("Ada", "+377 1234")),
              engine.getBean(EngineClock.class).instant());
      Object receipt =
          engine.getBean(CommandGateway.class).send(registered).get(10, TimeUnit.SECONDS);

      assertThat(receipt).isEqualTo(Receipt.accepted());
      assertThat(engine.getBean(EventStore.class).readEvents("customer:ada").asStream()).hasSize(1);
    } finally {
      GenericEventMessage.clock = clockBefore;
    }
  }
}

package id.antar.infra.personal;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Receipt;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.infra.engine.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ForgettingIT {
  private final String id = "forget-" + UUID.randomUUID();
  private final PersonId person = new PersonId(id);

  private void register() throws Exception {
    Receipt receipt =
        TestEngine.bean(CommandGateway.class)
            .<Receipt>send(
                new RegisterCustomer(
                    new CustomerId(id),
                    Personal.of(person, new Contact("Very Secret", "+377 55 55")),
                    TestEngine.bean(EngineClock.class).instant()))
            .get(10, TimeUnit.SECONDS);
    assertThat(receipt).isEqualTo(Receipt.accepted());
  }

  private Personal<Contact> stored() {
    return TestEngine.bean(EventStore.class)
        .readEvents("customer:" + id)
        .asStream()
        .map(event -> ((CustomerRegistered) event.getPayload()).contact())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPersonWhoseKeyIsDroppedIsForgottenByHistory() throws Exception {
    register();
    String inTheDatabase =
        JdbcClient.create(TestEngine.bean(DataSource.class))
            .sql("SELECT payload FROM domain_event WHERE aggregate_id = ?")
            .param("customer:" + id)
            .query((row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
            .single();

    assertThat(inTheDatabase).contains("\"sealed\"").doesNotContain("Very Secret", "+377");
    assertThat(stored().find()).contains(new Contact("Very Secret", "+377 55 55"));

    TestEngine.bean(PersonKeys.class).drop(person);

    assertThat(stored()).isEqualTo(Personal.forgotten(person));
  }
}

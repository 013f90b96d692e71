package id.antar.infra.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.antar.api.customer.CustomerCommand;
import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerCommand.ReviseContact;
import id.antar.api.customer.CustomerEvent;
import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.person.Contact;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.infra.engine.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever can write to the database can move what is sealed, and is found out.
class MovedDataIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PARKING = "query.register";

  private final CustomerId ada = new CustomerId("moved-" + UUID.randomUUID());
  private final Instant now = TestEngine.bean(EngineClock.class).instant();
  private final JdbcClient database = JdbcClient.create(TestEngine.bean(DataSource.class));
  private final TransactionTemplate transaction =
      new TransactionTemplate(TestEngine.bean(PlatformTransactionManager.class));

  private static void send(CustomerCommand command) throws Exception {
    var _ = TestEngine.bean(CommandGateway.class).send(command).get(10, TimeUnit.SECONDS);
  }

  private Personal<Contact> contact(CustomerId of, String name) {
    return Personal.of(of.personId(), new Contact(name, "+377 1234"));
  }

  private List<CustomerEvent> history() {
    return TestEngine.bean(EventStore.class)
        .readEvents("customer:" + ada)
        .asStream()
        .map(event -> (CustomerEvent) event.getPayload())
        .toList();
  }

  private void swap(String table, String column, String key, Object one, Object other) {
    transaction.executeWithoutResult(_ -> {
      List<byte[]> values =
          List.of(one, other).stream()
              .map(it ->
                  database
                      .sql("SELECT " + column + " FROM " + table + " WHERE " + key + " = ?")
                      .param(it)
                      .query((row, _) -> row.getBytes(1))
                      .single())
              .toList();
      put(table, column, key, one, values.getLast());
      put(table, column, key, other, values.getFirst());
    });
  }

  private void put(String table, String column, String key, Object where, byte[] value) {
    int changed =
        database
            .sql("UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = ?")
            .params(value, where)
            .update();
    assertThat(changed).isEqualTo(1);
  }

  private List<Long> indexes() {
    return transaction.execute(_ ->
        database
            .sql("SELECT global_index FROM domain_event WHERE aggregate_id = ? ORDER BY 1")
            .param("customer:" + ada)
            .query(Long.class)
            .list());
  }

  /// A running engine has the latest events in memory, as they were read before anybody moved
  /// anything. Who begins from the first event reads the store.
  @Test
  void ciphertextMovedToAnotherEventIsRefusedAndTheEventParked() throws Exception {
    StreamingEventProcessor parking =
        TestEngine.bean(EventProcessingConfiguration.class)
            .eventProcessor(PARKING, StreamingEventProcessor.class)
            .orElseThrow();
    send(new RegisterCustomer(ada, contact(ada, "Ada"), now));
    send(new ReviseContact(ada, contact(ada, "Ada L."), now));
    awaitView(ada, "Ada L.");
    assertThat(history()).hasSize(2);
    List<Long> events = indexes();
    parking.shutDown();
    swap("domain_event", "payload", "global_index", events.getFirst(), events.getLast());
    try {
      assertThatThrownBy(this::history).hasStackTraceContaining("sealed elsewhere");

      parking.resetTokens();
      parking.start();
      await().atMost(PATIENCE).until(() -> !reasons().isEmpty());
      assertThat(reasons()).allMatch(it -> it.contains("sealed elsewhere") && !it.contains("Ada"));
    } finally {
      swap("domain_event", "payload", "global_index", events.getFirst(), events.getLast());
      parking.start();
    }
    assertThat(history()).hasSize(2);
    forgetParked();
  }

  private List<String> reasons() {
    return transaction.execute(_ ->
        database
            .sql(
                """
                SELECT cause_message FROM dead_letter
                WHERE processing_group = ? AND sequence_id = ?\
                """)
            .params(PARKING, "customer:" + ada)
            .query(String.class)
            .list());
  }

  private void forgetParked() {
    transaction.executeWithoutResult(_ ->
        database
            .sql("DELETE FROM dead_letter WHERE sequence_id = ?")
            .param("customer:" + ada)
            .update());
  }

  @Test
  void ciphertextMovedToAnotherRowIsRefused() throws Exception {
    var eve = new CustomerId("moved-" + UUID.randomUUID());
    send(new RegisterCustomer(ada, contact(ada, "Ada"), now));
    send(new RegisterCustomer(eve, contact(eve, "Eve"), now));
    awaitView(ada, "Ada");
    awaitView(eve, "Eve");

    swap("query_customer", "state", "id", ada.value(), eve.value());
    try {
      assertThatThrownBy(() -> view(ada)).hasStackTraceContaining("sealed elsewhere");
    } finally {
      swap("query_customer", "state", "id", ada.value(), eve.value());
    }
    assertThat(view(ada).contact()).isEqualTo(contact(ada, "Ada"));
  }

  private static CustomerView view(CustomerId id) throws Exception {
    return TestEngine.bean(QueryGateway.class)
        .query(new GetCustomer(id), CustomerView.class)
        .get(10, TimeUnit.SECONDS);
  }

  private void awaitView(CustomerId id, String name) {
    await()
        .atMost(PATIENCE)
        .until(() -> view(id) != null && view(id).contact().equals(contact(id, name)));
  }
}

package id.antar.infra.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.customer.CustomerCommand.RegisterCustomer;
import id.antar.api.customer.CustomerEvent.CustomerRegistered;
import id.antar.api.customer.CustomerId;
import id.antar.api.message.Actor;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonCommand.ForgetPerson;
import id.antar.api.person.PersonCommand.Ground;
import id.antar.api.person.PersonId;
import id.antar.api.person.PersonRejection.PersonIsForgotten;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.command.person.ErasePerson;
import id.antar.gateway.edge.idempotency.RememberRequest;
import id.antar.gateway.edge.idempotency.RememberRequest.Answer;
import id.antar.gateway.edge.idempotency.RememberRequest.Claim;
import id.antar.gateway.edge.idempotency.RememberRequest.RequestKey;
import id.antar.infra.engine.TestEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ForgettingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String id = "forget-" + UUID.randomUUID();
  private final PersonId person = new PersonId(id);

  private CommandMessage<?> registration() {
    return GenericCommandMessage.asCommandMessage(
        new RegisterCustomer(
            new CustomerId(id),
            Personal.of(person, new Contact("Very Secret", "+377 55 55")),
            TestEngine.bean(EngineClock.class).instant()));
  }

  private void register() throws Exception {
    assertThat(send(registration())).isEqualTo(Receipt.accepted());
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

  @Test
  void anErasureThatWasInterruptedIsGoneOnWith() throws Exception {
    register();
    List<EventProcessor> processors =
        Stream.of("process.person", "engine.persons")
            .map(it -> processing().eventProcessor(it, EventProcessor.class).orElseThrow())
            .toList();
    processors.forEach(EventProcessor::shutDown);
    try {
      assertThat(send(forget())).isEqualTo(Receipt.accepted());
      assertThat(stored().isForgotten()).isFalse();
    } finally {
      processors.forEach(EventProcessor::start);
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored().isForgotten()).isTrue());
    assertThat(send(forget())).isEqualTo(Receipt.accepted());
  }

  @Test
  void whatARequestWasAnsweredWithIsSealedAndGoesWithThePerson() throws Exception {
    var key = new RequestKey(Actor.parse("customer:" + id), "key");
    RememberRequest memory = TestEngine.bean(RememberRequest.class);
    Claim claim = Objects.requireNonNull(memory.claim(key, "print", PATIENCE).block());
    String ticket = ((Claim.Granted) claim).ticket();
    memory.remember(key, ticket, new Answer(200, Map.of(), "Very Secret")).block();
    assertThat(answersKept()).singleElement().asString().isNotEmpty().doesNotContain("Secret");

    TestEngine.bean(ErasePerson.class).erase(new CustomerId(id).personId());

    assertThat(answersKept()).isEmpty();
  }

  @Test
  void nothingNewIsKeptOfAPersonWhoIsForgotten() throws Exception {
    TestEngine.bean(ErasePerson.class).erase(person);

    assertThat(send(registration().withMetaData(Map.of(MetaKeys.ACTOR, "operator:o"))))
        .isEqualTo(Receipt.rejected(new PersonIsForgotten(person)));
  }

  private static EventProcessingConfiguration processing() {
    return TestEngine.bean(EventProcessingConfiguration.class);
  }

  private ForgetPerson forget() {
    Actor self = Actor.parse("customer:" + id);
    Instant now = TestEngine.bean(EngineClock.class).instant();
    return new ForgetPerson(person, self, Ground.OWN_REQUEST, List.of(), now);
  }

  private static Receipt send(Object command) throws Exception {
    return TestEngine.bean(CommandGateway.class).<Receipt>send(command).get(10, TimeUnit.SECONDS);
  }

  private List<@Nullable String> answersKept() {
    return JdbcClient.create(TestEngine.bean(DataSource.class))
        .sql("SELECT body FROM answered_request WHERE actor = ?")
        .param("customer:" + id)
        .query(String.class)
        .list();
  }
}

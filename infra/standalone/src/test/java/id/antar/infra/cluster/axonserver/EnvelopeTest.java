package id.antar.infra.cluster.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.MetaKeys;
import id.antar.api.person.Personal;
import id.antar.infra.cluster.WireJson;
import id.antar.infra.personal.InMemoryPersonKeys;
import io.axoniq.axonserver.grpc.command.Command;
import java.time.Instant;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.CommandSerializer;
import org.axonframework.axonserver.connector.query.QuerySerializer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/// As the server has it.
class EnvelopeTest {
  private static final CustomerId ADA = new CustomerId("ada");
  private static final GetCustomer ASKED = new GetCustomer(ADA);
  private static final MetaData MARKS =
      MetaData.with(MetaKeys.ACTOR, "customer:ada")
          .and(MetaKeys.CLIENT_ADDRESS, Personal.of(ADA.personId(), "203.0.113.7"))
          .and(MetaKeys.CORRELATION_ID, "7");

  private final Instant soon = Instant.now().plusSeconds(60);
  private final Serializer json = new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1");
  private final AxonServerConfiguration settings =
      AxonServerConfiguration.builder().componentName("antar").clientId("here").build();
  private final CommandSerializer commands = new CommandSerializer(json, settings);
  private final QuerySerializer queries = new QuerySerializer(json, json, settings);
  private final Envelope envelope = new Envelope("town");

  private Command sent(CommandMessage<?> command, Instant until) {
    return commands.serialize(envelope.seal(command, until), "customer:ada", 0);
  }

  @Test
  void aCommandComesOutAsItWentIn() {
    var command = new GenericCommandMessage<>(ASKED, MARKS);

    CommandMessage<?> opened = envelope.open(commands.deserialize(sent(command, soon)));

    assertThat(opened.getIdentifier()).isEqualTo(command.getIdentifier());
    assertThat(opened.getCommandName()).isEqualTo(command.getCommandName());
    assertThat(opened.getPayload()).isEqualTo(ASKED);
    assertThat(opened.getMetaData()).isEqualTo(MARKS);
  }

  @Test
  void aQueryComesOutAsItWentInWithANumberOfItsOwn() {
    var query = new GenericQueryMessage<>(ASKED, ResponseTypes.instanceOf(ASKED.answer()));

    QueryMessage<?, ?> sealed = envelope.seal(query.withMetaData(MARKS), "second", soon);
    QueryMessage<?, ?> opened =
        envelope.open(queries.deserializeRequest(queries.serializeRequest(sealed, 1, 1_000, 0)));

    assertThat(opened.getIdentifier()).isEqualTo("second");
    assertThat(opened.getQueryName()).isEqualTo(query.getQueryName());
    assertThat(opened.getPayload()).isEqualTo(ASKED);
    assertThat(opened.getMetaData()).isEqualTo(MARKS);
    assertThat(opened.getResponseType()).isEqualTo(query.getResponseType());
  }

  @Test
  void theServerTellsClustersApartAndSeesNothingPersonal() {
    Command sent = sent(new GenericCommandMessage<>(ASKED, MARKS), soon);

    assertThat(sent.getName()).isEqualTo("town/" + GetCustomer.class.getName());
    assertThat(new String(sent.toByteArray(), UTF_8)).contains("ada").doesNotContain("203.0.113.7");
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsTooLate() {
    var command = new GenericCommandMessage<>(ASKED, MARKS);

    assertThat(Envelope.isTooLate(commands.deserialize(sent(command, soon)))).isFalse();
    assertThat(Envelope.isTooLate(commands.deserialize(sent(command, Instant.EPOCH)))).isTrue();
  }

  @Test
  void whatIsAddedOnTheWayStays() {
    var sealed = envelope.seal(new GenericCommandMessage<>(ASKED, MARKS), soon);

    var opened = envelope.open(sealed.andMetaData(MetaData.with("traceparent", "00-1-2-01")));

    assertThat(opened.getMetaData()).isEqualTo(MARKS.and("traceparent", "00-1-2-01"));
  }
}

package id.antar.infra.cluster.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.person.Personal;
import id.antar.infra.cluster.Wire;
import id.antar.infra.cluster.Wire.Answer;
import id.antar.infra.cluster.Wire.AskedCommand;
import id.antar.infra.cluster.Wire.AskedQuery;
import id.antar.infra.cluster.WireJson;
import id.antar.infra.personal.InMemoryPersonKeys;
import io.axoniq.axonserver.grpc.command.Command;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.CommandSerializer;
import org.axonframework.axonserver.connector.query.QuerySerializer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
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
          .and(MetaKeys.TRACE_PARENT, "00-1-2-01");

  private final Instant soon = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
  private final Serializer json = new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1");
  private final Wire wire = new Wire(json);
  private final AxonServerConfiguration settings =
      AxonServerConfiguration.builder().componentName("antar").clientId("here").build();
  private final CommandSerializer commands = new CommandSerializer(new PlainBytes(), settings);
  private final QuerySerializer queries = new QuerySerializer(new PlainBytes(), json, settings);
  private final Envelope envelope = envelope(1);

  private Envelope envelope(int key) {
    return new Envelope("town", wire, _ -> "customer:ada", new Seal(new byte[] {1, 2, (byte) key}));
  }

  private Command sent(CommandMessage<?> command) {
    CommandMessage<byte[]> sealed = envelope.seal(command, soon);
    return commands.serialize(sealed, Envelope.routingKey(sealed), 0);
  }

  @Test
  void aCommandComesOutAsItWentIn() {
    var command = new GenericCommandMessage<>(ASKED, MARKS);

    var opened = (AskedCommand) envelope.open(commands.deserialize(sent(command)));

    assertThat(opened.until()).isEqualTo(soon);
    assertThat(opened.command().getIdentifier()).isEqualTo(command.getIdentifier());
    assertThat(opened.name()).isEqualTo(command.getCommandName());
    assertThat(opened.command().getPayload()).isEqualTo(ASKED);
    assertThat(opened.command().getMetaData()).isEqualTo(MARKS);
  }

  @Test
  void aQueryComesOutAsItWentInAndHasAnotherNumberEachTime() {
    var query = new GenericQueryMessage<>(ASKED, ResponseTypes.instanceOf(ASKED.answer()));

    QueryMessage<?, ?> sealed = envelope.seal(query.withMetaData(MARKS), soon);
    var opened =
        (AskedQuery)
            envelope.open(
                queries.deserializeRequest(queries.serializeRequest(sealed, 1, 1_000, 0)));

    assertThat(sealed.getIdentifier()).isNotEqualTo(envelope.seal(query, soon).getIdentifier());
    assertThat(opened.name()).isEqualTo(query.getQueryName());
    assertThat(opened.query().getPayload()).isEqualTo(ASKED);
    assertThat(opened.query().getMetaData()).isEqualTo(MARKS);
    assertThat(opened.query().getResponseType()).isEqualTo(query.getResponseType());
  }

  @Test
  void theServerTellsClustersApartAndSeesNeitherWhatIsAskedNorByWhom() {
    Command sent = sent(new GenericCommandMessage<>(ASKED, MARKS));

    assertThat(sent.getName()).isEqualTo("town/" + GetCustomer.class.getName());
    assertThat(new String(sent.toByteArray(), UTF_8))
        .contains("customer:ada")
        .doesNotContain("203.0.113.7", MetaKeys.ACTOR, "customerId", "sealed\":");
  }

  @Test
  void whatWasSealedWithAnotherKeyOrForSomethingElseDoesNotOpen() {
    CommandMessage<byte[]> sealed = envelope.seal(new GenericCommandMessage<>(ASKED), soon);
    CommandMessage<byte[]> other = envelope.seal(new GenericCommandMessage<>(ASKED), soon);
    var swapped =
        new GenericCommandMessage<>(
            new GenericMessage<>(
                other.getIdentifier(), sealed.getPayload(), MetaData.emptyInstance()),
            sealed.getCommandName());
    byte[] answer = envelope.sealAnswer(sealed, wire.answer(Receipt.accepted(), MARKS));

    assertThat(envelope.openAnswer(sealed, answer))
        .isEqualTo(new Answer(Receipt.accepted(), MARKS));
    assertThatThrownBy(() -> envelope(2).open(sealed)).hasMessageContaining("Cannot decrypt");
    assertThatThrownBy(() -> envelope.open(swapped)).hasMessageContaining("Cannot decrypt");
    assertThatThrownBy(() -> envelope.openAnswer(other, answer))
        .hasMessageContaining("Cannot decrypt");
    assertThatThrownBy(() -> envelope.openAnswer(sealed, sealed.getPayload()))
        .hasMessageContaining("Cannot decrypt");
    assertThatThrownBy(() -> envelope.openAnswer(sealed, new byte[3]))
        .hasMessageContaining("Cannot decrypt");
  }
}

package id.antar.infra.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.antar.api.customer.CustomerCommand.ReviseContact;
import id.antar.api.message.Failure;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.message.Rejection;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.infra.personal.InMemoryPersonKeys;
import id.antar.infra.personal.MessageJson;
import id.antar.infra.personal.Samples;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.distributed.DispatchMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/// All that is sent from process to process comes out as it went in. A test that fails here says
/// that a message is lost wherever sender and handler are not in one process.
class WireJsonTest {
  private final MessageJson messages = InMemoryPersonKeys.json();
  private final Serializer wire = new WireJson(messages).serializer(_ -> "1");

  private void travels(Object message) {
    SerializedObject<byte[]> sent = wire.serialize(message, byte[].class);

    assertThat(wire.<byte[], Object>deserialize(sent)).isEqualTo(message);
  }

  private Stream<DynamicTest> travel(Stream<? extends Class<?>> types) {
    return types.map(it -> dynamicTest(it.getName(), () -> travels(Samples.of(it))));
  }

  private <R> R read(Class<?> type, String json) {
    return wire.deserialize(
        new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, wire.typeForClass(type)));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandTravels() {
    return travel(Vocabulary.commands());
  }

  @Test
  void noCommandWasForgotten() {
    assertThat(Vocabulary.commands().map(Class::getName).toList())
        .hasSizeGreaterThan(100)
        .containsAll(Vocabulary.handled().map(Class::getName).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyRefusalTravelsInItsReceipt() {
    return Vocabulary.rejections()
        .map(it ->
            dynamicTest(it.getName(), () -> travels(Receipt.rejected((Rejection) Samples.of(it)))));
  }

  @Test
  void anAcceptanceTravels() {
    travels(Receipt.accepted());
  }

  @TestFactory
  Stream<DynamicTest> everyQueryTravels() {
    return travel(Vocabulary.queries());
  }

  @TestFactory
  Stream<DynamicTest> everyAnswerTravels() {
    return travel(Vocabulary.answers());
  }

  @TestFactory
  Stream<DynamicTest> everyRecordTravelsInAFieldOfItsInterface() {
    JsonMapper json = new WireJson(messages).configure(JsonMapper.builder()).build();
    return Vocabulary.abstractFields()
        .flatMap(field ->
            Vocabulary.implementations(field)
                .map(it ->
                    dynamicTest(
                        it.getName() + " as " + field.getSimpleName(),
                        () -> {
                          Object sample = Samples.of(it);
                          String text = json.writerFor(field).writeValueAsString(sample);
                          assertThat((Object) json.readValue(text, field)).isEqualTo(sample);
                        })));
  }

  @Test
  void whatWentWrongTravels() {
    Arrays.stream(Failure.Kind.values()).map(it -> new Failure(it, "Told.")).forEach(this::travels);
  }

  @Test
  void aCommandArrivesWithAllThatIsKnownOfIt() {
    var ada = new PersonId("customer.ada");
    CommandMessage<Object> command =
        new GenericCommandMessage<>(
            Samples.of(ReviseContact.class),
            MetaData.with(MetaKeys.ACTOR, "customer:ada")
                .and(MetaKeys.CLIENT_ADDRESS, Personal.of(ada, "198.51.100.7")));

    CommandMessage<?> arrived = new Sent(command, wire).getCommandMessage(wire);

    assertThat(arrived.getIdentifier()).isEqualTo(command.getIdentifier());
    assertThat(arrived.getCommandName()).isEqualTo(command.getCommandName());
    assertThat((Object) arrived.getPayload()).isEqualTo(command.getPayload());
    assertThat(arrived.getMetaData()).isEqualTo(command.getMetaData());
  }

  private static final class Sent extends DispatchMessage {
    Sent(CommandMessage<?> command, Serializer serializer) {
      super(command, serializer, true);
    }
  }

  @Test
  void whatIsPersonalIsSealedAndOpensInNoEvent() {
    var command = Samples.of(ReviseContact.class);
    String sent = wire.serialize(command, String.class).getData();

    assertThat(sent).doesNotContain("Lovelace", "+377");
    JsonMapper stored = messages.configure(JsonMapper.builder()).build();
    assertThatThrownBy(() -> stored.readValue(sent, ReviseContact.class))
        .hasMessageContaining("sealed elsewhere");
  }

  @Test
  void nothingIsMadeOfWhatIsNoMessage() {
    assertThatThrownBy(() -> read(java.util.HashMap.class, "{}"))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("is not a message");
    assertThatThrownBy(
            () -> read(Receipt.Rejected.class, "{\"reason\":{\"@class\":\"java.io.File\"}}"))
        .isInstanceOf(SerializationException.class);
  }
}

package id.antar.infra.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.Failure;
import id.antar.api.message.Receipt;
import id.antar.infra.cluster.Nodes.Handled;
import id.antar.infra.cluster.Wire.Answer;
import id.antar.infra.cluster.Wire.AskedCommand;
import id.antar.infra.cluster.Wire.AskedQuery;
import id.antar.infra.cluster.Wire.Failed;
import id.antar.infra.cluster.Wire.Hello;
import id.antar.infra.cluster.Wire.NotUnderstood;
import id.antar.infra.personal.InMemoryPersonKeys;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.junit.jupiter.api.Test;

class WireTest {
  private static final Instant UNTIL = Instant.parse("2026-11-22T12:00:00.123Z");
  private static final GetCustomer ASKED = new GetCustomer(new CustomerId("ada"));

  private final Wire wire = new Wire(new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1"));

  @Test
  void aCommandKeepsItsNameItsNumberAndWhatItIsMarkedWith() {
    var sent =
        new GenericCommandMessage<>(ASKED, MetaData.with("traceId", "7").and("correlationId", "8"));

    var read = (AskedCommand) wire.readRequest(wire.command(sent, UNTIL));

    assertThat(read.until()).isEqualTo(UNTIL);
    assertThat(read.name()).isEqualTo(sent.getCommandName());
    assertThat(read.command().getIdentifier()).isEqualTo(sent.getIdentifier());
    assertThat(read.command().getPayload()).isEqualTo(ASKED);
    assertThat(read.command().getMetaData()).isEqualTo(sent.getMetaData());
  }

  @Test
  void aQueryKeepsTheTypeOfItsAnswer() {
    var sent = new GenericQueryMessage<>(ASKED, ResponseTypes.instanceOf(ASKED.answer()));

    var read = (AskedQuery) wire.readRequest(wire.query(sent, UNTIL));

    assertThat(read.name()).isEqualTo(sent.getQueryName());
    assertThat(read.query().getIdentifier()).isEqualTo(sent.getIdentifier());
    assertThat(read.query().getPayload()).isEqualTo(ASKED);
    assertThat(read.query().getResponseType()).isEqualTo(sent.getResponseType());
  }

  @Test
  void whoComesSaysWhatItHandles() {
    var sent = new Handled("query@host", true, Set.of("a", "b"), Set.of("c"));

    var read = (Hello) wire.readRequest(wire.hello(sent));

    assertThat(read.handled())
        .isEqualTo(new Handled("query@host", false, Set.of("a", "b"), Set.of("c")));
  }

  @Test
  void anAnswerMayBeThatThereIsNone() {
    assertThat(wire.readReply(wire.answer(null, MetaData.emptyInstance())))
        .isEqualTo(new Answer(null, MetaData.emptyInstance()));
    assertThat(wire.readReply(wire.answer(Receipt.accepted(), MetaData.with("key", "value"))))
        .isEqualTo(new Answer(Receipt.accepted(), MetaData.with("key", "value")));
  }

  @Test
  void aFailureIsNoAnswer() {
    var failure = new Failure(Failure.Kind.CONFLICT, "Another one was first.");

    assertThat(wire.readReply(wire.failure(failure))).isEqualTo(new Failed(failure));
  }

  @Test
  void whatALaterVersionAddsIsLeftAlone() {
    byte[] sent = wire.answer(Receipt.accepted(), MetaData.emptyInstance());
    byte[] later = Arrays.copyOf(sent, sent.length + 100);

    assertThat(wire.readReply(later)).isEqualTo(wire.readReply(sent));
  }

  /// A refusal for a reason, or a state of things, that there was not before.
  @Test
  void anAnswerThatOnlyALaterVersionKnowsIsNoFailureOfThisOne() {
    byte[] sent = wire.answer(Receipt.accepted(), MetaData.emptyInstance());
    String type = Receipt.accepted().getClass().getName();
    String laterType = type.substring(0, type.length() - 3) + "New";
    for (String unknown : List.of(laterType, "x".repeat(type.length()))) {
      byte[] later = new String(sent, ISO_8859_1).replace(type, unknown).getBytes(ISO_8859_1);

      assertThat(wire.readReply(later)).isEqualTo(new NotUnderstood());
    }
  }

  @Test
  void norIsAFailureForAReasonThatOnlyALaterVersionKnows() {
    byte[] sent = wire.failure(new Failure(Failure.Kind.CONFLICT, "Another one was first."));
    byte[] later =
        new String(sent, ISO_8859_1).replace("CONFLICT", "NEWCAUSE").getBytes(ISO_8859_1);

    assertThat(Wire.isFailure(later)).isTrue();
    assertThat(wire.readReply(later)).isEqualTo(new NotUnderstood());
  }

  @Test
  void whatIsCutShortIsNotUnderstood() {
    byte[] sent = wire.hello(new Handled("any", true, Set.of("a"), Set.of()));
    byte[] half = Arrays.copyOf(sent, sent.length - 10);

    assertThatThrownBy(() -> wire.readRequest(half)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> wire.readRequest("?".getBytes(UTF_8)))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("Nobody knows requests of the kind 63.");
  }
}

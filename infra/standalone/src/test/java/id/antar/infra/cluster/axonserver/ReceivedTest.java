package id.antar.infra.cluster.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.Failure.Kind;
import id.antar.api.message.Receipt;
import id.antar.infra.cluster.Answering;
import id.antar.infra.cluster.Wire;
import id.antar.infra.cluster.Wire.Answer;
import id.antar.infra.cluster.Wire.Failed;
import id.antar.infra.cluster.Wire.Reply;
import id.antar.infra.cluster.WireJson;
import id.antar.infra.messages.TellingCommandBus;
import id.antar.infra.messages.TellingQueryBus;
import id.antar.infra.personal.InMemoryPersonKeys;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

/// What becomes of that which a server brings; here it comes without one.
class ReceivedTest {
  private static final MetaData MARKS = MetaData.with("actor", "customer:ada");
  private static final GetCustomer ASKED = new GetCustomer(new CustomerId("ada"));

  private final Instant soon = Instant.now().plusSeconds(60);
  private final Wire wire = new Wire(new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1"));
  private final Envelope envelope = envelope(1);
  private final SimpleCommandBus localCommands = SimpleCommandBus.builder().build();
  private final SimpleQueryBus localQueries = SimpleQueryBus.builder().build();
  private final Received received =
      new Received(
          envelope,
          wire,
          new Answering(
              new TellingCommandBus(localCommands), new TellingQueryBus(localQueries), wire));
  private final ReceivedCommands commands = new ReceivedCommands(received, envelope);
  private final ReceivedQueries queries =
      new ReceivedQueries(received, envelope, localQueries.queryUpdateEmitter());

  private Envelope envelope(int key) {
    return new Envelope("town", wire, _ -> "any", new Seal(new byte[] {(byte) key}));
  }

  private CommandMessage<byte[]> sealed(Envelope by, Instant until) {
    return by.seal(
        new GenericCommandMessage<>(new GenericMessage<>(ASKED, MARKS), "command"), until);
  }

  private QueryMessage<byte[], byte[]> asked(Instant until) {
    return envelope.seal(
        new GenericQueryMessage<>(ASKED, "query", ResponseTypes.instanceOf(Receipt.class)), until);
  }

  private Reply handled(CommandMessage<byte[]> sealed) {
    var result = new CompletableFuture<CommandResultMessage<?>>();
    commands.dispatch(sealed, (_, it) -> result.complete(it));
    return envelope.openAnswer(sealed, (byte[]) result.join().getPayload());
  }

  /// A failure is one for the server as well.
  private Reply answered(Instant until) {
    QueryMessage<byte[], byte[]> sealed = asked(until);
    QueryResponseMessage<byte[]> answer = queries.query(sealed).join();
    return answer.isExceptional()
        ? (Failed) envelope.openAnswer(sealed, answer.<byte[]>exceptionDetails().orElseThrow())
        : (Answer) envelope.openAnswer(sealed, answer.getPayload());
  }

  private static Kind told(Reply reply) {
    return ((Failed) reply).failure().kind();
  }

  @Test
  void itIsHandledAsItWasSent() {
    var _ =
        localCommands.subscribe(
            "command",
            it -> "customer:ada".equals(it.getMetaData().get("actor")) ? Receipt.accepted() : null);
    var _ = localQueries.<Receipt>subscribe("query", Receipt.class, _ -> Receipt.accepted());

    assertThat(((Answer) handled(sealed(envelope, soon))).payload()).isEqualTo(Receipt.accepted());
    assertThat(((Answer) answered(soon)).payload()).isEqualTo(Receipt.accepted());
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotBegun() {
    var begun = new AtomicInteger();
    var _ = localCommands.subscribe("command", _ -> begun.incrementAndGet());
    var _ = localQueries.<Integer>subscribe("query", Integer.class, _ -> begun.incrementAndGet());

    assertThat(told(handled(sealed(envelope, Instant.EPOCH)))).isEqualTo(Kind.DOWN);
    assertThat(told(answered(Instant.EPOCH))).isEqualTo(Kind.DOWN);
    assertThat(begun).hasValue(0);
  }

  @Test
  void ofAFailureNothingGoesOutButWhatItMeans() {
    var _ =
        localCommands.subscribe(
            "command",
            _ -> {
              throw new ConcurrencyException("two met at customer:ada");
            });
    var _ =
        localQueries.<Receipt>subscribe(
            "query",
            Receipt.class,
            _ -> {
              throw new IllegalStateException("Ada Lovelace");
            });

    assertThat(told(handled(sealed(envelope, soon)))).isEqualTo(Kind.CONFLICT);
    assertThat(told(answered(soon))).isEqualTo(Kind.BUG);
    assertThat(((Failed) answered(soon)).failure().message()).doesNotContain("Ada");
    assertThat(queries.query(asked(soon)).join().exceptionResult())
        .hasNoCause()
        .message()
        .doesNotContain("Ada");
  }

  @Test
  void whoHasNotTheKeyAchievesNothing() {
    var begun = new AtomicInteger();
    var _ = localCommands.subscribe("command", _ -> begun.incrementAndGet());

    assertThat(told(handled(sealed(envelope(2), soon)))).isEqualTo(Kind.DOWN);
    assertThat(begun).hasValue(0);
  }

  @Test
  void whoLeavesBeginsNothingMore() {
    var begun = new AtomicInteger();
    var _ = localCommands.subscribe("command", _ -> begun.incrementAndGet());

    received.refuse();

    assertThat(told(handled(sealed(envelope, soon)))).isEqualTo(Kind.DOWN);
    assertThat(told(answered(soon))).isEqualTo(Kind.DOWN);
    assertThat(begun).hasValue(0);
  }

  @Test
  void itIsUnderWayUntilItIsAnswered() {
    var answer = new CompletableFuture<Receipt>();
    var _ = localQueries.<Receipt>subscribe("query", Receipt.class, _ -> answer);
    CompletableFuture<QueryResponseMessage<byte[]>> asked = queries.query(asked(soon));
    CompletableFuture<Void> ended = received.ended();
    assertThat(ended).isNotDone();

    var _ = answer.complete(Receipt.accepted());

    assertThat(asked).isDone();
    assertThat(ended).isDone();
  }
}

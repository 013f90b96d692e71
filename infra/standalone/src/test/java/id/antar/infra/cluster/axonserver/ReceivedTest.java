package id.antar.infra.cluster.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import id.antar.infra.cluster.UnderWay;
import id.antar.infra.messages.TellingCommandBus;
import id.antar.infra.messages.TellingQueryBus;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;

/// What becomes of that which a server brings; here it comes without one.
class ReceivedTest {
  private static final MetaData MARKS = MetaData.with("actor", "customer:ada");

  private final Instant soon = Instant.now().plusSeconds(60);
  private final Envelope envelope = new Envelope("town");
  private final UnderWay underWay = new UnderWay();
  private final SimpleCommandBus localCommands = SimpleCommandBus.builder().build();
  private final SimpleQueryBus localQueries = SimpleQueryBus.builder().build();
  private final ReceivedCommands commands =
      new ReceivedCommands(new TellingCommandBus(localCommands), envelope, underWay);
  private final ReceivedQueries queries =
      new ReceivedQueries(new TellingQueryBus(localQueries), envelope, underWay);

  private CommandMessage<?> sealed(Instant until) {
    return envelope.seal(
        new GenericCommandMessage<>(new GenericMessage<>("payload", MARKS), "command"), until);
  }

  private ResultMessage<?> handled(CommandMessage<?> sealed) {
    var result = new CompletableFuture<CommandResultMessage<?>>();
    commands.dispatch(sealed, (_, it) -> result.complete(it));
    return result.join();
  }

  private ResultMessage<?> answered(Instant until) {
    var query =
        new GenericQueryMessage<>("question", "query", ResponseTypes.instanceOf(String.class));
    return queries.query(envelope.seal(query, "id", until)).join();
  }

  private static Kind told(ResultMessage<?> result) {
    assertThat(result.exceptionResult()).hasNoCause();
    return result.<Failure>exceptionDetails().orElseThrow().kind();
  }

  @Test
  void itIsHandledAsItWasSent() {
    var _ = localCommands.subscribe("command", it -> it.getMetaData().get("actor"));
    var _ = localQueries.<String>subscribe("query", String.class, it -> "answer");

    assertThat(handled(sealed(soon)).getPayload()).isEqualTo("customer:ada");
    assertThat(answered(soon).getPayload()).isEqualTo("answer");
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotBegun() {
    var begun = new AtomicInteger();
    var _ = localCommands.subscribe("command", _ -> begun.incrementAndGet());
    var _ = localQueries.<Integer>subscribe("query", Integer.class, _ -> begun.incrementAndGet());

    assertThat(told(handled(sealed(Instant.EPOCH)))).isEqualTo(Kind.DOWN);
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
        localQueries.<String>subscribe(
            "query",
            String.class,
            _ -> {
              throw new IllegalStateException("Ada Lovelace");
            });

    assertThat(told(handled(sealed(soon)))).isEqualTo(Kind.CONFLICT);
    assertThat(told(answered(soon))).isEqualTo(Kind.BUG);
    assertThat(answered(soon).exceptionResult()).message().doesNotContain("Ada");
  }

  @Test
  void whatIsNotUnderstoodMayBeOfALaterVersion() {
    CommandMessage<?> odd = sealed(soon).andMetaData(MetaData.with("antar", "no marks"));

    assertThat(told(handled(odd))).isEqualTo(Kind.DOWN);
  }

  @Test
  void itIsUnderWayUntilItIsAnswered() {
    var answer = new CompletableFuture<String>();
    var _ = localQueries.<String>subscribe("query", String.class, _ -> answer);
    var query =
        new GenericQueryMessage<>("question", "query", ResponseTypes.instanceOf(String.class));
    var asked = queries.query(envelope.seal(query, "id", soon));
    CompletableFuture<Void> ended = underWay.ended();
    assertThat(ended).isNotDone();

    var _ = answer.complete("late");

    assertThat(asked.join().getPayload()).isEqualTo("late");
    assertThat(ended).isDone();
  }
}

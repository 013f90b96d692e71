package id.antar.infra.cluster.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.AnsweredElsewhere;
import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import id.antar.gateway.edge.problem.ToldFailure;
import id.antar.infra.cluster.ClusterProperties.AxonServer;
import id.antar.infra.cluster.Wire;
import id.antar.infra.cluster.WireJson;
import id.antar.infra.personal.InMemoryPersonKeys;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.tracing.NoOpSpanFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// A process that has no connection to its server.
class WithoutServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Serializer json = new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1");
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final Line line =
      Line.to(
          new AxonServer("localhost:1", "", "default", false, "", DataSize.ofMegabytes(1)),
          "here",
          "town");
  private final Envelope envelope =
      new Envelope("town", new Wire(json), _ -> "any", new Seal(new byte[1]));
  private final SimpleCommandBus localCommands = SimpleCommandBus.builder().build();
  private final SimpleQueryBus localQueries = SimpleQueryBus.builder().build();
  private final ServerCommands commands =
      new ServerCommands(
          line,
          envelope,
          localCommands,
          line.commands(localCommands, work),
          DefaultCommandBusSpanFactory.builder().spanFactory(NoOpSpanFactory.INSTANCE).build(),
          work,
          Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory()),
          PATIENCE);
  private final ServerQueries queries =
      new ServerQueries(
          line, envelope, localQueries, line.queries(localQueries, json, work), work, PATIENCE);

  @AfterEach
  void close() {
    line.close();
    work.shutdownNow();
  }

  private ResultMessage<?> send() {
    var result = new CompletableFuture<CommandResultMessage<?>>();
    commands.dispatch(
        new GenericCommandMessage<>(GenericCommandMessage.asCommandMessage("payload"), "command"),
        (_, it) -> result.complete(it));
    return result.join();
  }

  private ResultMessage<?> ask() {
    return queries
        .query(
            new GenericQueryMessage<>("question", "query", ResponseTypes.instanceOf(String.class)))
        .join();
  }

  private static Kind told(ResultMessage<?> result) {
    return ToldFailure.find(result.exceptionResult()).map(Failure::kind).orElseThrow();
  }

  @Test
  void itDoesWhatItCanDoItself() {
    var _ = commands.subscribe("command", _ -> "done");
    var _ = queries.<String>subscribe("query", String.class, _ -> "answer");

    assertThat(send().getPayload()).isEqualTo("done");
    assertThat(ask().getPayload()).isEqualTo("answer");
  }

  @Test
  void whatOthersWouldHaveToDoIsAnOutage() {
    assertThat(told(send())).isEqualTo(Kind.DOWN);
    assertThat(told(ask())).isEqualTo(Kind.DOWN);
  }

  @Test
  void soIsWhatOnlyAnotherOneKnows() {
    var _ =
        queries.<String>subscribe(
            "query",
            String.class,
            _ -> {
              throw new AnsweredElsewhere("not here");
            });

    assertThat(told(ask())).isEqualTo(Kind.DOWN);
  }
}

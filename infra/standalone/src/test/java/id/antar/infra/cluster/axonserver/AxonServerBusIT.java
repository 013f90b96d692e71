package id.antar.infra.cluster.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.AnsweredElsewhere;
import id.antar.api.message.Failure;
import id.antar.api.message.Failure.Kind;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.infra.cluster.Answering;
import id.antar.infra.cluster.Wire;
import id.antar.infra.cluster.WireJson;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.messages.TellingCommandBus;
import id.antar.infra.messages.TellingQueryBus;
import id.antar.infra.personal.InMemoryPersonKeys;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Processes of one engine with a real Axon Server between them; here they are in one JVM.
class AxonServerBusIT {
  private static final String COMMAND = "command";
  private static final GetCustomer QUERY = new GetCustomer(new CustomerId("ada"));
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String cluster = "cluster-" + UUID.randomUUID();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final Serializer json = new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1");
  private final Wire wire = new Wire(json);
  private final MarkedSpans spans = new MarkedSpans();
  private final List<Node> nodes = new ArrayList<>();
  private String server = "";
  private @Nullable HikariDataSource database;

  @BeforeEach
  void aServerIsThere() {
    server = GivenServer.require();
    database = ConnectionPools.small("presence-test", TestEngine.bean(DatabaseAddress.class), 4);
  }

  @AfterEach
  void close() {
    nodes.forEach(it -> it.member.close());
    timer.shutdownNow();
    work.shutdownNow();
    if (database != null) {
      database.close();
    }
  }

  /// Nobody who asks knows it.
  private record Later(String field) {}

  /// Marks what is sent with the span of the thread that sends it.
  private static final class MarkedSpans implements CommandBusSpanFactory {
    private final ThreadLocal<String> current = ThreadLocal.withInitial(() -> "none");
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    @Override
    public Span createDispatchCommandSpan(CommandMessage<?> command, boolean distributed) {
      return new MarkedSpan("after " + current.get());
    }

    @Override
    public Span createHandleCommandSpan(CommandMessage<?> command, boolean distributed) {
      throw new AssertionError("Handled is what is unsealed.");
    }

    @Override
    public <C> CommandMessage<C> propagateContext(CommandMessage<C> command) {
      return command.andMetaData(Map.of(MetaKeys.TRACE_PARENT, current.get()));
    }

    private final class MarkedSpan implements Span {
      private final String name;

      MarkedSpan(String name) {
        this.name = name;
      }

      @Override
      public Span start() {
        return this;
      }

      @Override
      public SpanScope makeCurrent() {
        String before = current.get();
        current.set(name);
        return () -> current.set(before);
      }

      @Override
      public void end() {
        ended.add(name);
      }

      @Override
      public Span recordException(Throwable failure) {
        return this;
      }

      @Override
      public Span addAttribute(String key, String value) {
        return this;
      }
    }
  }

  private final class Node {
    private final SimpleCommandBus localCommands =
        new SimpleCommandBus(SimpleCommandBus.builder()) {
          @Override
          public <C, R> void dispatch(
              CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
            if (isFull) {
              throw new RejectedExecutionException("full");
            }
            super.dispatch(command, callback);
          }
        };
    private final SimpleQueryBus localQueries = SimpleQueryBus.builder().build();
    private final Line line;
    private final Presence presence;
    private final ServerCommands commands;
    private final ServerQueries queries;
    private final ServerMember member;
    private volatile boolean isFull;

    Node(String name, String cluster, String component, String server, Duration patience) {
      var envelope =
          new Envelope(
              cluster,
              wire,
              it -> String.valueOf(it.getMetaData().get("key")),
              new Seal(cluster.getBytes(UTF_8)));
      var received =
          new Received(
              envelope,
              wire,
              new Answering(
                  new TellingCommandBus(localCommands), new TellingQueryBus(localQueries), wire));
      line = Line.to(GivenServer.at(server), name + "@" + UUID.randomUUID(), component);
      presence =
          new Presence(
              JdbcClient.create(Objects.requireNonNull(database)),
              work,
              cluster,
              line.self(),
              line::isUp);
      commands =
          new ServerCommands(
              line,
              envelope,
              localCommands,
              line.commands(new ReceivedCommands(received, envelope), work),
              spans,
              work,
              timer,
              patience);
      queries =
          new ServerQueries(
              line,
              envelope,
              localQueries,
              line.queries(
                  new ReceivedQueries(received, envelope, localQueries.queryUpdateEmitter()),
                  json,
                  work),
              work,
              patience);
      member = new ServerMember(line, presence, commands, queries, received);
      nodes.add(this);
    }

    Node handling(MessageHandler<CommandMessage<?>> handler) {
      var _ = commands.subscribe(COMMAND, handler);
      return this;
    }

    Node answering(MessageHandler<QueryMessage<?, Receipt>> handler) {
      var _ = queries.subscribe(GetCustomer.class.getName(), Receipt.class, handler);
      return this;
    }

    Node start() {
      member.join();
      isReady();
      return this;
    }

    void isReady() {
      await().atMost(Duration.ofSeconds(30)).until(line::isReady);
    }

    CompletableFuture<Object> send(String key) {
      var answer = new FutureCallback<Object, Object>();
      commands.dispatch(
          new GenericCommandMessage<>(new GenericCommandMessage<>(QUERY), COMMAND)
              .withMetaData(Map.of("key", key)),
          answer);
      return answer.thenApply(result -> {
        if (result.isExceptional()) {
          throw (RuntimeException) result.exceptionResult();
        }
        return result.getPayload();
      });
    }

    CompletableFuture<Object> ask() {
      return queries
          .query(new GenericQueryMessage<>(QUERY, ResponseTypes.instanceOf(Receipt.class)))
          .thenApply(it -> {
            if (it.isExceptional()) {
              throw (RuntimeException) it.exceptionResult();
            }
            return it.getPayload();
          });
    }
  }

  private Node node(String name) {
    return node(name, server);
  }

  private Node node(String name, String server) {
    return new Node(name, cluster, cluster, server, PATIENCE);
  }

  private static Kind kind(CompletableFuture<Object> answer) throws Exception {
    Throwable failure = failure(answer);
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return Stream.of(failure, cause)
        .flatMap(it -> HandlerExecutionException.<Failure>resolveDetails(it).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError(failure))
        .kind();
  }

  private static Throwable failure(CompletableFuture<Object> answer) throws Exception {
    return answer
        .handle(
            (done, gone) -> gone == null ? new AssertionError("There is an answer: " + done) : gone)
        .get(30, TimeUnit.SECONDS);
  }

  @Test
  void aCommandIsHandledByWhoeverItsKeyBelongsToAndAnsweredToWhoeverSentIt() {
    Set<String> byOne = ConcurrentHashMap.newKeySet();
    Set<String> byOther = ConcurrentHashMap.newKeySet();
    Node gateway = node("gateway").start();
    node("one").handling(it -> accepted(byOne, it)).start();
    node("other").handling(it -> accepted(byOther, it)).start();

    for (int round = 0; round < 2; round++) {
      IntStream.range(0, 50)
          .forEach(
              it -> assertThat(gateway.send("key-" + it).join()).isEqualTo(Receipt.accepted()));
    }

    assertThat(byOne).isNotEmpty().doesNotContainAnyElementsOf(byOther);
    assertThat(byOther).isNotEmpty();
    assertThat(byOne.size() + byOther.size()).isEqualTo(50);
  }

  private static Receipt accepted(Set<String> keys, CommandMessage<?> command) {
    keys.add((String) command.getMetaData().get("key"));
    return Receipt.accepted();
  }

  @Test
  void aFailureIsKnownForWhatItIs() throws Exception {
    Node gateway = node("gateway").start();
    node("one")
        .handling(_ -> {
          throw new ConcurrencyException("met");
        })
        .start();

    assertThat(kind(gateway.send("any"))).isEqualTo(Kind.CONFLICT);
  }

  @Test
  void twoClustersOnOneServerDoNotHearEachOther() throws Exception {
    Node gateway = node("gateway").start();
    new Node("other", "another-" + cluster, "other", server, PATIENCE)
        .handling(_ -> Receipt.accepted())
        .answering(_ -> Receipt.accepted())
        .start();

    assertThat(failure(gateway.send("any")))
        .hasRootCauseInstanceOf(NoHandlerForCommandException.class);
    assertThat(failure(gateway.ask())).hasRootCauseInstanceOf(NoHandlerForQueryException.class);
  }

  @Test
  void aQueryIsAskedOfTheNextOneIfOneCannotAnswerForNow() {
    Node gateway = node("gateway").start();
    Set<String> asked = ConcurrentHashMap.newKeySet();
    node("busy")
        .answering(_ -> {
          asked.add("busy");
          throw new RejectedExecutionException("busy");
        })
        .start();
    node("one").answering(_ -> Receipt.accepted()).start();

    IntStream.range(0, 40)
        .forEach(_ -> assertThat(gateway.ask().join()).isEqualTo(Receipt.accepted()));
    assertThat(asked).isNotEmpty();
  }

  @Test
  void whatOneDispatcherKnowsIsFoundAmongThem() {
    Node gateway = node("gateway").start();
    Node stranger =
        new Node("stranger", cluster, "stranger", server, PATIENCE)
            .answering(_ -> {
              throw new AnsweredElsewhere("not here");
            })
            .start();
    new Node("planner", cluster, "planner", server, PATIENCE)
        .answering(_ -> Receipt.accepted())
        .start();

    IntStream.range(0, 20)
        .forEach(_ -> assertThat(gateway.ask().join()).isEqualTo(Receipt.accepted()));
    assertThat(stranger.ask().join()).isEqualTo(Receipt.accepted());
  }

  @Test
  void anAnswerThatNobodyUnderstandsIsAskedOfTheNextAndElseAnOutage() throws Exception {
    Node gateway = node("gateway").start();
    Set<String> asked = ConcurrentHashMap.newKeySet();
    node("later")
        .handling(_ -> new Later("new"))
        .answering(_ -> {
          asked.add("later");
          return new Later("new");
        })
        .start();

    assertThat(kind(gateway.send("any"))).isEqualTo(Kind.LATE);
    assertThat(kind(gateway.ask())).isEqualTo(Kind.DOWN);

    node("one").answering(_ -> Receipt.accepted()).start();
    asked.clear();
    IntStream.range(0, 40)
        .forEach(_ -> assertThat(gateway.ask().join()).isEqualTo(Receipt.accepted()));
    assertThat(asked).isNotEmpty();
  }

  @Test
  void aCommandIsHandledInTheTraceOfTheThreadThatSentIt() {
    Node gateway = node("gateway").start();
    Set<Object> traces = ConcurrentHashMap.newKeySet();
    node("one")
        .handling(it -> {
          traces.add(it.getMetaData().get(MetaKeys.TRACE_PARENT));
          return Receipt.accepted();
        })
        .start();
    spans.current.set("request");

    assertThat(gateway.send("any").join()).isEqualTo(Receipt.accepted());

    assertThat(traces).containsExactly("after request");
    assertThat(spans.ended).containsExactly("after request");
    assertThat(spans.current.get()).isEqualTo("request");
  }

  @Test
  void whoHasNoPlaceForItsOwnCommandSaysSo() throws Exception {
    Node alone = node("alone").start();
    var _ = alone.commands.subscribe(COMMAND, _ -> Receipt.accepted());
    alone.isFull = true;

    assertThat(failure(alone.send("any"))).hasRootCauseInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void noAnswerIsAnAnswer() {
    Node gateway = node("gateway").start();
    node("one").answering(_ -> null).start();

    assertThat(gateway.ask().join()).isNull();
  }

  @Test
  void ofWhatWasAskedOfOneThatIsGoneNobodyKnowsWhatBecame() throws Exception {
    try (var way = new Relay(server)) {
      var begun = new CountDownLatch(1);
      Node gateway = node("gateway").start();
      node("gone", way.address())
          .handling(_ -> {
            begun.countDown();
            return new CompletableFuture<>().get();
          })
          .start();
      CompletableFuture<Object> answer = gateway.send("any");
      begun.await();

      way.close();

      assertThat(kind(answer)).isEqualTo(Kind.LATE);
    }
  }

  @Test
  void whoTakesTooLongIsNotWaitedFor() throws Exception {
    Node gateway = new Node("gateway", cluster, cluster, server, Duration.ofSeconds(1)).start();
    node("slow")
        .handling(_ -> new CompletableFuture<>().get())
        .answering(_ -> new CompletableFuture<>())
        .start();

    assertThat(kind(gateway.send("any"))).isEqualTo(Kind.LATE);
    assertThat(kind(gateway.ask())).isEqualTo(Kind.LATE);
  }

  @Test
  void withoutTheServerEachDoesWhatItCanAndItIsThereAgainWithTheServer() throws Exception {
    try (var way = new Relay(server)) {
      Node gateway = node("gateway", way.address()).start();
      Node one =
          node("one", way.address())
              .handling(_ -> Receipt.accepted())
              .answering(_ -> Receipt.accepted())
              .start();
      assertThat(gateway.send("any").join()).isEqualTo(Receipt.accepted());

      way.close();
      await().until(() -> !gateway.line.isUp() && !one.line.isUp());

      assertThat(kind(gateway.send("any"))).isEqualTo(Kind.DOWN);
      assertThat(kind(gateway.ask())).isEqualTo(Kind.DOWN);
      assertThat(one.send("any").join()).isEqualTo(Receipt.accepted());
      assertThat(one.ask().join()).isEqualTo(Receipt.accepted());

      way.open();
      gateway.isReady();
      one.isReady();

      assertThat(gateway.send("any").join()).isEqualTo(Receipt.accepted());
      assertThat(gateway.ask().join()).isEqualTo(Receipt.accepted());
    }
  }

  @Test
  void whoComesBeforeTheServerWaitsForIt() throws IOException {
    try (var way = new Relay(server)) {
      way.close();
      Node gateway = node("gateway", way.address());
      Node one = node("one", way.address()).handling(_ -> Receipt.accepted());
      gateway.member.join();
      one.member.join();
      assertThat(gateway.line.isUp()).isFalse();

      way.open();
      gateway.isReady();
      one.isReady();

      assertThat(gateway.send("any").join()).isEqualTo(Receipt.accepted());
    }
  }

  @Test
  void whoLeavesFinishesWhatItWasAskedAndIsAskedNothingMore() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    Node gateway = node("gateway").start();
    Node leaving =
        node("leaving")
            .handling(_ -> {
              begun.countDown();
              mayEnd.await();
              return Receipt.accepted();
            })
            .start();
    CompletableFuture<Object> answer = gateway.send("any");
    begun.await();

    leaving.member.leave();

    assertThat(failure(gateway.send("any")))
        .hasRootCauseInstanceOf(NoHandlerForCommandException.class);
    mayEnd.countDown();
    assertThat(answer.join()).isEqualTo(Receipt.accepted());
    leaving.member.answered().get(5, TimeUnit.SECONDS);
    assertThat(leaving.send("its own").join()).isEqualTo(Receipt.accepted());
  }

  @Test
  void whoLeavesRefusesAlsoOnANewConnection() throws Exception {
    try (var way = new Relay(server)) {
      Node gateway = node("gateway").start();
      Node leaving = node("leaving", way.address()).handling(_ -> Receipt.accepted()).start();
      way.close();
      await().until(() -> !leaving.line.isUp());

      leaving.member.leave();
      way.open();
      leaving.isReady();

      assertThat(kind(gateway.send("any"))).isEqualTo(Kind.DOWN);
    }
  }

  @Test
  void whoHasLostTheServerHearsNobodyAndIsNotHeard() throws IOException {
    try (var way = new Relay(server)) {
      Node gateway = node("gateway", way.address()).start();
      Node command = node("command", way.address()).start();
      Node other = node("dispatch").start();
      await().until(() -> gateway.presence.hasCommands() && other.presence.hasCommands());

      way.close();

      await().until(() -> !gateway.presence.hasCommands() && !other.presence.hasCommands());
      assertThat(other.presence.gateways()).containsExactly(gateway.line.self());
      assertThat(command.presence.hasCommands()).isTrue();
      assertThat(command.presence.isFresh()).isTrue();
    }
  }

  @Test
  void theDatabaseSaysWhoIsThere() {
    Node one = node("one").start();
    Node other = node("other").start();

    await().until(() -> one.presence.names().size() == 2);
    assertThat(one.presence.names())
        .containsExactlyInAnyOrder(one.presence.self(), other.presence.self());
    other.member.close();
    await().until(() -> one.presence.names().equals(List.of(one.presence.self())));
  }
}

package id.antar.infra.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import id.antar.api.customer.CustomerId;
import id.antar.api.customer.CustomerView.GetCustomer;
import id.antar.api.message.Failure;
import id.antar.api.message.Receipt;
import id.antar.infra.cluster.ClusterProperties.AxonServer;
import id.antar.infra.cluster.ClusterProperties.Bus;
import id.antar.infra.engine.TestEngine;
import id.antar.infra.messages.TellingCommandBus;
import id.antar.infra.messages.TellingQueryBus;
import id.antar.infra.personal.InMemoryPersonKeys;
import id.antar.infra.servers.DatabaseAddress;
import id.antar.infra.store.ConnectionPools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.jgroups.JChannel;
import org.jgroups.protocols.DISCARD;
import org.jgroups.protocols.TP;
import org.jgroups.stack.ProtocolStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// Processes of one engine, found by a real database, over real sockets; here they are in one JVM.
class ClusterIT {
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
  private static final String COMMAND = "command";
  private static final GetCustomer QUERY = new GetCustomer(new CustomerId("ada"));

  private final String name = "cluster-" + UUID.randomUUID();
  private final HikariDataSource database =
      ConnectionPools.small("cluster-test", TestEngine.bean(DatabaseAddress.class), 4);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
  private final Wire wire = new Wire(new WireJson(InMemoryPersonKeys.json()).serializer(_ -> "1"));
  private final List<Node> nodes = new ArrayList<>();

  private final class Node {
    private final JChannel channel;
    private final Cluster cluster;
    private final SimpleCommandBus localCommands = SimpleCommandBus.builder().build();
    private final SimpleQueryBus localQueries = SimpleQueryBus.builder().build();
    private final ClusterCommands connector;
    private final DistributedCommandBus commands;
    private final ClusterQueries queries;
    private final GroupMember member;

    Node(String node, SecretKey key, Duration patience) throws Exception {
      var properties =
          new ClusterProperties(
              name,
              Bus.JGROUPS,
              "127.0.0.1",
              0,
              patience,
              new AxonServer("", "", "default", false, "", DataSize.ofMegabytes(1)));
      channel = Channels.open(properties, node, key, database);
      cluster = new Cluster(channel, wire, work, timer, patience);
      connector =
          new ClusterCommands(
              cluster, wire, localCommands, it -> (String) it.getMetaData().get("key"), work);
      commands =
          DistributedCommandBus.builder().commandRouter(connector).connector(connector).build();
      queries = new ClusterQueries(cluster, wire, localQueries, work);
      member =
          new GroupMember(
              cluster,
              name,
              connector,
              queries,
              new Answering(
                  new TellingCommandBus(localCommands), new TellingQueryBus(localQueries), wire));
      nodes.add(this);
    }

    Node handling(MessageHandler<CommandMessage<?>> handler) {
      var _ = commands.subscribe(COMMAND, handler);
      return this;
    }

    Node answering(MessageHandler<QueryMessage<?, Object>> handler) {
      var _ = queries.subscribe(GetCustomer.class.getName(), Object.class, handler);
      return this;
    }

    Node start() {
      new Membership(member).start();
      return this;
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
          .query(new GenericQueryMessage<>(QUERY, ResponseTypes.instanceOf(Object.class)))
          .thenApply(it -> {
            if (it.isExceptional()) {
              throw (RuntimeException) it.exceptionResult();
            }
            return it.getPayload();
          });
    }

    void sees(int others) {
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(() -> assertThat(cluster.nodes().names()).hasSize(others));
    }

    /// Neither hears nor is heard, as behind a broken line.
    void cutOff() throws Exception {
      channel
          .getProtocolStack()
          .insertProtocol(new DISCARD().discardAll(true), ProtocolStack.Position.ABOVE, TP.class);
    }

    void reachable() {
      var _ = channel.getProtocolStack().removeProtocol(DISCARD.class);
    }
  }

  private Node node(String node) throws Exception {
    return new Node(node, KEY, Duration.ofSeconds(15));
  }

  private static Failure.Kind kind(CompletableFuture<Object> answer) {
    Throwable failure = answer.handle((done, gone) -> gone == null ? answered(done) : gone).join();
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return Stream.of(failure, cause)
        .flatMap(it -> HandlerExecutionException.<Failure>resolveDetails(it).stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError(failure))
        .kind();
  }

  private static AssertionError answered(Object done) {
    return new AssertionError("There is an answer: " + done);
  }

  @AfterEach
  void close() {
    nodes.forEach(it -> it.cluster.close());
    timer.shutdownNow();
    work.shutdownNow();
    database.close();
  }

  @Test
  void aCommandIsHandledByWhoeverItsKeyBelongsToAndAnsweredToWhoeverSentIt() throws Exception {
    Set<String> byOne = ConcurrentHashMap.newKeySet();
    Set<String> byOther = ConcurrentHashMap.newKeySet();
    Node gateway = node("gateway").start();
    node("one").handling(it -> accepted(byOne, it)).start();
    node("other").handling(it -> accepted(byOther, it)).start();
    gateway.sees(3);

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
    gateway.sees(2);

    assertThat(kind(gateway.send("any"))).isEqualTo(Failure.Kind.CONFLICT);
  }

  @Test
  void aQueryIsAskedOfTheNextOneIfOneCannotAnswerForNow() throws Exception {
    Node gateway = node("gateway").start();
    var busy = new ConcurrentHashMap<String, Integer>();
    node("busy")
        .answering(_ -> {
          busy.merge("asked", 1, Integer::sum);
          throw new RejectedExecutionException("busy");
        })
        .start();
    node("one").answering(_ -> Receipt.accepted()).start();
    gateway.sees(3);

    IntStream.range(0, 40)
        .forEach(_ -> assertThat(gateway.ask().join()).isEqualTo(Receipt.accepted()));
    assertThat(busy).containsKey("asked");
  }

  @Test
  void nothingIsAskedOfNobody() throws Exception {
    Node gateway = node("gateway").start();

    assertThatThrownBy(() -> gateway.ask().get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(NoHandlerForQueryException.class);
  }

  @Test
  void ofWhatWasAskedOfOneThatIsGoneNobodyKnowsWhatBecame() throws Exception {
    var begun = new CountDownLatch(1);
    Node gateway = node("gateway").start();
    Node gone =
        node("gone")
            .handling(_ -> {
              begun.countDown();
              return new CompletableFuture<>().get();
            })
            .start();
    gateway.sees(2);
    CompletableFuture<Object> answer = gateway.send("any");
    begun.await();

    gone.cluster.close();

    assertThat(kind(answer)).isEqualTo(Failure.Kind.LATE);
    gateway.sees(1);
  }

  @Test
  void whoTakesTooLongIsNotWaitedFor() throws Exception {
    Node gateway = new Node("gateway", KEY, Duration.ofSeconds(1)).start();
    node("slow").handling(_ -> new CompletableFuture<>().get()).start();
    gateway.sees(2);

    assertThat(kind(gateway.send("any"))).isEqualTo(Failure.Kind.LATE);
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
    gateway.sees(2);
    CompletableFuture<Object> answer = gateway.send("any");
    begun.await();

    new Departure(leaving.member).stop();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> gateway.connector.findDestination(command()).isEmpty());
    CompletableFuture<Void> left =
        CompletableFuture.runAsync(new Membership(leaving.member)::stop, work);
    mayEnd.countDown();

    assertThat(answer.join()).isEqualTo(Receipt.accepted());
    left.join();
    gateway.sees(1);
  }

  private static CommandMessage<?> command() {
    return new GenericCommandMessage<>(new GenericCommandMessage<>(QUERY), COMMAND)
        .withMetaData(Map.of("key", "any"));
  }

  @Test
  void whoHasAnotherKeyIsNotOneOfThem() throws Exception {
    Node gateway = node("gateway").start();
    new Node(
            "stranger",
            new SecretKeySpec("another key, 32 bytes as well....".getBytes(UTF_8), 0, 32, "AES"),
            Duration.ofSeconds(5))
        .handling(_ -> Receipt.accepted())
        .start();
    node("one").answering(_ -> Receipt.accepted()).start();
    gateway.sees(2);

    assertThat(gateway.cluster.nodes().names()).containsExactly("gateway", "one");
    assertThat(gateway.connector.findDestination(command())).isEmpty();
  }

  @Test
  void aPartitionEndsByItself() throws Exception {
    Node gateway = node("gateway").start();
    Node one = node("one").handling(_ -> Receipt.accepted()).start();
    gateway.sees(2);

    one.cutOff();
    gateway.sees(1);
    one.reachable();
    gateway.sees(2);

    assertThat(gateway.send("any").join()).isEqualTo(Receipt.accepted());
    assertThat(Stream.of(gateway, one).map(it -> it.cluster.nodes().names()).distinct()).hasSize(1);
  }
}

package id.antar.gateway.stream.fact;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.gateway.edge.GatewayProperties;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.RecordingLine;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.testing.InMemoryFacts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Beginning to listen, and going on after a break.
class JoinTest {

  private static final Actor OLGA = new Actor(Role.OPERATOR, "olga");
  private static final Topic OWN = new Topic.OfOrder(ORDER);
  private static final int QUEUE = 160;
  private static final int TOLD_IN_ALL = 4_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InMemoryFacts store = new InMemoryFacts();
  private final StreamHub hub = new StreamHub(QUEUE, System::nanoTime, _ -> {}, _ -> {});
  private final FactLog log = new FactLog(50, System::nanoTime);
  private final OrderTracks tracks = new OrderTracks(1_000);
  private final FactFrames frames = new FactFrames(new WireJson());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Scheduler readers = Schedulers.newBoundedElastic(2, 100, "readers");
  private final FactFeed feed =
      new FactFeed(
          log,
          hub,
          tracks,
          frames,
          store,
          (problem, _) -> Frame.lasting("problem", problem.toString().getBytes(UTF_8), null));
  private final Joins joins =
      new Joins(
          log,
          hub,
          tracks,
          frames,
          store,
          new StoreReads(store, readers, PATIENCE),
          (_, _, _) -> {},
          new Resumes(meters),
          limits());

  private final ExecutorService loop = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    loop.shutdown();
    readers.dispose();
  }

  @Test
  void anOrderNobodyHeardOfIsShownAsItStandsAtTheCursor() {
    var _ = store.add(1, new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON));
    feed.on(store.add(2, new AssignmentEnded(TRIP, CARLO, NOON)));
    feed.on(store.again(1));
    var client = new Client(OLGA, OWN);
    client.join(null);

    assertThat(client.heard().get(0)).contains("\"subscribed\"", "\"cursor\":\"2\"");
    assertThat(client.heard().get(1))
        .contains("\"Snapshot\"", "\"cursor\":\"2\"", "\"stage\":\"submitted\"");
  }

  @Test
  void whatWasMissedComesFirstAndThenWhatHappens() {
    tellOrder();
    var client = new Client(OLGA, OWN);
    client.join("1");
    feed.on(store.add(new OrderReady(ORDER, NOON)));

    assertThat(client.events())
        .containsExactly("CourierAssigned", "OrderPickedUp", "subscribed", "OrderReady");
    assertThat(meters.counter("antar.stream.resumed", "source", "log").count()).isEqualTo(1);
    assertThat(meters.counter("antar.stream.replayed").count()).isEqualTo(2);
  }

  @Test
  void whatTheStoreSendsAgainIsWhatWasSentLive() {
    var live = new Client(OLGA, OWN);
    live.join("0");
    tellOrder();
    tellTrips(4, 60);
    var later = new Client(OLGA, OWN);
    later.join("0");

    assertThat(log.covers(Cursor.START)).isFalse();
    assertThat(later.told()).isEqualTo(live.told()).hasSize(3);
    assertThat(meters.counter("antar.stream.resumed", "source", "store").count()).isEqualTo(1);
  }

  @Test
  void aMerchantHearsOfItsOrdersFromTheStore() {
    tellOrder();
    tellTrips(4, 60);
    feed.on(store.add(new OrderReady(ORDER, NOON)));
    var client =
        new Client(new Actor(Role.MERCHANT, "noodle-bar"), new Topic.OfMerchant(NOODLE_BAR));
    client.join("1");

    assertThat(client.events())
        .containsExactly("CourierAssigned", "OrderPickedUp", "OrderReady", "subscribed");
  }

  @Test
  void aCourierHearsOfAnOrderFromTheTimeOfCarryingIt() {
    tellOrder();
    var carlo = new Client(new Actor(Role.COURIER, CARLO.value()), OWN);
    carlo.join("0");
    var eve = new Client(new Actor(Role.COURIER, "eve"), OWN);

    assertThat(carlo.events()).containsExactly("CourierAssigned", "OrderPickedUp", "subscribed");
    assertThatThrownBy(() -> eve.join("0")).hasMessageContaining("no longer yours");
    assertThat(eve.heard()).isEmpty();
  }

  @Test
  void moreThanAConnectionHasRoomForIsSentAsItIsRead() {
    tellTrips(1, 1_000);
    var client = new Client(OLGA, Topic.BOARD, 0);
    var joined = client.start("0");
    while (!joined.isDone() || client.heard().size() < 1_001) {
      client.request(1);
    }

    assertThat(client.trips())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_000).boxed().toList());
    assertThat(client.heard().getLast()).contains("\"subscribed\"", "\"cursor\":\"1000\"");
    assertThat(client.connection.closed()).isNotDone();
  }

  @Test
  void whoCeasesToListenWhileFactsAreSentAgainHearsNoMore() {
    tellTrips(1, 1_000);
    var client = new Client(OLGA, Topic.BOARD, 0);
    var joined = client.start("0");
    joins.leave(client.connection, Topic.BOARD);
    client.request(Integer.MAX_VALUE);
    joined.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    feed.on(store.add(new AssignmentEnded(TRIP, CARLO, NOON)));

    assertThat(client.heard().getLast()).contains("\"unsubscribed\"");
    assertThat(client.connection.listensTo(Topic.BOARD)).isFalse();
  }

  @Test
  void whoAsksTwiceListensThoughTheFirstAskingIsGrantedLast() {
    tellOrder();
    var client = new Client(OLGA, OWN);
    Sinks.Empty<Void> granted = Sinks.empty();
    var first = client.start("1", granted.asMono());
    client.join("1");
    granted.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    first.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    feed.on(store.add(new OrderReady(ORDER, NOON)));

    assertThat(client.events())
        .containsExactly("CourierAssigned", "OrderPickedUp", "subscribed", "OrderReady");
  }

  @Test
  void cursorsThatNobodyCanGoOnFromAreRefused() {
    tellTrips(1, 60);
    var client = new Client(OLGA, Topic.BOARD);

    assertThatThrownBy(() -> client.join("x")).hasMessageContaining("no cursor");
    assertThatThrownBy(() -> client.join("61")).hasMessageContaining("ahead");
    tellTrips(61, 3_000);
    assertThatThrownBy(() -> client.join("1")).hasMessageContaining("More happened");
    assertThat(meters.counter("antar.stream.cursors.refused", "code", "cursor-too-old").count())
        .isEqualTo(1);
  }

  @Test
  void aCursorOfAGatewayThatIsAheadIsWaitedFor() {
    tellTrips(1, 3);
    var next = store.add(4, trip(4));
    var client = new Client(OLGA, Topic.BOARD);
    var joined = client.start("4");
    assertThat(joined).isNotDone();
    feed.on(next);
    joined.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();

    assertThat(client.events()).containsExactly("subscribed");
  }

  @Test
  void aGapThatAnotherGatewayHasHeardOfIsWaitedFor() {
    feed.on(store.add(1, trip(1)));
    feed.on(store.add(3, trip(3)));
    var late = store.add(2, trip(2));
    var client = new Client(OLGA, Topic.BOARD);
    var joined = client.start("3");
    feed.on(late);
    joined.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();

    assertThat(client.trips()).isEmpty();
  }

  /// Facts become visible in any order while a client comes and goes, now from memory and now from
  /// the store.
  @Test
  void nothingIsLostAndNothingDoubledHoweverOftenTheConnectionBreaks() throws Exception {
    Thread teller = Thread.ofPlatform().start(() -> tellOutOfOrder(TOLD_IN_ALL));
    var heard = new ArrayList<Long>();
    var random = new Random(7);
    String cursor = "0";
    boolean last = false;
    while (!last) {
      last = !teller.isAlive();
      var client = new Client(OLGA, Topic.BOARD);
      client.join(cursor);
      for (int i = random.nextInt(200_000); i > 0 && !last; i--) {
        Thread.onSpinWait();
      }
      if (last) {
        client.settle();
      }
      log.alone(() -> hub.disconnect(client.connection));
      heard.addAll(client.trips());
      cursor = client.cursor(cursor);
      stayAway(random.nextInt(10) == 0 && teller.isAlive() ? 60 : 0);
    }

    assertThat(heard).doesNotHaveDuplicates().hasSize(TOLD_IN_ALL);
    assertThat(meters.counter("antar.stream.resumed", "source", "store").count()).isPositive();
    assertThat(meters.counter("antar.stream.resumed", "source", "log").count()).isPositive();
  }

  private void stayAway(int facts) {
    long until = Math.min(store.head() + facts, TOLD_IN_ALL);
    while (store.head() < until) {
      Thread.onSpinWait();
    }
  }

  private void tellOutOfOrder(int all) {
    var random = new Random(11);
    for (long from = 1; from <= all; from += 8) {
      List<Long> some = new ArrayList<>(LongStream.range(from, from + 8).boxed().toList());
      Collections.shuffle(some, random);
      some.forEach(index -> feed.on(store.add(index, trip(index))));
      Thread.onSpinWait();
    }
  }

  private void tellOrder() {
    feed.on(store.add(1, new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON)));
    feed.on(store.add(2, new CourierAssigned(ORDER, TRIP, CARLO, NOON)));
    feed.on(store.add(3, new OrderPickedUp(ORDER, TRIP, CARLO, NOON)));
  }

  private void tellTrips(long from, long to) {
    LongStream.rangeClosed(from, to).forEach(index -> feed.on(store.add(index, trip(index))));
  }

  private static AssignmentEnded trip(long index) {
    return new AssignmentEnded(new AssignmentId("t-" + index), new CourierId("c"), NOON);
  }

  private static GatewayProperties.Stream limits() {
    return new Binder(
            new MapConfigurationPropertySource(Map.of("antar.gateway.stream.replay-limit", "2000")))
        .bindOrCreate("antar.gateway", GatewayProperties.class).stream();
  }

  private final class Client {

    private final Topic topic;
    private final Connection connection;
    private final RecordingLine line = RecordingLine.blocked();

    Client(Actor actor, Topic topic) {
      this(actor, topic, Integer.MAX_VALUE);
    }

    Client(Actor actor, Topic topic, int room) {
      this.topic = topic;
      this.line.makeRoom(room);
      this.connection = hub.connect(actor, true, Instant.MAX, loop, line);
    }

    /// All that was sent until now.
    List<String> heard() {
      settle();
      return line.texts();
    }

    void request(int frames) {
      loop.execute(() -> {
        line.makeRoom(frames);
        connection.writable();
      });
      settle();
    }

    private void settle() {
      CompletableFuture.runAsync(() -> {}, loop).join();
    }

    CompletableFuture<@Nullable Void> start(@Nullable String resume) {
      return start(resume, Mono.empty());
    }

    CompletableFuture<@Nullable Void> start(@Nullable String resume, Mono<Void> access) {
      return joins.prepare(connection, topic, access, resume).flatMap(Join::run).toFuture();
    }

    void join(@Nullable String resume) {
      joins.prepare(connection, topic, Mono.empty(), resume).flatMap(Join::run).block(PATIENCE);
    }

    /// The events told, and where it went live.
    List<String> events() {
      return heard().stream()
          .map(frame -> frame.contains("\"subscribed\"") ? "subscribed" : field(frame, "event"))
          .toList();
    }

    /// What the facts said, but for the cursors.
    List<String> told() {
      return heard().stream()
          .filter(frame -> frame.contains("\"event\""))
          .map(frame -> frame.replaceAll("\"cursor\":\"[^\"]*\",", ""))
          .toList();
    }

    List<Long> trips() {
      return heard().stream()
          .filter(frame -> frame.contains("\"assignment\""))
          .map(frame -> Long.valueOf(field(frame, "assignmentId").substring(2)))
          .toList();
    }

    String cursor(String former) {
      return heard().isEmpty() ? former : field(heard().getLast(), "cursor");
    }

    private String field(String frame, String name) {
      return frame.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }
  }
}

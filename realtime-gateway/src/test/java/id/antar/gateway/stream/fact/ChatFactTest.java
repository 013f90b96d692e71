package id.antar.gateway.stream.fact;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.chat.ChatEvent.MessageRead;
import id.antar.api.chat.ChatEvent.MessageSent;
import id.antar.api.chat.MessageId;
import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// What the parties of an order say to each other, live and sent again.
class ChatFactTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Topic OWN = new Topic.OfOrder(ORDER);
  private static final Actor CUSTOMER = new Actor(Role.CUSTOMER, ADA.value());
  private static final Actor COURIER = new Actor(Role.COURIER, CARLO.value());

  private final InMemoryFacts store = new InMemoryFacts();
  private final StreamHub hub = new StreamHub(100, System::nanoTime, _ -> {}, _ -> {});
  private final FactLog log = new FactLog(20, System::nanoTime);
  private final OrderTracks tracks = new OrderTracks(10);
  private final FactFrames frames = new FactFrames(new WireJson());
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
          new Resumes(new SimpleMeterRegistry()),
          new Binder(new MapConfigurationPropertySource(Map.of()))
              .bindOrCreate("antar.gateway", GatewayProperties.class).stream());

  @AfterEach
  void close() {
    readers.dispose();
  }

  @Test
  void whatIsSaidIsToldToWhoFollowsTheOrderOrTheMerchant() {
    tellOrder();
    var ada = new Client(CUSTOMER, OWN);
    ada.join(null);
    var merchant = new Client(new Actor(Role.MERCHANT, "noodle-bar"), merchantTopic());
    merchant.join(null);
    tell(sent(1, CARLO));
    tell(read(1));

    for (Client client : List.of(ada, merchant)) {
      assertThat(client.chat()).hasSize(2);
      assertThat(client.chat().getFirst())
          .contains(
              "\"cursor\":\"3\"",
              "\"event\":\"MessageSent\"",
              "\"author\":\"customer\"",
              "\"number\":1",
              "\"messageId\":\"message-1\"",
              "\"text\":\"text 1\"")
          .doesNotContain("reader", "\"ada\"", "carlo");
      assertThat(client.chat().getLast())
          .contains("\"event\":\"MessageRead\"", "\"reader\":\"courier\"", "\"upTo\":1")
          .doesNotContain("author", "\"text\"");
    }
  }

  @Test
  void whoMayNotReadItHearsTheRestOfTheOrder() {
    tellOrder();
    var anna = new Client(new Actor(Role.ANALYST, "anna"), OWN, false);
    anna.join(null);
    var board = new Client(new Actor(Role.OPERATOR, "olga"), Topic.BOARD);
    board.join(null);
    var door = new Client(new Actor(Role.RECIPIENT, "order-1"), new Topic.OfRecipient(ORDER));
    door.join(null);
    tell(sent(1, CARLO));
    tell(new CourierUnassigned(ORDER, TRIP, CARLO, "puncture", NOON));

    for (Client client : List.of(anna, board, door)) {
      assertThat(client.chat()).isEmpty();
      assertThat(client.heard().getLast()).contains("CourierUnassigned", "\"cursor\":\"4\"");
    }
    var again = new Client(new Actor(Role.ANALYST, "anna"), OWN, false);
    again.join("2");
    assertThat(again.chat()).isEmpty();
  }

  @Test
  void aCourierHearsWhatIsSaidWhileCarryingTheOrder() {
    tellOrder();
    var carlo = new Client(COURIER, OWN);
    carlo.join(null);
    tell(sent(1, CARLO));
    tell(new CourierUnassigned(ORDER, TRIP, CARLO, "puncture", NOON));
    tell(sent(2, null));

    assertThat(carlo.chat()).singleElement().asString().contains("text 1");
    assertThat(carlo.heard().getLast()).contains("no longer yours");
  }

  @Test
  void aCourierWhoCameByAViewThatWasBehindHearsNothing() {
    tellOrder();
    var late = new Client(new Actor(Role.COURIER, "eve"), OWN);
    hub.subscribe(late.connection, OWN);
    tell(sent(1, CARLO));

    assertThat(late.chat()).isEmpty();
    assertThat(late.heard()).singleElement().asString().contains("no longer yours");
  }

  @Test
  void afterABreakItComesOnceInItsOrderFromMemoryAndFromTheStore() {
    tellOrder();
    var live = new Client(CUSTOMER, OWN);
    live.join("0");
    tell(sent(1, CARLO));
    tell(new CourierUnassigned(ORDER, TRIP, CARLO, "puncture", NOON));
    tell(sent(2, null));
    tell(read(2));

    var fromMemory = new Client(CUSTOMER, OWN);
    fromMemory.join("0");
    assertThat(log.covers(Cursor.START)).isTrue();
    assertThat(fromMemory.told()).isEqualTo(live.told());

    for (int i = 0; i < 60; i++) {
      tell(new AssignmentEnded(TRIP, CARLO, NOON));
    }
    assertThat(log.covers(Cursor.START)).isFalse();
    var fromStore = new Client(CUSTOMER, OWN);
    fromStore.join("0");
    var middle = new Client(CUSTOMER, OWN);
    middle.join("3");
    var merchant = new Client(new Actor(Role.MERCHANT, "noodle-bar"), merchantTopic());
    merchant.join("2");

    assertThat(fromStore.told()).isEqualTo(live.told()).hasSize(6);
    assertThat(middle.told()).isEqualTo(live.told().subList(3, 6));
    assertThat(merchant.chat()).hasSize(3);
  }

  @Test
  void aCourierIsSentAgainNoMoreThanWasForThem() {
    tellOrder();
    tell(sent(1, null));
    tell(sent(2, CARLO));
    tell(sent(3, new CourierId("eve")));
    var carlo = new Client(COURIER, OWN);
    carlo.join("0");

    assertThat(carlo.chat()).singleElement().asString().contains("text 2");
  }

  @Test
  void whatAForgottenPersonSaidHasNoText() {
    tellOrder();
    var ada = new Client(CUSTOMER, OWN);
    ada.join(null);
    tell(
        new MessageSent(
            ORDER,
            new MessageId("message-1"),
            1,
            new Party.Customer(ADA),
            NOODLE_BAR,
            CARLO,
            Personal.forgotten(ADA.personId()),
            NOON));

    assertThat(ada.chat()).singleElement().asString().doesNotContain("\"text\"");
  }

  private void tellOrder() {
    tell(new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON));
    tell(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
  }

  private void tell(Object event) {
    feed.on(store.add(event));
  }

  private static Topic merchantTopic() {
    return new Topic.OfMerchant(NOODLE_BAR);
  }

  private static MessageSent sent(int number, @Nullable CourierId courier) {
    return new MessageSent(
        ORDER,
        new MessageId("message-" + number),
        number,
        new Party.Customer(ADA),
        NOODLE_BAR,
        courier,
        Personal.of(ADA.personId(), "text " + number),
        NOON);
  }

  private static MessageRead read(int upTo) {
    return new MessageRead(ORDER, new Party.Courier(CARLO), 0, upTo, NOODLE_BAR, CARLO, NOON);
  }

  private final class Client {

    private final Topic topic;
    private final RecordingLine line = new RecordingLine();
    private final Connection connection;

    Client(Actor actor, Topic topic) {
      this(actor, topic, true);
    }

    Client(Actor actor, Topic topic, boolean hearsChat) {
      this.topic = topic;
      this.connection = hub.connect(actor, hearsChat, Instant.MAX, Runnable::run, line);
    }

    void join(@Nullable String resume) {
      joins.prepare(connection, topic, Mono.empty(), resume).flatMap(Join::run).block(PATIENCE);
    }

    List<String> heard() {
      return line.texts();
    }

    List<String> chat() {
      return heard().stream().filter(frame -> frame.contains("\"type\":\"chat\"")).toList();
    }

    /// What the facts said, but for the cursors.
    List<String> told() {
      return heard().stream()
          .filter(frame -> frame.contains("\"event\""))
          .map(frame -> frame.replaceAll("\"cursor\":\"[^\"]*\",", ""))
          .toList();
    }
  }
}

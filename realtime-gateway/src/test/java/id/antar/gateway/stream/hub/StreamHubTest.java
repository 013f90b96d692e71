package id.antar.gateway.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamHubTest {

  private static final Topic ORDER = new Topic.OfOrder(new OrderId("1"));
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration STALLED = Duration.ofSeconds(30);
  private static final Executor HERE = Runnable::run;

  private final AtomicLong nanos = new AtomicLong();
  private final List<Long> latencies = new ArrayList<>();
  private final List<CloseReason> closed = new ArrayList<>();
  private final StreamHub hub = new StreamHub(4, nanos::get, latencies::add, closed::add);

  @Test
  void aFrameIsMadeOnceForAllWhoListen() {
    var made = new AtomicInteger();
    RecordingLine ada = listen("ada", ORDER);
    RecordingLine bob = listen("bob", ORDER);
    RecordingLine eve = listen("eve", Topic.BOARD);

    hub.publish(ORDER, _ -> fact("x" + made.incrementAndGet()));

    assertThat(ada.texts()).containsExactly("x1");
    assertThat(bob.texts()).containsExactly("x1");
    assertThat(eve.texts()).isEmpty();
  }

  @Test
  void nothingIsMadeForNobody() {
    hub.publish(
        ORDER,
        _ -> {
          throw new AssertionError("made");
        });
    assertThat(hub.hasListeners(ORDER)).isFalse();
  }

  @Test
  void whatWaitsForOneTurnOfTheLoopIsFlushedOnce() {
    Deque<Runnable> loop = new ArrayDeque<>();
    var line = new RecordingLine();
    Connection ada = connect("ada", line, loop::add, NOW);
    hub.subscribe(ada, ORDER);
    hub.publish(ORDER, _ -> fact("a"));
    hub.publish(ORDER, _ -> fact("b"));
    ada.send(fact("c"));

    assertThat(loop).hasSize(1);
    loop.remove().run();

    assertThat(line.texts()).containsExactly("a", "b", "c");
    assertThat(line.flushes()).isEqualTo(1);
  }

  @Test
  void latencyIsMeasuredAtTheFlush() {
    Deque<Runnable> loop = new ArrayDeque<>();
    hub.subscribe(connect("ada", new RecordingLine(), loop::add, NOW), ORDER);
    hub.publish(ORDER, topic -> Frame.momentary("position", () -> new byte[1], topic, 100));
    nanos.set(1500);
    loop.remove().run();

    assertThat(latencies).containsExactly(1400L);
  }

  @Test
  void whoDoesNotReadIsClosedAndHurtsNobody() {
    RecordingLine slow = RecordingLine.blocked();
    Connection connection = connect("slow", slow, HERE, NOW);
    hub.subscribe(connection, ORDER);
    RecordingLine quick = listen("quick", ORDER);

    IntStream.range(0, 10).forEach(i -> hub.publish(ORDER, _ -> fact("f" + i)));

    assertThat(quick.texts()).hasSize(10);
    assertThat(slow.texts()).isEmpty();
    assertThat(connection.closed()).isCompletedWithValue(CloseReason.TOO_SLOW);
    assertThat(closed).containsExactly(CloseReason.TOO_SLOW);
  }

  @Test
  void whoReadsAgainGetsFactsInOrderThenTheLatestMoments() {
    RecordingLine line = RecordingLine.blocked();
    Connection ada = connect("ada", line, HERE, NOW);
    hub.subscribe(ada, ORDER);
    hub.publish(ORDER, topic -> moment("p1", topic));
    hub.publish(ORDER, _ -> fact("a"));
    hub.publish(ORDER, topic -> moment("p2", topic));
    hub.publish(ORDER, _ -> fact("b"));

    line.makeRoom(1);
    ada.writable();
    assertThat(line.texts()).containsExactly("a");
    line.makeRoom(9);
    ada.writable();
    hub.publish(ORDER, _ -> fact("c"));

    assertThat(line.texts()).containsExactly("a", "b", "p2", "c");
  }

  @Test
  void inPlaceOfTwoChangesThatWaitTheWholeIsSent() {
    RecordingLine line = RecordingLine.blocked();
    Connection ada = connect("ada", line, HERE, NOW);
    hub.subscribe(ada, ORDER);
    for (String change : List.of("first", "second")) {
      hub.publish(ORDER, topic -> moment(change, topic).orWhole(() -> moment("all", topic)));
    }
    line.makeRoom(9);
    ada.writable();

    assertThat(line.texts()).containsExactly("all");
  }

  @Test
  void momentsOfAStalledClientTakeNoRoom() {
    Connection slow = connect("slow", RecordingLine.blocked(), HERE, NOW);
    hub.subscribe(slow, ORDER);

    IntStream.range(0, 1000).forEach(_ -> hub.publish(ORDER, topic -> moment("p", topic)));

    assertThat(slow.closed()).isNotDone();
  }

  @Test
  void momentsOfATopicThatIsOverAreForgottenWhereTheyWait() {
    RecordingLine line = RecordingLine.blocked();
    Connection ada = connect("ada", line, HERE, NOW);
    hub.subscribe(ada, ORDER);
    hub.subscribe(ada, Topic.BOARD);
    hub.publish(ORDER, topic -> moment("order", topic));
    hub.publish(Topic.BOARD, topic -> moment("board", topic));

    hub.forgetMoments(ORDER);
    line.makeRoom(9);
    ada.writable();

    assertThat(line.texts()).containsExactly("board");
  }

  @Test
  void roomIsToldWhenHalfOfIsTaken() {
    RecordingLine line = RecordingLine.blocked();
    Connection ada = connect("ada", line, HERE, NOW);
    assertThat(ada.whenRoomy()).isDone();
    IntStream.range(0, 4).forEach(i -> ada.send(fact("f" + i)));
    var roomy = ada.whenRoomy();
    assertThat(roomy).isNotDone();

    line.makeRoom(2);
    ada.writable();

    assertThat(roomy).isDone();
  }

  @Test
  void whoWaitsForRoomIsToldWhenItIsOver() {
    Connection ada = connect("ada", RecordingLine.blocked(), HERE, NOW);
    IntStream.range(0, 4).forEach(i -> ada.send(fact("f" + i)));
    var roomy = ada.whenRoomy();

    hub.disconnect(ada);

    assertThat(roomy).isDone();
    assertThat(ada.isOver()).isTrue();
  }

  @Test
  void aClosedConnectionLeavesNothingBehind() {
    Connection ada = connect("ada", new RecordingLine(), HERE, NOW);
    hub.subscribe(ada, ORDER);
    hub.subscribe(ada, Topic.BOARD);
    hub.subscribe(ada, Topic.BOARD);
    assertThat(hub.subscriptionCount()).isEqualTo(2);

    hub.disconnect(ada);
    hub.subscribe(ada, ORDER);

    assertThat(hub.connectionCount()).isZero();
    assertThat(hub.subscriptionCount()).isZero();
    assertThat(hub.hasListeners(ORDER)).isFalse();
  }

  @Test
  void othersListenOnWhenOneOfThemLeaves() {
    var lines = new ArrayList<RecordingLine>();
    var connections = new ArrayList<Connection>();
    for (int i = 0; i < 5; i++) {
      lines.add(new RecordingLine());
      connections.add(connect("c" + i, lines.get(i), HERE, NOW));
      hub.subscribe(connections.get(i), ORDER);
    }

    hub.unsubscribe(connections.get(1), ORDER);
    hub.disconnect(connections.get(4));
    hub.publish(ORDER, _ -> fact("x"));

    assertThat(lines).extracting(line -> line.texts().size()).containsExactly(1, 0, 1, 1, 0);
  }

  @Test
  void beatsCloseTheExpiredAndTheStalledAndComfortTheOthersOnce() {
    Connection expired = connect("expired", new RecordingLine(), HERE, NOW);
    Connection stalled = connect("stalled", RecordingLine.blocked(), HERE, NOW.plusSeconds(9));
    var lively = new RecordingLine();
    var _ = connect("lively", lively, HERE, NOW.plusSeconds(9));
    stalled.send(fact("unread"));
    nanos.set(STALLED.toNanos() + 1);

    for (int i = 0; i < StreamHub.BEATS; i++) {
      hub.beat(NOW, STALLED, moment("beat", Topic.BOARD));
    }

    assertThat(expired.closed()).isCompletedWithValue(CloseReason.TOKEN_EXPIRED);
    assertThat(stalled.closed()).isCompletedWithValue(CloseReason.STALLED);
    assertThat(lively.texts()).containsExactly("beat");
  }

  @Test
  void whoHasSomethingToReadNeedsNoHeartbeat() {
    RecordingLine line = RecordingLine.blocked();
    Connection ada = connect("ada", line, HERE, NOW.plusSeconds(9));
    ada.send(fact("a"));
    for (int i = 0; i < StreamHub.BEATS; i++) {
      hub.beat(NOW, STALLED, moment("beat", Topic.BOARD));
    }
    line.makeRoom(9);
    ada.writable();

    assertThat(line.texts()).containsExactly("a");
  }

  @Test
  void aRevokedSubscriptionIsToldAndHearsNoMore() {
    var carlo = new RecordingLine();
    var rita = new RecordingLine();
    hub.subscribe(hub.connect(courier("carlo"), true, NOW, HERE, carlo), ORDER);
    hub.subscribe(hub.connect(courier("rita"), true, NOW, HERE, rita), ORDER);

    hub.revoke(ORDER, courier("carlo")::equals, _ -> fact("over"));
    hub.publish(ORDER, _ -> fact("next"));

    assertThat(carlo.texts()).containsExactly("over");
    assertThat(rita.texts()).containsExactly("next");
    assertThat(hub.subscriptionCount()).isEqualTo(1);
  }

  @Test
  void nothingIsLostDoubledOrOvertakenBetweenThreads() {
    int each = 20_000;
    var line = new RecordingLine();
    try (var loop = Executors.newSingleThreadExecutor();
        var writers = Executors.newFixedThreadPool(2)) {
      hub.subscribe(connect("ada", line, loop, NOW), ORDER);
      for (String name : List.of("a", "b")) {
        writers.execute(
            () -> IntStream.range(0, each).forEach(i -> hub.publish(ORDER, _ -> fact(name + i))));
      }
      writers.shutdown();
      await().until(() -> line.texts().size() == 2 * each);
    }

    for (String name : List.of("a", "b")) {
      assertThat(line.texts().stream().filter(text -> text.startsWith(name)))
          .containsExactlyElementsOf(IntStream.range(0, each).mapToObj(i -> name + i).toList());
    }
    assertThat(line.texts()).hasSize(2 * each);
  }

  @Test
  void topicsAreReadAsTheyAreWritten() {
    for (String text : List.of("order:1", "merchant:m-1", "courier:c", "board")) {
      assertThat(Topic.parse(text)).map(Topic::toString).contains(text);
    }
    assertThat(Topic.parse("courier:c")).contains(new Topic.OfCourier(new CourierId("c")));
    for (String text : List.of("", "order", "order:", "order:/..", "board:1", "moon:1")) {
      assertThat(Topic.parse(text)).isEmpty();
    }
  }

  private RecordingLine listen(String name, Topic topic) {
    var line = new RecordingLine();
    hub.subscribe(connect(name, line, HERE, NOW), topic);
    return line;
  }

  private Connection connect(String name, Line line, Executor loop, Instant expiresAt) {
    return hub.connect(new Actor(Role.CUSTOMER, name), true, expiresAt, loop, line);
  }

  private static Actor courier(String id) {
    return new Actor(Role.COURIER, id);
  }

  private static Frame fact(String text) {
    return Frame.lasting("order", text.getBytes(UTF_8), "1");
  }

  private static Frame moment(String text, Topic topic) {
    return Frame.momentary("position", () -> text.getBytes(UTF_8), topic, 0);
  }
}

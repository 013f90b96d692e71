package id.antar.gateway.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierId;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class StreamHubTest {

  private static final Topic ORDER = new Topic.OfOrder(new OrderId("1"));
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration STALLED = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final StreamHub hub = new StreamHub(4, nanos::get, _ -> {});

  @Test
  void aFrameIsMadeOnceForAllWhoListen() {
    var made = new AtomicInteger();
    List<String> ada = listen(connect("ada"), ORDER);
    List<String> bob = listen(connect("bob"), ORDER);
    List<String> eve = listen(connect("eve"), Topic.BOARD);

    hub.publish(ORDER, _ -> fact("x" + made.incrementAndGet()));

    assertThat(ada).containsExactly("x1");
    assertThat(bob).containsExactly("x1");
    assertThat(eve).isEmpty();
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
  void whoDoesNotReadIsClosedAndHurtsNobody() {
    Connection slow = connect("slow");
    hub.subscribe(slow, ORDER);
    List<String> quick = listen(connect("quick"), ORDER);

    for (int i = 0; i < 10; i++) {
      String text = "f" + i;
      hub.publish(ORDER, _ -> fact(text));
    }

    assertThat(quick).hasSize(10);
    assertThat(slow.closed()).isCompletedWithValue(CloseReason.TOO_SLOW);
  }

  @Test
  void momentsOfAStalledClientTakeNoRoom() {
    Connection slow = connect("slow");
    hub.subscribe(slow, ORDER);

    for (int i = 0; i < 1000; i++) {
      hub.publish(ORDER, topic -> Frame.momentary("position", new byte[1], topic, 0));
    }

    assertThat(slow.closed()).isNotDone();
  }

  @Test
  void aClosedConnectionLeavesNothingBehind() {
    Connection ada = connect("ada");
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
  void aBeatClosesTheExpiredAndTheStalledAndComfortsTheOthers() {
    Connection expired = connect("expired");
    Connection stalled = connect("stalled", NOW.plusSeconds(9));
    List<String> lively = listen(connect("lively", NOW.plusSeconds(9)), ORDER);
    Frame beat = Frame.momentary("heartbeat", "beat".getBytes(UTF_8), Topic.BOARD, 0);
    stalled.send(fact("unread"));
    nanos.set(STALLED.toNanos() + 1);

    hub.beat(NOW, STALLED, beat);

    assertThat(expired.closed()).isCompletedWithValue(CloseReason.TOKEN_EXPIRED);
    assertThat(lively).containsExactly("beat");
    assertThat(stalled.closed()).isCompletedWithValue(CloseReason.STALLED);
  }

  @Test
  void aRevokedSubscriptionIsToldAndHearsNoMore() {
    List<String> carlo = listen(hub.connect(courier("carlo"), NOW, Runnable::run), ORDER);
    List<String> rita = listen(hub.connect(courier("rita"), NOW, Runnable::run), ORDER);

    hub.revoke(ORDER, courier("carlo")::equals, _ -> fact("over"));
    hub.publish(ORDER, _ -> fact("next"));

    assertThat(carlo).containsExactly("over");
    assertThat(rita).containsExactly("next");
  }

  @Test
  void topicsAreReadAsTheyAreWritten() {
    for (String text : List.of("order:1", "merchant:m-1", "courier:c", "board")) {
      assertThat(Topic.parse(text)).map(Topic::toString).contains(text);
    }
    assertThat(Topic.parse("courier:c")).contains(new Topic.OfCourier(new CourierId("c")));
    for (String text : List.of("", "order", "order:", "order:/..", "board:1", "zone:1")) {
      assertThat(Topic.parse(text)).isEmpty();
    }
  }

  private Connection connect(String name) {
    return connect(name, NOW);
  }

  private Connection connect(String name, Instant expiresAt) {
    return hub.connect(new Actor(Role.CUSTOMER, name), expiresAt, Runnable::run);
  }

  private static Actor courier(String id) {
    return new Actor(Role.COURIER, id);
  }

  private List<String> listen(Connection connection, Topic topic) {
    var heard = new ArrayList<String>();
    var _ = Flux.from(connection.frames()).map(Frame::toString).subscribe(heard::add);
    hub.subscribe(connection, topic);
    return heard;
  }

  private static Frame fact(String text) {
    return Frame.lasting("order", text.getBytes(UTF_8), "1");
  }
}

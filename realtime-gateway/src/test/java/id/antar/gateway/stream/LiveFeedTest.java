package id.antar.gateway.stream;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoPoint;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.fact.OrderTracks;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.RecordingLine;
import id.antar.gateway.stream.hub.StreamHub;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.place.LastPositions;
import id.antar.gateway.stream.place.PositionFrames;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveFeedTest {

  private static final Topic TOPIC = new Topic.OfOrder(ORDER);

  private final AtomicLong nanos = new AtomicLong(1);
  private final StreamHub hub = new StreamHub(64, nanos::get, _ -> {}, _ -> {});
  private final OrderTracks tracks = new OrderTracks(10);
  private final WireJson json = new WireJson();
  private final LiveFeed feed =
      new LiveFeed(
          hub,
          tracks,
          new Frames(json),
          new LastPositions(10, Duration.ofSeconds(30), nanos::get),
          new PositionFrames(json, new EngineClock(NOON, 1, nanos::get)));
  private final RecordingLine line = RecordingLine.blocked();
  private final Connection ada =
      hub.connect(
          new Actor(Role.CUSTOMER, "ada"), true, NOON.plusSeconds(600), Runnable::run, line);

  @Test
  void followersAreToldOnceOfACourierWhoFellSilent() {
    tell(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    follow();
    feed.accept(fix(17));
    pass(30);

    feed.tellSilent();
    feed.tellSilent();

    assertThat(line.texts()).hasSize(2);
    assertThat(line.texts().getFirst()).contains("\"sequence\":17", "\"ageMillis\":0");
    assertThat(line.texts().getFirst()).doesNotContain("stale");
    assertThat(line.texts().getLast()).contains("\"ageMillis\":30000", "\"stale\":true");
  }

  @Test
  void whoBeginsToFollowIsToldTheLastPosition() {
    tell(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    feed.accept(fix(17));
    pass(7);
    listen();

    tracks.get(ORDER).read(now -> feed.tellLast(ada, TOPIC, now));

    assertThat(line.texts())
        .singleElement()
        .asString()
        .contains("\"sequence\":17", "\"ageMillis\":7000")
        .doesNotContain("stale");
  }

  @Test
  void nobodyIsToldOfACourierWhoDoesNotCarryTheOrder() {
    feed.accept(fix(17));
    follow();
    tracks.get(ORDER).read(now -> feed.tellLast(ada, TOPIC, now));
    tell(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    tell(new OrderDelivered(ORDER, TRIP, CARLO, NOON));

    tracks.get(ORDER).read(now -> feed.tellLast(ada, TOPIC, now));
    feed.accept(fix(18));
    pass(30);
    feed.tellSilent();

    assertThat(line.texts()).isEmpty();
  }

  private void tell(OrderEvent event) {
    tracks.get(ORDER).apply(event, (_, _) -> {});
  }

  private void follow() {
    listen();
    hub.subscribe(ada, TOPIC);
  }

  private void listen() {
    line.makeRoom(Integer.MAX_VALUE);
    ada.writable();
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private static CourierPosition fix(long sequence) {
    return new CourierPosition(
        CARLO, new GeoPoint(43.73, 7.42), 90.0, 5.0, null, sequence, NOON, NOON, 1);
  }
}

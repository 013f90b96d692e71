package id.antar.gateway.stream.place;

import static id.antar.gateway.stream.place.Fixes.NOON;
import static id.antar.gateway.stream.place.Fixes.fix;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.dispatch.ZoneId;
import id.antar.api.order.OrderId;
import id.antar.api.time.EngineClock;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.RecordingLine;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.place.PositionsTold.Told;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PositionFramesTest {

  private static final Topic.OfOrder TOPIC = new Topic.OfOrder(new OrderId("order-1"));

  private final AtomicLong nanos = new AtomicLong();
  private final PositionFrames frames =
      new PositionFrames(new WireJson(), new EngineClock(NOON, 1, nanos::get));

  @Test
  void anOrdersPosition() {
    var sighting = new Sighting(7, fix("carlo", 43.7312345, 7.42, 187.4321, 5.0, NOON), 0, false);
    nanos.set(TimeUnit.MILLISECONDS.toNanos(120));

    var frame = frames.position(TOPIC, TOPIC.orderId(), sighting, 0);
    nanos.set(TimeUnit.MILLISECONDS.toNanos(500));

    assertThat(frame)
        .hasToString(
            """
            {"type":"position","topic":"order:order-1","courierId":"carlo","latitude":43.731234,\
            "longitude":7.42,"heading":187.4,"speed":5.0,"sequence":17,\
            "occurredAt":"2026-11-21T12:00:00Z","ageMillis":120}\
            """);
    assertThat(BinaryReader.position(RecordingLine.binary(frame)).place().ageMillis())
        .isEqualTo(120);
  }

  @Test
  void aStaleOneSaysSo() {
    var sighting = new Sighting(7, fix("carlo", 43.73, 7.42, null, null, NOON), 0, true);

    assertThat(frames.position(TOPIC, TOPIC.orderId(), sighting, 0).toString())
        .endsWith("\"ageMillis\":0,\"stale\":true}")
        .doesNotContain("heading", "speed");
  }

  @Test
  void aCellsPositions() {
    var sighting = new Sighting(7, fix("carlo", 43.73, 7.42), 0, true);
    var gone = new Sighting(8, fix("rita", 43.73, 7.42), 0, false);
    var told =
        new PositionsTold(
            new Topic.OfCell(0x88f),
            0x88f,
            NOON,
            false,
            List.of(new Told(sighting, true)),
            List.of(gone));

    assertThat(frames.positions(told))
        .hasToString(
            """
            {"type":"positions","cell":"88f","at":"2026-11-21T12:00:00Z","positions":[\
            {"courierId":"carlo","latitude":43.73,"longitude":7.42,"heading":90.0,"speed":5.0,\
            "ageMillis":0,"stale":true}],"gone":["rita"]}\
            """);
  }

  @Test
  void aWholeZone() {
    var topic = new Topic.OfZone(new ZoneId("main"));
    var told = new PositionsTold(topic, 0, NOON, true, List.of(), List.of());

    assertThat(frames.positions(told))
        .hasToString(
            """
            {"type":"positions","topic":"zone:main","at":"2026-11-21T12:00:00Z","whole":true,\
            "positions":[]}\
            """);
  }

  @Test
  void howManyAreWhere() {
    var topic = new Topic.OfViewport("43,7,44,8");

    assertThat(frames.density(topic, 6, NOON, Map.of(0x86fL, 12)))
        .hasToString(
            """
            {"type":"density","topic":"viewport:43,7,44,8","resolution":6,\
            "at":"2026-11-21T12:00:00Z","cells":[{"cell":"86f","couriers":12}]}\
            """);
  }
}

package id.antar.gateway.stream.place;

import static id.antar.gateway.stream.place.Fixes.NOON;
import static id.antar.gateway.stream.place.Fixes.fix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.antar.api.order.OrderId;
import id.antar.gateway.stream.hub.Topic;
import id.antar.gateway.stream.place.BinaryReader.Entry;
import id.antar.gateway.stream.place.BinaryReader.Place;
import id.antar.gateway.stream.place.PositionsTold.Told;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionBinaryTest {

  private static final long CELL = 0x88396904c7fffffL;
  private static final Topic TOPIC = new Topic.OfCell(CELL);
  private static final Instant NOW = NOON.plusMillis(300);

  @Test
  void anOrdersPositionComesBackAsItWas() {
    var sighting = new Sighting(7, fix("carlo", 43.7312345, -7.4212345), 0, true);

    byte[] frame = PositionBinary.position(new OrderId("order-1"), "carlo", sighting, NOW);

    var read = BinaryReader.position(frame);
    assertThat(read.order()).isEqualTo("order-1");
    assertThat(read.courier()).isEqualTo("carlo");
    assertThat(read.at()).isEqualTo(NOW);
    assertThat(read.place()).isEqualTo(new Place(43.731234, -7.421234, 90.0, 5.0, 300, true));
    assertThat(frame).hasSize(1 + 8 + 6 + 8 + 1 + 8 + 2 + 2);
  }

  @Test
  void aCellsPositionsComeBackAsTheyWere() {
    var named = new Sighting(1, fix("carlo", 43.73, 7.42), 0, false);
    var known =
        new Sighting(300, fix("rita", -33.9, 151.2, null, null, NOON.minusSeconds(60)), 0, true);
    var gone = new Sighting(12, fix("rosa", 43.7, 7.4), 0, false);
    var told =
        new PositionsTold(
            TOPIC,
            CELL,
            NOW,
            false,
            List.of(new Told(named, true), new Told(known, false)),
            List.of(gone));

    var read = BinaryReader.positions(PositionBinary.positions(told));

    assertThat(read.whole()).isFalse();
    assertThat(read.cell()).isEqualTo(CELL);
    assertThat(read.at()).isEqualTo(NOW);
    assertThat(read.entries())
        .containsExactly(
            new Entry(1, "carlo", false, new Place(43.73, 7.42, 90.0, 5.0, 300, false)),
            new Entry(300, null, false, new Place(-33.9, 151.2, null, null, 60_300, true)),
            new Entry(12, null, true, null));
  }

  @Test
  void headingsAndSpeedsFitIntoAByte() {
    assertThat(place(359.9, 200.0).heading()).isZero();
    assertThat(place(360.0, 200.0).speed()).isEqualTo(127.5);
    assertThat(place(181.0, 5.3).heading()).isCloseTo(181, within(0.71));
    assertThat(place(0.0, 5.3).speed()).isEqualTo(5.5);
  }

  @Test
  void aFixFromTheFutureIsOfThisMoment() {
    var ahead = new Sighting(1, fix("carlo", 43, 7, 0.0, 0.0, NOW.plusSeconds(9)), 0, false);

    var read =
        BinaryReader.position(PositionBinary.position(new OrderId("o"), "carlo", ahead, NOW));

    assertThat(read.place().ageMillis()).isZero();
  }

  @Test
  void fivePositionsTakeAtMostTwentyTwoBytesEach() {
    List<Told> five =
        IntStream.range(1000, 1005)
            .mapToObj(i -> new Sighting(i, fix("courier-" + i, 43.7, 7.4), 0, false))
            .map(sighting -> new Told(sighting, false))
            .toList();

    byte[] frame =
        PositionBinary.positions(new PositionsTold(TOPIC, CELL, NOW, false, five, List.of()));

    assertThat(frame).hasSize(18 + 5 * 15);
    int webSocketHeader = 2;
    assertThat((frame.length + webSocketHeader) / 5.0).isLessThanOrEqualTo(19);
  }

  private static Place place(double heading, double speed) {
    var sighting = new Sighting(1, fix("carlo", 43.7, 7.4, heading, speed, NOON), 0, false);
    return BinaryReader.position(PositionBinary.position(new OrderId("o"), "carlo", sighting, NOW))
        .place();
  }
}

package id.antar.infra.position;

import static id.antar.infra.position.Fixes.NOON;
import static id.antar.infra.position.Fixes.fix;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate;
import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.api.position.LiveUpdate.OrderEta;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BusFormTest {
  private static final OrderEta ETA =
      new OrderEta(new OrderId("o1"), new CourierId("c1"), null, NOON.plusSeconds(60), NOON);

  private final BusForm form = new BusForm();

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void everythingArrivesAsItWasSentButForWhenItCameIn() {
    byte[] written = form.write("one", BusMessage.of(5, List.of(ETA, fix("c1", 3))));
    BusMessage read = form.read(written);

    assertThat(form.sender(written)).isEqualTo("one");
    assertThat(read.sentAt()).isEqualTo(5);
    CourierPosition sent = fix("c1", 3);
    assertThat(read.heardAt(99))
        .containsExactly(
            new CourierPosition(
                sent.courierId(),
                new GeoPoint(43.73, 7.42),
                null,
                5.5,
                null,
                3,
                NOON,
                sent.receivedAt(),
                99),
            ETA);
  }

  @Test
  void whoHasSentItIsSeenWithoutReadingIt() {
    byte[] written = form.write("one", BusMessage.of(5, List.of()));

    assertThat(form.isFrom("one", written)).isTrue();
    assertThat(form.isFrom("on", written)).isFalse();
    assertThat(form.isFrom("one more", written)).isFalse();
    assertThat(form.isFrom("one", bytes("one"))).isFalse();
    assertThat(form.isFrom("one", bytes(""))).isFalse();
  }

  @Test
  void aFarewellIsOne() {
    assertThat(form.read(form.write("one", BusMessage.farewell(5))).leaving()).isTrue();
    assertThat(form.read(form.write("one", BusMessage.of(5, List.of()))).leaving()).isFalse();
  }

  @Test
  void whatALaterVersionSaysMoreIsPassedOver() {
    String today = new String(form.write("one", BusMessage.of(5, List.of(fix("c1", 3)))), UTF_8);
    String later =
        today
            .replace("\"sequence\":", "\"altitude\":{\"metres\":3},\"sequence\":")
            .replace("\"sentAt\":", "\"weather\":[{\"rain\":true}],\"sentAt\":");

    assertThat(later).contains("altitude", "weather");
    assertThat(form.read(bytes(later))).isEqualTo(form.read(bytes(today)));
  }

  @Test
  void whatIsNoMessageIsRefused() {
    assertThatThrownBy(() -> form.sender(bytes("hello"))).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> form.read(bytes("one\nhello"))).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> form.read(bytes("one\n{\"positions\":[{\"courierId\":\"c\"}]}")))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aFixTakesLessThanThreeHundredBytes() {
    List<LiveUpdate> fixes =
        IntStream.range(0, 100).<LiveUpdate>mapToObj(i -> fix("courier-" + i, i)).toList();

    assertThat(form.write("one", BusMessage.of(5, fixes)).length).isLessThan(30_000);
  }
}

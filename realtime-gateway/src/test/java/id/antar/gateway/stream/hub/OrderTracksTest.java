package id.antar.gateway.stream.hub;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import org.junit.jupiter.api.Test;

class OrderTracksTest {

  private final OrderTracks tracks = new OrderTracks(2);
  private final OrderTracks.Track track = tracks.get(ORDER);

  @Test
  void anOrderIsCarriedFromAcceptanceToDelivery() {
    assertThat(tracks.carriedBy(CARLO)).isEmpty();
    apply(new CourierAssigned(ORDER, TRIP, CARLO, NOON), 1);
    assertThat(tracks.carriedBy(CARLO)).containsExactly(track);
    apply(new OrderPickedUp(ORDER, TRIP, CARLO, NOON), 2);
    assertThat(tracks.carriedBy(CARLO)).containsExactly(track);
    apply(new OrderDelivered(ORDER, TRIP, CARLO, NOON), 3);

    assertThat(tracks.carriedBy(CARLO)).isEmpty();
    assertThat(track.now().stage()).isEqualTo(OrderStage.DELIVERED);
    assertThat(track.now().cursor()).isEqualTo(3);
  }

  @Test
  void aViewThatIsBehindDoesNotBringACourierBack() {
    apply(new CourierUnassigned(ORDER, TRIP, CARLO, "flat tyre", NOON), 5);

    track.fill(OrderNow.of(order(OrderStage.READY, CARLO)));

    assertThat(tracks.carriedBy(CARLO)).isEmpty();
    assertThat(track.now().merchantId()).isEqualTo(NOODLE_BAR);
    assertThat(track.now().stage()).isEqualTo(OrderStage.READY);
    assertThat(track.now().cursor()).isEqualTo(5);
  }

  @Test
  void whatFactsDidNotSayComesFromTheView() {
    apply(new ReadyTimeChanged(ORDER, NOON, NOON), 5);

    track.fill(OrderNow.of(order(OrderStage.PREPARING, CARLO)));

    assertThat(tracks.carriedBy(CARLO)).containsExactly(track);
    assertThat(track.now().isKnown()).isTrue();
  }

  @Test
  void aFinishedOrdersViewHasNoCourierToFollow() {
    track.fill(OrderNow.of(order(OrderStage.DELIVERED, CARLO)));

    assertThat(tracks.carriedBy(CARLO)).isEmpty();
  }

  @Test
  void theOrdersLongestUnheardOfAreForgotten() {
    apply(new CourierAssigned(ORDER, TRIP, CARLO, NOON), 1);
    var _ = tracks.get(new OrderId("order-2"));
    var _ = tracks.get(new OrderId("order-3"));

    assertThat(tracks.carriedBy(CARLO)).isEmpty();
    assertThat(tracks.get(ORDER).now().isKnown()).isFalse();
  }

  private void apply(OrderEvent event, long position) {
    track.apply(event, position, (_, _) -> {});
  }
}

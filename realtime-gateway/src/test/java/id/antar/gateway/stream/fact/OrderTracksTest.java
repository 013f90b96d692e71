package id.antar.gateway.stream.fact;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderStage;
import org.junit.jupiter.api.Test;

class OrderTracksTest {

  private final OrderTracks tracks = new OrderTracks(2);
  private final OrderTracks.Track track = tracks.get(ORDER);

  @Test
  void anOrderIsCarriedFromAcceptanceToDelivery() {
    assertThat(tracks.carriedBy(CARLO)).isEmpty();
    apply(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    assertThat(tracks.carriedBy(CARLO)).containsExactly(track);
    apply(new OrderPickedUp(ORDER, TRIP, CARLO, NOON));
    assertThat(tracks.carriedBy(CARLO)).containsExactly(track);
    apply(new OrderDelivered(ORDER, TRIP, CARLO, NOON));

    assertThat(tracks.carriedBy(CARLO)).isEmpty();
    assertThat(track.now().stage()).isEqualTo(OrderStage.DELIVERED);
  }

  @Test
  void whatTheStoreSaysDoesNotBringBackWhatFactsEnded() {
    apply(new OrderSubmitted(ORDER, NOODLE_BAR, NOON, NOON));
    apply(new CourierUnassigned(ORDER, TRIP, CARLO, "flat tyre", NOON));

    track.recall(new OrderNow(ORDER, NOODLE_BAR, OrderStage.READY, TRIP, CARLO));

    assertThat(tracks.carriedBy(CARLO)).isEmpty();
    assertThat(track.now().stage()).isEqualTo(OrderStage.SUBMITTED);
  }

  @Test
  void anOrderNothingWasHeardOfIsAsTheStoreSays() {
    track.recall(new OrderNow(ORDER, NOODLE_BAR, OrderStage.READY, TRIP, CARLO));

    assertThat(tracks.carriedBy(CARLO)).containsExactly(track);
    assertThat(tracks.merchantOf(ORDER)).isEqualTo(NOODLE_BAR);
  }

  @Test
  void theOrdersLongestUnheardOfAreForgotten() {
    apply(new CourierAssigned(ORDER, TRIP, CARLO, NOON));
    var _ = tracks.get(new OrderId("order-2"));
    var _ = tracks.get(new OrderId("order-3"));

    assertThat(tracks.carriedBy(CARLO)).isEmpty();
    assertThat(tracks.get(ORDER).now().isKnown()).isFalse();
  }

  private void apply(OrderEvent event) {
    track.apply(event, (_, _) -> {});
  }
}

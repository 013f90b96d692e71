package id.antar.dispatch.live;

import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.courier.CourierEvent;
import id.antar.api.courier.CourierEvent.ShiftEnded;
import id.antar.api.order.OrderEvent;
import id.antar.dispatch.fleet.FleetIndex;
import java.util.function.BooleanSupplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the board by the events, and calls for a round when one may decide something new. An event
/// that cannot be folded is passed over: one odd order must not stop the dispatch of all others.
/// Its processor has to have one segment, since orders, trips and couriers are folded into one
/// board in the order of the store.
@ProcessingGroup(BoardKeeper.GROUP)
final class BoardKeeper {

  static final String GROUP = "dispatch.live";

  private static final Logger LOG = LoggerFactory.getLogger(BoardKeeper.class);

  private final OpenBoard board;
  private final FleetIndex fleet;
  private final Runnable wake;
  private final DispatchMetrics metrics;

  BoardKeeper(OpenBoard board, FleetIndex fleet, Runnable wake, DispatchMetrics metrics) {
    this.board = board;
    this.fleet = fleet;
    this.wake = wake;
    this.metrics = metrics;
  }

  @EventHandler
  void on(OrderEvent event) {
    fold(event, () -> board.apply(event));
  }

  @EventHandler
  void on(AssignmentEvent event) {
    fold(event, () -> board.apply(event));
  }

  @EventHandler
  void on(CourierEvent event) {
    fold(event, () -> board.apply(event));
    if (event instanceof ShiftEnded ended) {
      fleet.remove(ended.courierId());
    }
  }

  @ResetHandler
  void reset() {
    board.clear();
  }

  private void fold(Object event, BooleanSupplier fold) {
    try {
      if (fold.getAsBoolean()) {
        wake.run();
      }
    } catch (RuntimeException e) {
      metrics.eventPassedOver();
      LOG.warn("The dispatcher passes over {}.", event.getClass().getSimpleName(), e);
    }
  }
}

package id.antar.command.order;

import static id.antar.command.decider.Decision.reject;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderChange;
import id.antar.api.order.OrderChange.Part;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderRejection.OrderChanged;
import id.antar.api.order.OrderSeen;
import id.antar.command.decider.Decision;
import id.antar.command.order.Known.Carrier;
import id.antar.command.order.Traces.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whoever decides by what they saw of an order changes nothing if it is another meanwhile.
final class Comparing {

  private Comparing() {}

  /// What holds already is not refused: nobody's word is lost by it.
  static Decision<OrderEvent> unlessChanged(
      Decision<OrderEvent> decision, OrderCommand command, OrderState state, Traces traces) {
    if (decision.events().isEmpty() || !(state instanceof Known order)) {
      return decision;
    }
    List<OrderChange> changes = changes(command.seen(), order, traces);
    return changes.isEmpty() ? decision : reject(new OrderChanged(command.orderId(), changes));
  }

  private static List<OrderChange> changes(OrderSeen seen, Known order, Traces traces) {
    var changes = new ArrayList<OrderChange>();
    Optional<CourierId> pin = order.findPin();
    if (seen.pin() != null && !seen.pin().is(pin)) {
      changes.add(change(Part.PIN, pin.map(CourierId::value), traces.pin()));
    }
    Optional<CourierId> carrier = order.findCarrier().map(Carrier::courierId);
    if (seen.carrier() != null && !seen.carrier().is(carrier)) {
      changes.add(change(Part.CARRIER, carrier.map(CourierId::value), traces.carrier()));
    }
    if (seen.stage() != null && seen.stage() != order.stage()) {
      String stage = order.stage().name().toLowerCase(Locale.ROOT);
      changes.add(change(Part.STAGE, Optional.of(stage), traces.stage()));
    }
    return changes;
  }

  private static OrderChange change(Part part, Optional<String> now, @Nullable Trace trace) {
    return new OrderChange(
        part,
        now.orElse(null),
        trace == null ? null : trace.by(),
        trace == null ? null : trace.at());
  }
}

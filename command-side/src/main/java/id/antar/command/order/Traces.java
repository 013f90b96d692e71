package id.antar.command.order;

import id.antar.api.courier.CourierId;
import id.antar.api.order.OrderStage;
import id.antar.command.order.Known.Carrier;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Who last changed what people look at before they change an order, and when.
record Traces(@Nullable Trace pin, @Nullable Trace carrier, @Nullable Trace stage) {

  static final Traces NONE = new Traces(null, null, null);

  /// @param by role and id, absent if nobody said who it was
  record Trace(@Nullable String by, Instant at) {}

  Traces after(OrderState before, OrderState now, Trace trace) {
    return new Traces(
        isAnother(before, now, Traces::pin) ? trace : pin,
        isAnother(before, now, Traces::carrier) ? trace : carrier,
        isAnother(before, now, Traces::stage) ? trace : stage);
  }

  private static boolean isAnother(
      OrderState before, OrderState now, Function<OrderState, Optional<?>> part) {
    return !part.apply(before).equals(part.apply(now));
  }

  private static Optional<CourierId> pin(OrderState state) {
    return state instanceof Known order ? order.findPin() : Optional.empty();
  }

  private static Optional<CourierId> carrier(OrderState state) {
    return state instanceof Known order
        ? order.findCarrier().map(Carrier::courierId)
        : Optional.empty();
  }

  private static Optional<OrderStage> stage(OrderState state) {
    return state instanceof Known order ? Optional.of(order.stage()) : Optional.empty();
  }
}

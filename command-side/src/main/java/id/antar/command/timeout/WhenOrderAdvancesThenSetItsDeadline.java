package id.antar.command.timeout;

import id.antar.api.order.OrderCommand.ExpireOrder;
import id.antar.api.order.OrderDeadline;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.order.OrderId;
import id.antar.command.order.OrderPolicy;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// An order waits for its merchant, for a courier and for its end no longer than each event says. A
/// courier who gives the order back, or is lost with it, starts the search for another one anew,
/// and food that is ready later is waited for longer.
@ProcessingGroup(TimeoutConfiguration.GROUP)
@DisallowReplay
final class WhenOrderAdvancesThenSetItsDeadline {

  private final ScheduleTimeout timeouts;
  private final OrderPolicy policy;

  WhenOrderAdvancesThenSetItsDeadline(ScheduleTimeout timeouts, OrderPolicy policy) {
    this.timeouts = timeouts;
    this.policy = policy;
  }

  @EventHandler
  void on(OrderPlaced event) {
    react(event).schedule(timeouts);
  }

  @EventHandler
  void on(OrderSubmitted event) {
    react(event).schedule(timeouts);
  }

  @EventHandler
  void on(OrderConfirmed event) {
    react(event).schedule(timeouts);
  }

  @EventHandler
  void on(ReadyTimeChanged event) {
    react(event, policy).schedule(timeouts);
  }

  @EventHandler
  void on(CourierUnassigned event) {
    react(event, policy).schedule(timeouts);
  }

  @EventHandler
  void on(OrderStranded event) {
    react(event, policy).schedule(timeouts);
  }

  static Timeout react(OrderPlaced event) {
    return timeout(event.orderId(), "lifetime", OrderDeadline.LIFETIME, event.expiresAt());
  }

  static Timeout react(OrderSubmitted event) {
    return timeout(event.orderId(), "confirmation", OrderDeadline.CONFIRMATION, event.confirmBy());
  }

  static Timeout react(OrderConfirmed event) {
    return timeout(event.orderId(), "courier", OrderDeadline.COURIER, event.courierBy());
  }

  static Timeout react(ReadyTimeChanged event, OrderPolicy policy) {
    return timeout(
        event.orderId(),
        "courier:ready:" + event.readyAt().toEpochMilli(),
        OrderDeadline.COURIER,
        event.readyAt().plus(policy.courierSearch()));
  }

  static Timeout react(CourierUnassigned event, OrderPolicy policy) {
    return timeout(
        event.orderId(),
        "courier:" + event.assignmentId() + ":" + event.occurredAt().toEpochMilli(),
        OrderDeadline.COURIER,
        event.occurredAt().plus(policy.courierSearch()));
  }

  static Timeout react(OrderStranded event, OrderPolicy policy) {
    return timeout(
        event.orderId(),
        "courier:stranded:" + event.assignmentId(),
        OrderDeadline.COURIER,
        event.readyAt().plus(policy.courierSearch()));
  }

  private static Timeout timeout(
      OrderId orderId, String what, OrderDeadline deadline, Instant dueAt) {
    return new Timeout(
        "order:" + orderId + ":" + what, dueAt, new ExpireOrder(orderId, deadline, dueAt));
  }
}

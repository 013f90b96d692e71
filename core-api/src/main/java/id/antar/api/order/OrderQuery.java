package id.antar.api.order;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about orders.
public sealed interface OrderQuery<R> extends Query<R> {

  record GetOrder(OrderId orderId) implements OrderQuery<OrderView> {
    @Override
    public Class<OrderView> answer() {
      return OrderView.class;
    }
  }

  record GetOrderTimeline(OrderId orderId) implements OrderQuery<OrderTimeline> {
    @Override
    public Class<OrderTimeline> answer() {
      return OrderTimeline.class;
    }
  }

  /// Newest first. Every filter that is given must hold. The cursor is the last answer's
  /// `nextCursor`.
  record ListOrders(
      @Nullable CustomerId customerId,
      @Nullable MerchantId merchantId,
      @Nullable CourierId courierId,
      @Nullable OrderStatus status,
      @Nullable String cursor,
      int limit)
      implements OrderQuery<OrderPage> {
    @Override
    public Class<OrderPage> answer() {
      return OrderPage.class;
    }
  }

  /// The cursor is the last answer's `nextCursor`, and good only with the same question.
  record SearchOrders(
      OrderSearch.Filter filter,
      OrderSearch.Sort sort,
      OrderSearch.Counting counting,
      @Nullable String cursor,
      int limit)
      implements OrderQuery<OrderSearch.Hits> {
    @Override
    public Class<OrderSearch.Hits> answer() {
      return OrderSearch.Hits.class;
    }
  }

  record OrderPage(List<OrderView> orders, @Nullable String nextCursor) {
    public OrderPage {
      orders = List.copyOf(orders);
    }
  }

  /// Everything that happened to one order, in the order in which it was recorded.
  record OrderTimeline(OrderId orderId, List<Entry> entries) {
    public OrderTimeline {
      entries = List.copyOf(entries);
    }

    /// @param event the fact's name, such as `OrderConfirmed`
    /// @param actor who caused it, as `role:id`
    /// @param detail a few words a person can read, free of personal data
    public record Entry(
        String event, Instant occurredAt, Instant recordedAt, String actor, String detail) {}
  }
}

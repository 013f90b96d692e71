package id.antar.api.chat;

import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Facts about the conversation of one order. Each says who its order's merchant and courier were
/// at that moment: with the customer, these are whom it is told.
public sealed interface ChatEvent {
  OrderId orderId();

  MerchantId merchantId();

  @Nullable CourierId courierId();

  Instant occurredAt();

  /// @param number 1 for the conversation's first message, counted on from there
  record MessageSent(
      OrderId orderId,
      MessageId messageId,
      int number,
      Party author,
      MerchantId merchantId,
      @Nullable CourierId courierId,
      Personal<String> text,
      Instant occurredAt)
      implements ChatEvent {}

  /// The messages after one number, up to another.
  record MessageRead(
      OrderId orderId,
      Party reader,
      int after,
      int upTo,
      MerchantId merchantId,
      @Nullable CourierId courierId,
      Instant occurredAt)
      implements ChatEvent {}
}

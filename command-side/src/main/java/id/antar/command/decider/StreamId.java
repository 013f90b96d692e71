package id.antar.command.decider;

import id.antar.api.account.AccountId;
import id.antar.api.account.ApiKeyId;
import id.antar.api.account.EmailKey;
import id.antar.api.account.InvitationId;
import id.antar.api.account.SessionId;
import id.antar.api.alert.AlertId;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.chat.ConversationId;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentId;
import id.antar.api.payout.PayoutId;
import id.antar.api.person.PersonId;
import id.antar.api.review.ReviewId;

/// Under what name an aggregate's events are stored: its kind and its id.
///
/// An id is unique within its kind only. A customer and a courier may both be called 42, and the
/// event store, which knows no kinds, must not take them for one.
public final class StreamId {

  private StreamId() {}

  public static String of(Object id) {
    return switch (id) {
      case OrderId(var value) -> "order:" + value;
      case PaymentId(var value) -> "payment:" + value;
      case AssignmentId(var value) -> "assignment:" + value;
      case CourierId(var value) -> "courier:" + value;
      case MerchantId(var value) -> "merchant:" + value;
      case CustomerId(var value) -> "customer:" + value;
      case ApiKeyId(var value) -> "api-key:" + value;
      case AccountId(var value) -> "account:" + value;
      case SessionId(var value) -> "session:" + value;
      case EmailKey(var value) -> "email:" + value;
      case InvitationId(var value) -> "invitation:" + value;
      case DecisionId(var value) -> "decision:" + value;
      case ZoneId(var value) -> "zone:" + value;
      case PayoutId(var value) -> "payout:" + value;
      case PersonId(var value) -> "person:" + value;
      case ReviewId(var value) -> "review:" + value;
      case AlertId(var value) -> "alert:" + value;
      case ConversationId(var value) -> "conversation:" + value;
      default -> throw new IllegalArgumentException(id + " is not an aggregate's id.");
    };
  }
}

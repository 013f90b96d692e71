package id.antar.api.order;

import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.ProductId;
import id.antar.api.message.Rejection;
import id.antar.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Why an order command is refused.
public sealed interface OrderRejection extends Rejection {

  record UnknownOrder(OrderId orderId) implements OrderRejection, NotFound {}

  /// The id is taken by an order with another content.
  record OrderAlreadyPlaced(OrderId orderId) implements OrderRejection {}

  /// The stage the order is in does not allow the command.
  record NotAtThisStage(OrderId orderId, OrderStage stage, String command)
      implements OrderRejection {}

  /// The order belongs to somebody else. Reported like an unknown one.
  record NotYourOrder(OrderId orderId) implements OrderRejection, NotFound {
    @Override
    public String code() {
      return "unknown-order";
    }
  }

  record MerchantIsClosed(MerchantId merchantId) implements OrderRejection {}

  record EmptyBasket() implements OrderRejection, Invalid {}

  record BasketTooLarge(int lines, int limit) implements OrderRejection, Invalid {}

  record ProductUnavailable(ProductId productId) implements OrderRejection {}

  /// The menu has changed since the customer read it.
  record PriceChanged(ProductId productId, Money shown, Money current) implements OrderRejection {}

  record ReadyTimeOutOfRange(Instant readyAt) implements OrderRejection, Invalid {}

  record AssignedToAnother(OrderId orderId) implements OrderRejection {}

  record PaymentDoesNotSum(OrderId orderId, Money total) implements OrderRejection, Invalid {}

  /// More than the engine reckons with.
  record OrderTooDear(Money total) implements OrderRejection, Invalid {}

  record TipOutOfRange(Money tip, Money limit) implements OrderRejection, Invalid {}

  record TipAlreadyGiven(OrderId orderId) implements OrderRejection {}

  record TooLateForATip(OrderId orderId) implements OrderRejection {}

  record TipNotInCash(OrderId orderId) implements OrderRejection, Invalid {}

  record PaymentMismatch(OrderId orderId) implements OrderRejection {}

  /// It is not as it was when whoever asked saw it.
  record OrderChanged(OrderId orderId, List<OrderChange> changes) implements OrderRejection {
    public OrderChanged {
      changes = List.copyOf(changes);
    }

    @Override
    public Map<String, Object> members() {
      return Map.of("changes", changes);
    }

    private String sentences() {
      return changes.stream().map(OrderChange::sentence).collect(Collectors.joining(", "));
    }
  }

  @Override
  default String detail() {
    return switch (this) {
      case UnknownOrder(var orderId) -> "There is no order " + orderId + ".";
      case OrderAlreadyPlaced(var orderId) ->
          "Order " + orderId + " was placed before with another content.";
      case NotAtThisStage(var orderId, var stage, var command) ->
          command + " is not possible: order " + orderId + " is " + stage + ".";
      case NotYourOrder(var orderId) -> "There is no order " + orderId + ".";
      case MerchantIsClosed(var merchantId) -> "Merchant " + merchantId + " is closed.";
      case EmptyBasket _ -> "The basket is empty.";
      case BasketTooLarge(var lines, var limit) ->
          "The basket has " + lines + " lines; " + limit + " are allowed.";
      case ProductUnavailable(var productId) -> "Product " + productId + " is not available.";
      case PriceChanged(var productId, var shown, var current) ->
          "Product "
              + productId
              + " costs "
              + current.minor()
              + " "
              + current.currency()
              + " (minor units) now, not "
              + shown.minor()
              + " "
              + shown.currency()
              + ".";
      case ReadyTimeOutOfRange(var readyAt) ->
          "A ready time of " + readyAt + " is past, or more than 4 hours away.";
      case AssignedToAnother(var orderId) -> "Order " + orderId + " is with another assignment.";
      case PaymentDoesNotSum(_, var total) ->
          "The payments do not sum to "
              + total.minor()
              + " "
              + total.currency()
              + " (minor units).";
      case OrderTooDear(var total) ->
          "The order costs " + total.minor() + " minor units; " + Money.MOST + " are possible.";
      case TipOutOfRange(_, var limit) ->
          "A tip is 1 to "
              + limit.minor()
              + " "
              + limit.currency()
              + " (minor units): no more than the order costs.";
      case TipAlreadyGiven(var orderId) -> "A tip was given for order " + orderId + " before.";
      case TooLateForATip(var orderId) -> "Order " + orderId + " was delivered too long ago.";
      case TipNotInCash _ -> "A tip by the engine is not in cash: cash is given to the courier.";
      case PaymentMismatch(var orderId) ->
          "The payment is not the one that order " + orderId + " waits for.";
      case OrderChanged it -> "Order " + it.orderId() + " has changed: " + it.sentences() + ".";
    };
  }

  @Override
  default String field() {
    return switch (this) {
      case MerchantIsClosed _ -> "merchantId";
      case EmptyBasket _, BasketTooLarge _, ProductUnavailable _, PriceChanged _ -> "basket";
      case OrderTooDear _ -> "basket";
      case ReadyTimeOutOfRange _ -> "readyAt";
      case PaymentDoesNotSum _ -> "payments";
      case TipOutOfRange _ -> "tip";
      case TipNotInCash _ -> "method";
      case UnknownOrder _, OrderAlreadyPlaced _, NotAtThisStage _, NotYourOrder _ -> "";
      case AssignedToAnother _, TipAlreadyGiven _, TooLateForATip _, PaymentMismatch _ -> "";
      case OrderChanged _ -> "expected";
    };
  }
}

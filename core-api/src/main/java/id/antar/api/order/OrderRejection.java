package id.antar.api.order;

import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.ProductId;
import id.antar.api.message.Rejection;
import id.antar.api.money.Money;
import java.time.Instant;

/// Why an order command is refused.
public sealed interface OrderRejection extends Rejection {

  record UnknownOrder(OrderId orderId) implements OrderRejection {
    @Override
    public String detail() {
      return "There is no order " + orderId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /// The id is taken by an order with another content.
  record OrderAlreadyPlaced(OrderId orderId) implements OrderRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " was placed before with another content.";
    }
  }

  /// The stage the order is in does not allow the command.
  record NotAtThisStage(OrderId orderId, OrderStage stage, String command)
      implements OrderRejection {
    @Override
    public String detail() {
      return command + " is not possible: order " + orderId + " is " + stage + ".";
    }
  }

  /// The order belongs to somebody else. Reported like an unknown one.
  record NotYourOrder(OrderId orderId) implements OrderRejection {
    @Override
    public String detail() {
      return "There is no order " + orderId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String code() {
      return "unknown-order";
    }
  }

  record MerchantIsClosed(MerchantId merchantId) implements OrderRejection {
    @Override
    public String detail() {
      return "Merchant " + merchantId + " is closed.";
    }

    @Override
    public String field() {
      return "merchantId";
    }
  }

  record EmptyBasket() implements OrderRejection {
    @Override
    public String detail() {
      return "The basket is empty.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "basket";
    }
  }

  record BasketTooLarge(int lines, int limit) implements OrderRejection {
    @Override
    public String detail() {
      return "The basket has " + lines + " lines; " + limit + " are allowed.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "basket";
    }
  }

  record ProductUnavailable(ProductId productId) implements OrderRejection {
    @Override
    public String detail() {
      return "Product " + productId + " is not available.";
    }

    @Override
    public String field() {
      return "basket";
    }
  }

  /// The menu has changed since the customer read it.
  record PriceChanged(ProductId productId, Money shown, Money current) implements OrderRejection {
    @Override
    public String detail() {
      return "Product "
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
    }

    @Override
    public String field() {
      return "basket";
    }
  }

  record ReadyTimeOutOfRange(Instant readyAt) implements OrderRejection {
    @Override
    public String detail() {
      return "A ready time of " + readyAt + " is past, or more than 4 hours away.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "readyAt";
    }
  }

  record AssignedToAnother(OrderId orderId) implements OrderRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " is with another assignment.";
    }
  }

  record PaymentDoesNotSum(OrderId orderId, Money total) implements OrderRejection {
    @Override
    public String detail() {
      return "The payments do not sum to "
          + total.minor()
          + " "
          + total.currency()
          + " (minor units).";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "payments";
    }
  }

  record TipOutOfRange(Money tip, Money limit) implements OrderRejection {
    @Override
    public String detail() {
      return "A tip is 1 to "
          + limit.minor()
          + " "
          + limit.currency()
          + " (minor units): no more than the order costs.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "tip";
    }
  }

  record TipAlreadyGiven(OrderId orderId) implements OrderRejection {
    @Override
    public String detail() {
      return "A tip was given for order " + orderId + " before.";
    }
  }

  record TooLateForATip(OrderId orderId) implements OrderRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " was delivered too long ago.";
    }
  }

  record TipNotInCash(OrderId orderId) implements OrderRejection {
    @Override
    public String detail() {
      return "A tip by the engine is not in cash: cash is given to the courier.";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "method";
    }
  }

  record PaymentMismatch(OrderId orderId) implements OrderRejection {
    @Override
    public String detail() {
      return "The payment is not the one that order " + orderId + " waits for.";
    }
  }
}

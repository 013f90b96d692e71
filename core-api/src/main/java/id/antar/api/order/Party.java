package id.antar.api.order;

import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.merchant.MerchantId;

/// A side of an order, with the id by which the order checks that it is *its* customer or merchant.
public sealed interface Party {

  record Customer(CustomerId customerId) implements Party {}

  record Merchant(MerchantId merchantId) implements Party {}

  record Courier(CourierId courierId) implements Party {}

  record Operator(String operatorId) implements Party {}

  record Engine(String process) implements Party {}

  default Side side() {
    return switch (this) {
      case Customer _ -> Side.CUSTOMER;
      case Merchant _ -> Side.MERCHANT;
      case Courier _ -> Side.COURIER;
      case Operator _ -> Side.OPERATOR;
      case Engine _ -> Side.ENGINE;
    };
  }

  /// Its id as that of its side.
  default String id() {
    return switch (this) {
      case Customer(var customerId) -> customerId.value();
      case Merchant(var merchantId) -> merchantId.value();
      case Courier(var courierId) -> courierId.value();
      case Operator(var operatorId) -> operatorId;
      case Engine(var process) -> process;
    };
  }
}

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
}

package id.antar.api.order;

import id.antar.api.money.Money;

/// What an order costs. The parts always sum to the whole.
public record OrderTotal(Money items, Money deliveryFee, Money total) {

  public OrderTotal {
    if (!items.plus(deliveryFee).equals(total)) {
      throw new IllegalArgumentException(
          "items ("
              + items
              + ") and deliveryFee ("
              + deliveryFee
              + ") are not total ("
              + total
              + ").");
    }
  }

  public static OrderTotal of(Money items, Money deliveryFee) {
    return new OrderTotal(items, deliveryFee, items.plus(deliveryFee));
  }
}

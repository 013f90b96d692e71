package id.antar.api.order;

import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;

/// So many of one product at the price that was agreed.
public record OrderLine(ProductId productId, String name, int quantity, Money unitPrice) {

  public OrderLine {
    if (quantity < 1 || quantity > 99) {
      throw new IllegalArgumentException("quantity (" + quantity + ") is not within 1 and 99.");
    }
  }

  public Money total() {
    return unitPrice.times(quantity);
  }
}

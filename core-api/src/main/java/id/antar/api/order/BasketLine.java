package id.antar.api.order;

import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;

/// What a customer wants, with the price the customer was shown.
public record BasketLine(ProductId productId, int quantity, Money unitPrice) {

  public BasketLine {
    if (quantity < 1 || quantity > 99) {
      throw new IllegalArgumentException("quantity (" + quantity + ") is not within 1 and 99.");
    }
  }
}

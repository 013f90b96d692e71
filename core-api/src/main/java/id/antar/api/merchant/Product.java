package id.antar.api.merchant;

import id.antar.api.money.Money;

/// One thing on a merchant's menu.
public record Product(
    ProductId productId,
    String name,
    String description,
    Money price,
    String imageUrl,
    boolean available) {

  public Product {
    if (name.isBlank() || name.length() > 120) {
      throw new IllegalArgumentException("name is blank or longer than 120 characters.");
    }
    if (description.length() > 1000 || imageUrl.length() > 500) {
      throw new IllegalArgumentException(
          "description may have 1000 characters and imageUrl 500, not "
              + description.length()
              + " and "
              + imageUrl.length()
              + ".");
    }
    if (price.isNegative()) {
      throw new IllegalArgumentException("price (" + price.minor() + ") is negative.");
    }
  }
}

package id.antar.command.merchant;

import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a merchant sells, and the ids of what it sold once: taking such a product off the menu
/// again is a repeat, not a mistake.
record Menu(Map<ProductId, Product> products, Set<ProductId> delisted) {

  Menu {
    products = Map.copyOf(products);
    delisted = Set.copyOf(delisted);
  }

  static Menu empty() {
    return new Menu(Map.of(), Set.of());
  }

  Optional<Product> find(ProductId productId) {
    return Optional.ofNullable(products.get(productId));
  }

  boolean has(ProductId productId) {
    return products.containsKey(productId);
  }

  boolean holds(Product product) {
    return product.equals(products.get(product.productId()));
  }

  boolean hadOnce(ProductId productId) {
    return delisted.contains(productId);
  }

  int size() {
    return products.size();
  }

  Menu with(Product product) {
    var changed = new HashMap<>(products);
    changed.put(product.productId(), product);
    return new Menu(changed, delisted);
  }

  Menu without(ProductId productId) {
    var changed = new HashMap<>(products);
    changed.remove(productId);
    var gone = new HashSet<>(delisted);
    gone.add(productId);
    return new Menu(changed, gone);
  }
}

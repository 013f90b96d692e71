package id.antar.query.projection;

import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import java.util.ArrayList;
import java.util.List;

/// How a menu changes.
public final class Menus {

  private Menus() {}

  /// A revised product keeps its place, a new one comes last.
  public static List<Product> listed(List<Product> menu, Product product) {
    List<Product> next = new ArrayList<>(menu);
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i).productId().equals(product.productId())) {
        next.set(i, product);
        return next;
      }
    }
    next.add(product);
    return next;
  }

  public static List<Product> delisted(List<Product> menu, ProductId productId) {
    return menu.stream().filter(product -> !product.productId().equals(productId)).toList();
  }
}

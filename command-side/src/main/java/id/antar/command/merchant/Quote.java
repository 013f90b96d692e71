package id.antar.command.merchant;

import id.antar.api.geo.GeoPoint;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderTotal;
import java.util.List;

/// What a merchant would hand over for a basket, where, and at what price.
public record Quote(String merchantName, GeoPoint pickup, List<OrderLine> lines, OrderTotal total) {

  public Quote {
    lines = List.copyOf(lines);
  }
}

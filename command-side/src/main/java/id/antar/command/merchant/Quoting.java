package id.antar.command.merchant;

import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantRejection.CurrencyMismatch;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.merchant.MerchantRejection.UnknownProduct;
import id.antar.api.merchant.Product;
import id.antar.api.message.Rejection;
import id.antar.api.money.Money;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderRejection.BasketTooLarge;
import id.antar.api.order.OrderRejection.EmptyBasket;
import id.antar.api.order.OrderRejection.MerchantIsClosed;
import id.antar.api.order.OrderRejection.PriceChanged;
import id.antar.api.order.OrderRejection.ProductUnavailable;
import id.antar.api.order.OrderTotal;
import id.antar.command.merchant.MerchantState.Registered;
import id.antar.command.merchant.MerchantState.Unregistered;
import java.util.List;
import java.util.Optional;

/// A basket is quoted as it was shown to the customer, or not at all.
final class Quoting {

  static final int BASKET_LIMIT = 50;

  private Quoting() {}

  static Quotation quote(MerchantState state, MerchantId merchantId, List<BasketLine> basket) {
    return switch (state) {
      case Unregistered _ -> new Quotation.Refused(new UnknownMerchant(merchantId));
      case Registered merchant ->
          findObjection(merchant, merchantId, basket)
              .<Quotation>map(Quotation.Refused::new)
              .orElseGet(() -> new Quotation.Quoted(price(merchant, basket)));
    };
  }

  private static Optional<Rejection> findObjection(
      Registered merchant, MerchantId merchantId, List<BasketLine> basket) {
    if (basket.isEmpty()) {
      return Optional.of(new EmptyBasket());
    }
    if (basket.size() > BASKET_LIMIT) {
      return Optional.of(new BasketTooLarge(basket.size(), BASKET_LIMIT));
    }
    if (!merchant.open()) {
      return Optional.of(new MerchantIsClosed(merchantId));
    }
    return basket.stream()
        .flatMap(line -> findObjection(merchant, merchantId, line).stream())
        .findFirst();
  }

  private static Optional<Rejection> findObjection(
      Registered merchant, MerchantId merchantId, BasketLine line) {
    Optional<Product> listed = merchant.menu().find(line.productId());
    if (listed.isEmpty()) {
      return Optional.of(new UnknownProduct(merchantId, line.productId()));
    }
    Product product = listed.get();
    if (!product.available()) {
      return Optional.of(new ProductUnavailable(line.productId()));
    }
    String currency = line.unitPrice().currency();
    if (!currency.equals(merchant.currency())) {
      return Optional.of(new CurrencyMismatch(merchant.currency(), currency));
    }
    if (!line.unitPrice().equals(product.price())) {
      return Optional.of(new PriceChanged(line.productId(), line.unitPrice(), product.price()));
    }
    return Optional.empty();
  }

  private static Quote price(Registered merchant, List<BasketLine> basket) {
    List<OrderLine> lines = basket.stream().map(line -> agree(merchant, line)).toList();
    Money items =
        lines.stream().map(OrderLine::total).reduce(Money.zero(merchant.currency()), Money::plus);
    return new Quote(
        merchant.profile().name(),
        merchant.profile().location(),
        lines,
        OrderTotal.of(items, merchant.registration().deliveryFee()));
  }

  private static OrderLine agree(Registered merchant, BasketLine line) {
    Product product = merchant.menu().find(line.productId()).orElseThrow();
    return new OrderLine(line.productId(), product.name(), line.quantity(), product.price());
  }
}

package id.antar.command.merchant;

import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantRejection.CurrencyMismatch;
import id.antar.api.merchant.MerchantRejection.UnknownMerchant;
import id.antar.api.merchant.MerchantRejection.UnknownProduct;
import id.antar.api.merchant.MerchantRejection.VoucherNotValid;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A basket is quoted as it was shown to the customer, or not at all.
final class Quoting {

  static final int BASKET_LIMIT = 50;

  private Quoting() {}

  static Quotation quote(
      MerchantState state,
      MerchantId merchantId,
      List<BasketLine> basket,
      @Nullable String voucher,
      Instant now) {
    return switch (state) {
      case Unregistered _ -> new Quotation.Refused(new UnknownMerchant(merchantId));
      case Registered merchant ->
          findObjection(merchant, merchantId, basket)
              .<Quotation>map(Quotation.Refused::new)
              .orElseGet(() -> price(merchant, basket, voucher, now));
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

  private static Quotation price(
      Registered merchant, List<BasketLine> basket, @Nullable String voucher, Instant now) {
    List<OrderLine> lines = basket.stream().map(line -> agree(merchant, line)).toList();
    Money none = Money.zero(merchant.currency());
    Money items = lines.stream().map(OrderLine::total).reduce(none, Money::plus);
    if (voucher == null) {
      return new Quotation.Quoted(quote(merchant, lines, items, none));
    }
    return merchant
        .prices()
        .vouchers()
        .findDiscount(voucher, items, now)
        .<Quotation>map(off -> new Quotation.Quoted(quote(merchant, lines, items, off)))
        .orElseGet(() -> new Quotation.Refused(new VoucherNotValid(voucher)));
  }

  private static Quote quote(
      Registered merchant, List<OrderLine> lines, Money items, Money discount) {
    Money tax = items.minus(discount).share(merchant.prices().taxBasisPoints());
    return new Quote(
        merchant.profile().name(),
        merchant.profile().location(),
        lines,
        OrderTotal.of(
            items,
            discount,
            merchant.registration().deliveryFee(),
            tax,
            Money.zero(merchant.currency())));
  }

  private static OrderLine agree(Registered merchant, BasketLine line) {
    Product product = merchant.menu().find(line.productId()).orElseThrow();
    return new OrderLine(line.productId(), product.name(), line.quantity(), product.price());
  }
}

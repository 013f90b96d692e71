package id.antar.api.order;

import id.antar.api.money.Money;

/// What an order costs, line by line. The lines always sum to the whole.
///
/// @param discount what is taken off the items; not negative
/// @param tax on the items after the discount
/// @param tip to the courier, promised when the order was placed
public record OrderTotal(
    Money items, Money discount, Money deliveryFee, Money tax, Money tip, Money total) {

  public OrderTotal {
    if (discount.isNegative()
        || deliveryFee.isNegative()
        || tax.isNegative()
        || tip.isNegative()
        || items.minus(discount).isNegative()) {
      throw new IllegalArgumentException("A line of the total is negative.");
    }
    if (!items.minus(discount).plus(deliveryFee).plus(tax).plus(tip).equals(total)) {
      throw new IllegalArgumentException(
          "The lines (items %s, discount %s, deliveryFee %s, tax %s, tip %s) are not total (%s)."
              .formatted(items, discount, deliveryFee, tax, tip, total));
    }
  }

  public static OrderTotal of(Money items, Money deliveryFee) {
    Money none = Money.zero(items.currency());
    return of(items, none, deliveryFee, none, none);
  }

  public static OrderTotal of(
      Money items, Money discount, Money deliveryFee, Money tax, Money tip) {
    return new OrderTotal(
        items,
        discount,
        deliveryFee,
        tax,
        tip,
        items.minus(discount).plus(deliveryFee).plus(tax).plus(tip));
  }

  /// What tax and commission are reckoned from.
  public Money sold() {
    return items.minus(discount);
  }

  public OrderTotal withTip(Money added) {
    return of(items, discount, deliveryFee, tax, added);
  }

  public Money withoutTip() {
    return total.minus(tip);
  }
}

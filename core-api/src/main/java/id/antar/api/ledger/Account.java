package id.antar.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Ids;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentMethod;
import java.util.Locale;

/// One account of the ledger, written `kind:holder`, such as `courier:c-7`.
public record Account(AccountKind kind, String holder) {

  public static final Account COMMISSION = new Account(AccountKind.PLATFORM, "commission");
  public static final Account DELIVERY = new Account(AccountKind.PLATFORM, "delivery");
  public static final Account COMPENSATION = new Account(AccountKind.PLATFORM, "compensation");
  public static final Account OFFICE = new Account(AccountKind.OFFICE, "cash");
  public static final Account PAYOUTS = new Account(AccountKind.BANK, "payouts");

  public Account {
    Ids.requireId("account holder", holder);
  }

  public static Account of(OrderId order) {
    return new Account(AccountKind.CUSTOMER, order.value());
  }

  public static Account of(MerchantId merchant) {
    return new Account(AccountKind.MERCHANT, merchant.value());
  }

  public static Account of(CourierId courier) {
    return new Account(AccountKind.COURIER, courier.value());
  }

  public static Account of(PaymentMethod method) {
    return method == PaymentMethod.CASH
        ? OFFICE
        : new Account(AccountKind.GATEWAY, method.name().toLowerCase(Locale.ROOT));
  }

  public static Account taxOf(MerchantId merchant) {
    return new Account(AccountKind.TAX, merchant.value());
  }

  public static Account cashOf(CourierId courier) {
    return new Account(AccountKind.CASH, courier.value());
  }

  @JsonCreator
  public static Account parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("The account (" + text + ") is not kind:holder.");
    }
    return new Account(
        AccountKind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
        text.substring(colon + 1));
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.word() + ":" + holder;
  }
}

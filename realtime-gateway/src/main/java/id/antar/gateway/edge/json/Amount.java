package id.antar.gateway.edge.json;

import id.antar.api.money.Money;
import java.util.Currency;
import tools.jackson.databind.deser.std.StdConvertingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.StdConverter;

/// Money as clients ask for it: of a currency that there is, and no more than can be reckoned with.
record Amount(long minor, String currency) {

  Amount {
    try {
      var _ = Currency.getInstance(currency);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("currency (" + currency + ") is not one of ISO 4217.");
    }
    var _ = Money.of(minor, currency).requireAtMost("minor");
  }

  static SimpleModule module() {
    return new SimpleModule("amounts")
        .addDeserializer(Money.class, new StdConvertingDeserializer<>(new ToMoney()));
  }

  private static final class ToMoney extends StdConverter<Amount, Money> {
    @Override
    public Money convert(Amount asked) {
      return Money.of(asked.minor(), asked.currency());
    }
  }
}

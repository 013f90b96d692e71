package id.antar.infra.personal;

import id.antar.api.account.EmailKey;
import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Scope;
import id.antar.api.courier.CourierProfile;
import id.antar.api.ledger.Account;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.Voucher;
import id.antar.api.money.Money;
import id.antar.api.order.OrderTotal;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentInstructions;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// One example of any record of the vocabulary, always the same, made from its components.
final class Samples {
  private static final PersonId PERSON = new PersonId("person-1");
  private static final Money MONEY = Money.of(1250, "EUR");
  private static final Voucher VOUCHER =
      new Voucher(
          "WELCOME",
          0,
          Money.of(250, "EUR"),
          MONEY,
          Instant.parse("2026-01-02T03:04:05.678901Z"),
          Instant.parse("2026-02-02T03:04:05.678901Z"),
          100);

  private static final OrderTotal TOTAL =
      OrderTotal.of(
          MONEY,
          Money.of(250, "EUR"),
          Money.of(350, "EUR"),
          Money.of(100, "EUR"),
          Money.of(50, "EUR"));

  private static final PaymentInstructions INSTRUCTIONS =
      new PaymentInstructions(URI.create("https://pay.example/1"), "8808-1", "QR-1");

  /// Values that have rules of their own, and the leaves.
  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(long.class, 42L),
          Map.entry(int.class, 3),
          Map.entry(double.class, 43.7325),
          Map.entry(Double.class, 43.7325),
          Map.entry(boolean.class, true),
          Map.entry(Instant.class, Instant.parse("2026-01-02T03:04:05.678901Z")),
          Map.entry(Duration.class, Duration.ofMinutes(12)),
          Map.entry(LocalDate.class, LocalDate.parse("2026-01-04")),
          Map.entry(ZoneId.class, ZoneId.of("Asia/Makassar")),
          Map.entry(Voucher.class, VOUCHER),
          Map.entry(Money.class, MONEY),
          Map.entry(OrderTotal.class, TOTAL),
          Map.entry(EmailKey.class, new EmailKey("ab".repeat(32))),
          Map.entry(Mailbox.class, new Mailbox("ada@example.com", Language.EN)),
          Map.entry(Contact.class, new Contact("Ada Lovelace", "+377 99 99 99 99")),
          Map.entry(
              CourierProfile.class, new CourierProfile("Grace Hopper", "+377 88 88 88 88", "MC-1")),
          Map.entry(PaymentChoice.class, new PaymentChoice(PaymentMethod.CARD, "sandbox-ok")),
          Map.entry(PaymentInstructions.class, INSTRUCTIONS),
          Map.entry(Account.class, Account.parse("courier:courier-1")),
          Map.entry(Scope.class, Scope.parse("merchant:merchant-1 zone:main")),
          Map.entry(Party.class, new Party.Merchant(new MerchantId("merchant-1"))));

  private Samples() {}

  static Object of(Class<?> type) {
    return of(type, "");
  }

  /// @param name a text is the name of what it is the value of
  private static Object of(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      Object inner = of(generic.getActualTypeArguments()[0], name);
      return generic.getRawType() == List.class ? listOf(inner, name) : Personal.of(PERSON, inner);
    }
    if (type == String.class) {
      return name;
    }
    Object known = VALUES.get((Class<?>) type);
    return known != null ? known : make((Class<?>) type, name);
  }

  /// The parts of a payment sum to what is beside them.
  private static List<Object> listOf(Object inner, String name) {
    return inner instanceof PaymentPart(_, var choice, _)
        ? List.of(new PaymentPart(1, choice, name.equals("payment") ? TOTAL.total() : MONEY))
        : List.of(inner);
  }

  private static Object make(Class<?> type, String name) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      return constructor.newInstance(
          Arrays.stream(components)
              .map(
                  it -> of(it.getGenericType(), it.getName().equals("value") ? name : it.getName()))
              .toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("No example can be made of " + type, e);
    }
  }
}

package id.antar.infra.personal;

import id.antar.api.account.EmailKey;
import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.analytics.Bucket;
import id.antar.api.analytics.Span;
import id.antar.api.courier.CourierProfile;
import id.antar.api.lab.LabCommand.RunLab;
import id.antar.api.ledger.Account;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.Voucher;
import id.antar.api.message.Rejection;
import id.antar.api.money.Money;
import id.antar.api.ops.JobId;
import id.antar.api.ops.JobResult;
import id.antar.api.ops.LogCheckpoint;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderRejection.UnknownOrder;
import id.antar.api.order.OrderTotal;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentInstructions;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.promise.Lateness;
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
import java.util.Set;

/// One example of any record of the vocabulary, always the same, made from its components.
public final class Samples {
  private static final PersonId PERSON = new PersonId("person-1");
  private static final JobId JOB = new JobId("job-1");
  private static final ZoneId UTC = ZoneId.of("UTC");
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

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

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
          Map.entry(Long.class, 42L),
          Map.entry(Integer.class, 3),
          Map.entry(double.class, 43.7325),
          Map.entry(Double.class, 43.7325),
          Map.entry(boolean.class, true),
          Map.entry(Boolean.class, true),
          Map.entry(Object.class, "any"),
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
          Map.entry(Party.class, new Party.Merchant(new MerchantId("merchant-1"))),
          Map.entry(Rejection.class, new UnknownOrder(new OrderId("order-1"))),
          Map.entry(Lateness.class, new Lateness(NOON, 10, 1, 2, 3, 4)),
          Map.entry(Span.class, new Span(NOON, NOON.plusSeconds(60), Bucket.HOUR, UTC)),
          Map.entry(JobResult.class, new JobResult("a.csv", "text/csv", Permission.OPS_RUN, true)),
          Map.entry(
              LogCheckpoint.class,
              new LogCheckpoint(1, 2, 3, "ab".repeat(32), NOON, "key-1", "signature")),
          Map.entry(RunLab.class, new RunLab(JOB, NOON, NOON.plusSeconds(60), "{}", null, 3)),
          Map.entry(
              PayOutRefund.class,
              new PayOutRefund(
                  new PaymentId("payment-1"), new RefundId("refund-1"), RefundSource.BANK, NOON)));

  private Samples() {}

  public static Object of(Class<?> type) {
    return of(type, "");
  }

  /// @param name a text is the name of what it is the value of
  private static Object of(Type type, String name) {
    if (type instanceof ParameterizedType generic) {
      return of(generic, name);
    }
    if (type == String.class) {
      return name;
    }
    Object known = VALUES.get((Class<?>) type);
    return known != null ? known : make((Class<?>) type, name);
  }

  private static Object of(ParameterizedType generic, String name) {
    Object inner = of(generic.getActualTypeArguments()[0], name);
    return switch ((Class<?>) generic.getRawType()) {
      case Class<?> raw when raw == List.class -> listOf(inner, name);
      case Class<?> raw when raw == Set.class -> Set.of(inner);
      case Class<?> raw when raw == Map.class ->
          Map.of(inner, of(generic.getActualTypeArguments()[1], name));
      case Class<?> raw when raw == Personal.class -> Personal.of(PERSON, inner);
      case Class<?> raw -> throw new AssertionError("No example can be made of " + raw);
    };
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
    if (type.isSealed()) {
      return of(type.getPermittedSubclasses()[0], name);
    }
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
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

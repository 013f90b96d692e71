package id.antar.query.ledger;

import static id.antar.query.Cast.ADA;
import static id.antar.query.Cast.KURT;
import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.TRIP;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierEvent.CashHandedIn;
import id.antar.api.courier.CourierEvent.CashTaken;
import id.antar.api.courier.CourierId;
import id.antar.api.ledger.Account;
import id.antar.api.ledger.LedgerLine;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderEvent.TipPaid;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.api.payout.PayoutEvent.PayoutRecorded;
import id.antar.api.payout.PayoutId;
import id.antar.query.projection.Recorded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalTest {

  private static final PaymentId PAYMENT = new PaymentId("payment-1");
  private static final Account CUSTOMER = Account.of(ORDER);
  private static final Account MERCHANT = Account.of(NOODLE_BAR);
  private static final Account COURIER = Account.of(KURT);
  private static final Account CARD = Account.of(PaymentMethod.CARD);

  /// 20.00 of noodles, 2.00 off, 3.00 to bring them, 1.80 tax, 1.00 tip.
  private static final OrderSettled SETTLED = settled(2000, 200, 300, 180, 100, 270, 250);

  @Test
  void aDeliveredOrderThatWasPaidByCardOwesNothing() {
    Map<Account, Long> balances = balances(captured(2380), SETTLED);

    assertThat(balances)
        .containsEntry(CARD, 2380L)
        .containsEntry(CUSTOMER, 0L)
        .containsEntry(MERCHANT, -(2000L - 200 - 270))
        .containsEntry(COURIER, -(250L + 100))
        .containsEntry(Account.COMMISSION, -270L)
        .containsEntry(Account.DELIVERY, -(300L - 250))
        .containsEntry(Account.taxOf(NOODLE_BAR), -180L);
  }

  @Test
  void cashStaysWithTheCourierUntilItIsHandedIn() {
    assertThat(balances(cash(2380), SETTLED))
        .containsEntry(Account.cashOf(KURT), 2380L)
        .containsEntry(CUSTOMER, 0L);
    assertThat(balances(cash(2380), SETTLED, handedIn(2000)))
        .containsEntry(Account.cashOf(KURT), 380L)
        .containsEntry(Account.OFFICE, 2000L);
  }

  @Test
  void whatIsCalledOffGoesBackWhole() {
    assertThat(balances(captured(2380), refunded(2380, false)))
        .containsEntry(CARD, 0L)
        .containsEntry(CUSTOMER, 0L);
  }

  @Test
  void whatAMerchantGivesBackIsTheMerchants() {
    assertThat(balances(captured(2380), SETTLED, refunded(500, NOODLE_BAR)))
        .containsEntry(CARD, 1880L)
        .containsEntry(CUSTOMER, 0L)
        .containsEntry(MERCHANT, -(2000L - 200 - 270 - 500))
        .doesNotContainKey(Account.COMPENSATION);
  }

  @Test
  void whatIsPaidOutByHandLeavesTheTillOrTheBank() {
    assertThat(balances(captured(2380), refunded(RefundSource.OFFICE)))
        .containsEntry(CARD, 2380L)
        .containsEntry(Account.OFFICE, -500L)
        .containsEntry(CUSTOMER, -1880L);
    assertThat(balances(captured(2380), refunded(RefundSource.BANK)))
        .containsEntry(CARD, 2380L)
        .containsEntry(Account.PAYOUTS, -500L);
  }

  @Test
  void theOfficesCashIsNobodysName() {
    var office = new CourierId("office");
    var handedIn = new CashHandedIn(office, "handover-1", eur(500), eur(0), false, NOON);

    assertThat(balances(handedIn))
        .containsEntry(Account.cashOf(office), -500L)
        .containsEntry(Account.OFFICE, 500L);
  }

  @Test
  void postingsOfOneAccountAndPurposeAreOneLine() {
    var entry =
        new Journal.Entry(
            "x",
            NOON,
            List.of(
                new Journal.Posting(MERCHANT, LedgerLine.Purpose.SALE, eur(3)),
                new Journal.Posting(MERCHANT, LedgerLine.Purpose.SALE, eur(-1)),
                new Journal.Posting(COURIER, LedgerLine.Purpose.SALE, eur(-2))));

    assertThat(entry.postings())
        .containsExactly(
            new Journal.Posting(MERCHANT, LedgerLine.Purpose.SALE, eur(2)),
            new Journal.Posting(COURIER, LedgerLine.Purpose.SALE, eur(-2)));
  }

  @Test
  void aCompensationIsThePlatformsLoss() {
    assertThat(balances(captured(2380), SETTLED, refunded(500, true)))
        .containsEntry(CARD, 1880L)
        .containsEntry(CUSTOMER, 0L)
        .containsEntry(Account.COMPENSATION, 500L);
  }

  @Test
  void whatIsChargedBackIsOwedAgain() {
    assertThat(balances(captured(2380), SETTLED, chargedBack(2380)))
        .containsEntry(CARD, 0L)
        .containsEntry(CUSTOMER, 2380L);
    assertThat(balances(captured(2380), SETTLED, chargedBack(2380), chargebackReversed(2380)))
        .containsEntry(CARD, 2380L)
        .containsEntry(CUSTOMER, 0L);
  }

  @Test
  void aTipThatWasPaidIsTheCouriers() {
    assertThat(
            balances(
                captured(2380),
                SETTLED,
                captured(400),
                new TipPaid(ORDER, ADA, KURT, eur(400), NOON)))
        .containsEntry(CUSTOMER, 0L)
        .containsEntry(COURIER, -(250L + 100 + 400));
  }

  @Test
  void aPayoutIsOwedNoMore() {
    var payout = new PayoutRecorded(new PayoutId("payout-1"), COURIER, eur(350), "SEPA 17", NOON);

    assertThat(balances(captured(2380), SETTLED, payout))
        .containsEntry(COURIER, 0L)
        .containsEntry(Account.PAYOUTS, -350L);
  }

  @Test
  void whatMovesNoMoneyIsNotBooked() {
    assertThat(lines(new OrderReady(ORDER, NOON))).isEmpty();
    assertThat(lines(new CashTaken(KURT, ORDER, eur(5), eur(5), false, NOON))).isEmpty();
  }

  @Test
  void everyLineOfAnEntryHasARowOfItsOwn() {
    var fold = new LedgerFold();
    Recorded recorded = recorded(SETTLED);

    assertThat(fold.keys(SETTLED).stream().map(key -> fold.rowKey(key, recorded)))
        .doesNotHaveDuplicates()
        .hasSize(10)
        .allMatch(id -> id.length() <= 256);
  }

  @Property
  void everyEntrySumsToZero(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long items,
      @ForAll @IntRange(max = 100) int percentOff,
      @ForAll @LongRange(max = 100_000_000) long fee,
      @ForAll @LongRange(max = 100_000_000) long tax,
      @ForAll @LongRange(max = 100_000_000) long tip,
      @ForAll @LongRange(max = 100_000_000) long pay) {
    long discount = items * percentOff / 100;
    OrderSettled event = settled(items, discount, fee, tax, tip, (items - discount) / 7, pay);

    for (Object each :
        List.of(
            event,
            captured(items),
            cash(items),
            handedIn(items),
            refunded(items, true),
            refunded(items, NOODLE_BAR))) {
      assertThat(lines(each).stream().mapToLong(line -> line.amount().minor()).sum()).isZero();
    }
  }

  /// With a voucher and tax: the discount is the merchant's, the tax the state's, and the
  /// commission is on what was sold.
  @Property
  void everybodyGetsTheirsOfATaxedOrderWithAVoucher(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long items,
      @ForAll @IntRange(max = 10_000) int off,
      @ForAll @IntRange(max = 5_000) int tax,
      @ForAll @IntRange(max = 10_000) int commission) {
    long discount = eur(items).share(off).minor();
    Money sold = eur(items - discount);
    long taxed = sold.share(tax).minor();
    long earned = sold.share(commission).minor();
    OrderSettled settled = settled(items, discount, 300, taxed, 0, earned, 250);
    Map<Account, Long> balances = balances(captured(settled.total().total().minor()), settled);

    assertThat(balances.getOrDefault(CUSTOMER, 0L)).isZero();
    assertThat(balances.getOrDefault(MERCHANT, 0L)).isEqualTo(-(items - discount - earned));
    assertThat(balances.getOrDefault(Account.taxOf(NOODLE_BAR), 0L)).isEqualTo(-taxed);
    assertThat(balances.getOrDefault(Account.COMMISSION, 0L)).isEqualTo(-earned);
    assertThat(balances.values().stream().mapToLong(it -> it).sum()).isZero();
  }

  private static Map<Account, Long> balances(Object... events) {
    Map<Account, Long> balances = new LinkedHashMap<>();
    Stream.of(events)
        .flatMap(event -> lines(event).stream())
        .forEach(line -> balances.merge(line.account(), line.amount().minor(), Long::sum));
    return balances;
  }

  private static List<LedgerLine> lines(Object event) {
    var fold = new LedgerFold();
    return fold.keys(event).stream().map(key -> fold.evolve(key, null, recorded(event))).toList();
  }

  private static Recorded recorded(Object event) {
    return new Recorded(event, "order:order-1", 7, NOON, "system:antar", "event-1", null);
  }

  private static OrderSettled settled(
      long items, long discount, long fee, long tax, long tip, long commission, long pay) {
    return new OrderSettled(
        ORDER,
        ADA,
        NOODLE_BAR,
        KURT,
        OrderTotal.of(eur(items), eur(discount), eur(fee), eur(tax), eur(tip)),
        eur(commission),
        eur(pay),
        NOON);
  }

  private static ChargeCaptured captured(long amount) {
    return new ChargeCaptured(
        PAYMENT, ORDER, charge(), PaymentMethod.CARD, eur(amount), "tx", NOON);
  }

  private static CashCollected cash(long amount) {
    return new CashCollected(PAYMENT, ORDER, 1, eur(amount), TRIP, KURT, NOON);
  }

  private static CashHandedIn handedIn(long amount) {
    return new CashHandedIn(KURT, "handover-1", eur(amount), eur(0), false, NOON);
  }

  private static PaymentRefunded refunded(long amount, boolean compensation) {
    return refunded(amount, compensation, RefundSource.PROVIDER, null);
  }

  private static PaymentRefunded refunded(long amount, MerchantId borneBy) {
    return refunded(amount, true, RefundSource.PROVIDER, borneBy);
  }

  private static PaymentRefunded refunded(RefundSource paidFrom) {
    return refunded(500, false, paidFrom, null);
  }

  private static PaymentRefunded refunded(
      long amount, boolean compensation, RefundSource paidFrom, @Nullable MerchantId borneBy) {
    return new PaymentRefunded(
        PAYMENT,
        ORDER,
        new RefundId("refund-1"),
        charge(),
        PaymentMethod.CARD,
        paidFrom,
        eur(amount),
        "tx-2",
        compensation,
        borneBy,
        NOON);
  }

  private static ChargedBack chargedBack(long amount) {
    return new ChargedBack(
        PAYMENT, ORDER, charge(), PaymentMethod.CARD, eur(amount), "not me", NOON);
  }

  private static ChargebackReversed chargebackReversed(long amount) {
    return new ChargebackReversed(PAYMENT, ORDER, charge(), PaymentMethod.CARD, eur(amount), NOON);
  }

  private static ChargeId charge() {
    return new ChargeId(PAYMENT, 1, 1);
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}

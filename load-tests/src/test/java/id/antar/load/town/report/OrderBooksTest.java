package id.antar.load.town.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.load.client.Money;
import id.antar.load.client.OrderView;
import id.antar.load.client.PaymentView;
import id.antar.load.client.PaymentView.Part;
import id.antar.load.client.PaymentView.Refund;
import id.antar.load.town.report.OrderBooks.Expected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderBooksTest {

  private static final Expected SPLIT =
      new Expected(Map.of(1, "e_wallet", 2, "cash"), 1_400, false, 100, 0);

  @Test
  void aDeliveredOrderIsPaidByTheMethodsThatWereChosen() {
    assertThat(OrderBooks.delivered(SPLIT, payment("completed", 0, "captured"), order(1_500, 100)))
        .isEmpty();
  }

  @Test
  void whateverDiffersIsSaid() {
    assertThat(OrderBooks.delivered(SPLIT, payment("pending", 0, "captured"), order(1_500, 100)))
        .hasValue("it is delivered, and its payment is status");
    assertThat(OrderBooks.delivered(SPLIT, payment("completed", 0, "failed"), order(1_500, 100)))
        .hasValueSatisfying(it -> assertThat(it).contains("part 2 is failed by cash"));
    assertThat(OrderBooks.delivered(SPLIT, payment("completed", 0, "captured"), order(1_600, 100)))
        .hasValue("its payment is not its total: 15.00 EUR");
    assertThat(OrderBooks.delivered(SPLIT, payment("completed", 0, "captured"), order(1_500, 0)))
        .hasValue("its tip is 0.00 EUR");
    assertThat(
            OrderBooks.delivered(SPLIT, payment("completed", 300, "captured"), order(1_500, 100)))
        .hasValue("given back were 3.00 EUR");
  }

  @Test
  void anOrderCostsWhatWasQuotedAndAVoucherTakesSomethingOff() {
    var cheaper = new Expected(SPLIT.methods(), 1_300, false, 100, 0);
    var voucher = new Expected(SPLIT.methods(), 1_400, true, 100, 0);

    assertThat(
            OrderBooks.delivered(cheaper, payment("completed", 0, "captured"), order(1_500, 100)))
        .hasValue("it costs 15.00 EUR, another price than was quoted");
    assertThat(
            OrderBooks.delivered(voucher, payment("completed", 0, "captured"), order(1_500, 100)))
        .hasValue("its discount is 0.00 EUR");
  }

  @Test
  void whatWasMissingIsGivenBackAndNotOnlyPromised() {
    var refunded = new Expected(SPLIT.methods(), 1_400, false, 100, 300);

    assertThat(
            OrderBooks.delivered(
                refunded, payment("completed", 300, "captured", "refunded"), order(1_500, 100)))
        .isEmpty();
    assertThat(
            OrderBooks.delivered(
                refunded, payment("completed", 300, "captured", "requested"), order(1_500, 100)))
        .hasValue("refund r1 is requested");
  }

  @Test
  void nothingIsHeldForAnOrderThatIsOff() {
    assertThat(OrderBooks.off(payment("failed", 0, "voided"))).isEmpty();
    assertThat(OrderBooks.off(payment("pending", 0, "voided"))).isPresent();
    assertThat(OrderBooks.off(payment("completed", 1_500, "captured", "failed"))).isPresent();
  }

  private static PaymentView payment(
      String outcome, long refunded, String second, String... refunds) {
    return new PaymentView(
        "p1",
        Money.euros(1_500),
        Money.euros(refunded),
        "status",
        outcome,
        List.of(
            new Part(1, "e_wallet", Money.euros(500), 1, "captured"),
            new Part(2, "cash", Money.euros(1_000), 1, second)),
        List.of(refunds).stream()
            .map(status -> new Refund("r1", 1, 1, Money.euros(refunded), status))
            .toList(),
        null);
  }

  private static OrderView order(long total, long tip) {
    @Nullable Instant never = null;
    Money none = Money.euros(0);
    return new OrderView(
        "o1",
        "m1",
        "delivered",
        "delivered",
        Instant.EPOCH,
        never,
        never,
        never,
        "rio",
        null,
        "p1",
        new OrderView.Total(Money.euros(total), none, none, Money.euros(tip), Money.euros(total)),
        none);
  }
}

package id.antar.command.payment;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CHARGE;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.at;
import static id.antar.command.payment.PaymentStory.BY_CARD;
import static id.antar.command.payment.PaymentStory.SECOND;
import static id.antar.command.payment.PaymentStory.SPLIT;
import static id.antar.command.payment.PaymentStory.TWO_PREPAID;
import static id.antar.command.payment.PaymentStory.WALLET;
import static id.antar.command.payment.PaymentStory.collect;
import static id.antar.command.payment.PaymentStory.eur;
import static id.antar.command.payment.PaymentStory.given;
import static id.antar.command.payment.PaymentStory.request;
import static id.antar.command.payment.PaymentStory.requested;
import static id.antar.command.payment.PaymentStory.reverse;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payment.PaymentCommand.ConfirmRefund;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.FailRefund;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.api.payment.PaymentCommand.PayOutRefund;
import id.antar.api.payment.PaymentCommand.RefundPayment;
import id.antar.api.payment.PaymentCommand.RetryCharge;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentInstructions;
import id.antar.api.payment.RefundId;
import id.antar.api.payment.RefundSource;
import id.antar.command.decider.History;
import id.antar.command.payment.PaymentGateway.Charge;
import id.antar.command.payment.PaymentGateway.ChargeState;
import id.antar.command.payment.PaymentGateway.ChargeState.Authorised;
import id.antar.command.payment.PaymentGateway.ChargeState.Captured;
import id.antar.command.payment.PaymentGateway.ChargeState.Declined;
import id.antar.command.payment.PaymentGateway.ChargeState.Expired;
import id.antar.command.payment.PaymentGateway.ChargeState.Pending;
import id.antar.command.payment.PaymentGateway.ChargeState.Unknown;
import id.antar.command.payment.PaymentGateway.ChargeState.Voided;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is asked of a payment and whatever its provider answers, in whatever order.
class PaymentPropertyTest {

  private static final Money ALL = PaymentStory.AMOUNT;
  private static final Charge FIRST = new Charge(CHARGE, ORDER, ALL, CARD);

  /// A provider's truth only goes forward; what is read of it may come late, twice and in any
  /// order.
  @Property
  void anyOrderOfAProvidersAnswersGivesTheSameEnd(@ForAll("answers") Answered answered) {
    Known inOrder = after(answered.path());
    Known shuffled = after(answered.shuffled());

    assertThat(shuffled.find(CHARGE)).isEqualTo(inOrder.find(CHARGE));
    assertThat(shuffled.status()).isEqualTo(inOrder.status());
  }

  @Property
  void noMoreGoesBackThanHasComeAndEveryHistoryFolds(
      @ForAll("commands") List<PaymentCommand> commands) {
    var payment = given();
    var facts = new ArrayList<PaymentEvent>();
    for (PaymentCommand command : commands) {
      List<PaymentEvent> events = payment.when(command).events();
      events.forEach(fact -> {
        facts.add(fact);
        assertThatNoneGoesBackTwice(facts, fact);
      });
      payment = payment.and(events);
    }
    assertThat(given().and(facts).state()).isEqualTo(payment.state());
    if (payment.state() instanceof Known known) {
      assertThat(sumOfHere(known)).isEqualTo(net(facts));
    }
  }

  @Property
  void whatWasAcceptedIsAcceptedAgain(@ForAll("commands") List<PaymentCommand> commands) {
    var payment = given();
    for (PaymentCommand command : commands) {
      History.Outcome<PaymentEvent> outcome = payment.when(command);
      payment = payment.and(outcome.events());
      if (!outcome.events().isEmpty()) {
        assertThat(payment.when(command).events()).isEmpty();
      }
    }
  }

  record Answered(List<ChargeState> path, List<ChargeState> shuffled) {}

  @Provide
  Arbitrary<Answered> answers() {
    ChargeState pending = new Pending("tx-1", PaymentInstructions.NONE, null);
    ChargeState authorised = new Authorised(ALL, "tx-1");
    ChargeState captured = new Captured(ALL, "tx-1");
    ChargeState back = new ChargeState.ChargedBack(ALL, eur(2000), "tx-1", "not me");
    ChargeState more = new ChargeState.ChargedBack(ALL, eur(2500), "tx-1", "not me");
    ChargeState won = new ChargeState.ChargebackReversed(ALL, eur(2000), "tx-1", "not me");
    Arbitrary<List<ChargeState>> paths =
        Arbitraries.of(
            List.of(new Unknown(), pending, captured),
            List.of(pending, authorised, captured),
            List.of(pending, authorised, captured, back),
            List.of(pending, captured, back, won),
            List.of(pending, captured, back, more),
            List.of(pending, new Declined("no funds")),
            List.of(pending, new Expired()),
            List.of(pending, authorised, new Voided()));
    return paths.flatMap(path ->
        Arbitraries.of(path)
            .list()
            .ofMaxSize(10)
            .flatMap(repeated -> {
              var all = new ArrayList<>(path);
              all.addAll(repeated);
              return Arbitraries.shuffle(all).map(shuffled -> new Answered(path, shuffled));
            }));
  }

  @Provide
  Arbitrary<List<PaymentCommand>> commands() {
    Arbitrary<PaymentCommand> asked =
        Arbitraries.of(
            request(BY_CARD),
            request(SPLIT),
            request(TWO_PREPAID),
            new RetryCharge(PAYMENT, ADA, 1, WALLET, at(3)),
            new RetryCharge(PAYMENT, ADA, 1, CARD, at(4)),
            new GiveUpCharge(CHARGE, at(7)),
            collect(),
            new ExpirePayment(PAYMENT, at(15)),
            reverse());
    Arbitrary<PaymentCommand> refunds =
        Arbitraries.integers()
            .between(1, 3)
            .flatMap(n -> {
              var ours = new RefundId("refund-" + n).ofShare(1);
              var own = RefundId.ofReversal(PAYMENT, n);
              return Arbitraries.of(
                  new RefundPayment(PAYMENT, ours, eur(n * 700L), "cold", null, null, at(50)),
                  new RefundPayment(PAYMENT, ours, eur(n * 700L), "cold", eur(900), null, at(50)),
                  new ConfirmRefund(PAYMENT, ours, "re-" + n, at(51)),
                  new FailRefund(PAYMENT, ours, "account closed", at(51)),
                  new PayOutRefund(PAYMENT, ours, RefundSource.OFFICE, at(52)),
                  new ConfirmRefund(PAYMENT, own, "re-" + n, at(51)),
                  new FailRefund(PAYMENT, own, "account closed", at(51)));
            });
    var first = Arbitraries.of(BY_CARD, SPLIT, TWO_PREPAID).map(PaymentStory::request);
    var more =
        Arbitraries.oneOf(List.of(asked, provider(), provider(), refunds)).list().ofMaxSize(40);
    return first.flatMap(start ->
        more.map(commands ->
            Stream.concat(Stream.<PaymentCommand>of(start), commands.stream()).toList()));
  }

  private static Arbitrary<PaymentCommand> provider() {
    var charges = Arbitraries.of(CHARGE, SECOND, new ChargeId(PAYMENT, 2, 1));
    var amounts = Arbitraries.of(ALL, eur(2000), eur(950), eur(1));
    return charges.flatMap(id ->
        amounts.flatMap(amount -> Arbitraries.of(1, 3).flatMap(asked -> {
          var charge = new Charge(id, ORDER, amount, CARD);
          return Arbitraries.of(
                  new Pending("tx", PaymentInstructions.NONE, null),
                  new Authorised(amount, "tx"),
                  new Captured(amount, "tx"),
                  new Captured(amount, "tx"),
                  new Declined("no funds"),
                  new Expired(),
                  new Voided(),
                  new ChargeState.ChargedBack(amount, eur(950), "tx", "not me"),
                  new ChargeState.ChargedBack(amount, eur(300), "tx", "not me"),
                  new ChargeState.ChargebackReversed(amount, eur(950), "tx", "not me"))
              .flatMap(stand -> Arbitraries.of(Answers.of(charge, stand, at(asked), false, at(2))));
        })));
  }

  private static Known after(List<ChargeState> answers) {
    var payment = given(requested(BY_CARD));
    for (ChargeState answer : answers) {
      for (PaymentCommand command : Answers.of(FIRST, answer, at(1), false, at(2))) {
        payment = payment.and(payment.when(command).events());
      }
    }
    return (Known) payment.state();
  }

  /// Each request of a refund fits into what its charge has brought and still holds.
  private static void assertThatNoneGoesBackTwice(List<PaymentEvent> facts, PaymentEvent fact) {
    if (fact instanceof RefundRequested e) {
      assertThat(left(facts, e.chargeId())).isNotNegative();
    }
    if (fact instanceof PaymentRefunded e) {
      assertThat(came(facts, e.chargeId()) - back(facts, e.chargeId())).isNotNegative();
    }
  }

  private static long left(List<PaymentEvent> facts, ChargeId id) {
    long asked = 0;
    for (PaymentEvent fact : facts) {
      asked +=
          switch (fact) {
            case RefundRequested e when e.chargeId().equals(id) -> e.amount().minor();
            case RefundFailed e when e.chargeId().equals(id) -> -e.amount().minor();
            case ChargedBack e when e.chargeId().equals(id) -> e.amount().minor();
            case ChargebackReversed e when e.chargeId().equals(id) -> -e.amount().minor();
            default -> 0;
          };
    }
    return came(facts, id) - asked;
  }

  private static long came(List<PaymentEvent> facts, ChargeId id) {
    long sum = 0;
    for (PaymentEvent fact : facts) {
      sum +=
          switch (fact) {
            case ChargeCaptured e when e.chargeId().equals(id) -> e.amount().minor();
            case CashCollected e when e.part() == id.part() -> e.amount().minor();
            default -> 0;
          };
    }
    return sum;
  }

  private static long back(List<PaymentEvent> facts, ChargeId id) {
    long sum = 0;
    for (PaymentEvent fact : facts) {
      sum += fact instanceof PaymentRefunded e && e.chargeId().equals(id) ? e.amount().minor() : 0;
    }
    return sum;
  }

  private static long net(List<PaymentEvent> facts) {
    long sum = 0;
    for (PaymentEvent fact : facts) {
      sum +=
          switch (fact) {
            case ChargeCaptured e -> e.amount().minor();
            case CashCollected e -> e.amount().minor();
            case PaymentRefunded e -> -e.amount().minor();
            case ChargedBack e -> -e.amount().minor();
            case ChargebackReversed e -> e.amount().minor();
            default -> 0;
          };
    }
    return sum;
  }

  private static long sumOfHere(Known payment) {
    long here = payment.attempts().stream().mapToLong(it -> it.here().minor()).sum();
    long back =
        payment.refunds().stream()
            .filter(it -> it.stage() == GivenBack.Stage.DONE)
            .mapToLong(it -> it.request().amount().minor())
            .sum();
    return here - back;
  }
}

package id.antar.command.payout;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.NOON;

import id.antar.api.ledger.Account;
import id.antar.api.message.Receipt;
import id.antar.api.money.Money;
import id.antar.api.payout.PayoutCommand;
import id.antar.api.payout.PayoutCommand.RecordPayout;
import id.antar.api.payout.PayoutEvent;
import id.antar.api.payout.PayoutEvent.PayoutRecorded;
import id.antar.api.payout.PayoutId;
import id.antar.api.payout.PayoutRejection.NotPayable;
import id.antar.api.payout.PayoutRejection.NothingToPay;
import id.antar.api.payout.PayoutRejection.PayoutAlreadyRecorded;
import id.antar.command.decider.History;
import id.antar.command.decider.TargetOf;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PayoutTest {

  private static final PayoutId PAYOUT = new PayoutId("payout-1");
  private static final Money WAGES = Money.of(12_350, "EUR");
  private static final PayoutRecorded RECORDED =
      new PayoutRecorded(PAYOUT, Account.of(BO), WAGES, "SEPA 17", NOON);

  @Test
  void aPayoutIsRecordedOnce() {
    given().when(pay(Account.of(BO), WAGES)).then(RECORDED);
    given(RECORDED).when(pay(Account.of(BO), WAGES)).thenNothing();
    given(RECORDED)
        .when(pay(Account.of(BO), Money.of(1, "EUR")))
        .thenRefused(new PayoutAlreadyRecorded(PAYOUT));
  }

  @Test
  void onlyMerchantsAndCouriersArePaid() {
    given().when(pay(Account.COMMISSION, WAGES)).thenRefused(new NotPayable(Account.COMMISSION));
  }

  @Test
  void nothingIsNoPayout() {
    Money nothing = Money.zero("EUR");
    given().when(pay(Account.of(BO), nothing)).thenRefused(new NothingToPay(nothing));
  }

  @Test
  void axonFindsWhatIsAnnotated() {
    new AggregateTestFixture<>(Payout.class)
        .registerCommandTargetResolver(new TargetOf<>(PayoutCommand.class, PayoutCommand::payoutId))
        .givenNoPriorActivity()
        .when(pay(Account.of(BO), WAGES))
        .expectEvents(RECORDED)
        .expectResultMessagePayload(Receipt.accepted());
  }

  private static RecordPayout pay(Account to, Money amount) {
    return new RecordPayout(PAYOUT, to, amount, "SEPA 17", NOON);
  }

  private static History<PayoutState, PayoutCommand, PayoutEvent> given(PayoutEvent... events) {
    return new History<PayoutState, PayoutCommand, PayoutEvent>(
            new PayoutState.Unrecorded(), PayoutState::evolve, PayoutState::decide)
        .and(events);
  }
}

package id.antar.command.timeout;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CHARGE;
import static id.antar.command.Cast.DECISION;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.courier.CourierCommand.ExpireShift;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.geo.Vehicle;
import id.antar.api.order.OrderCommand.ExpireOrder;
import id.antar.api.order.OrderDeadline;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderEvent.ReadyTimeChanged;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentCommand.ExpirePayment;
import id.antar.api.payment.PaymentCommand.GiveUpCharge;
import id.antar.api.payment.PaymentEvent.ChargeExpired;
import id.antar.api.payment.PaymentEvent.ChargeFailed;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentPurpose;
import id.antar.command.order.OrderPolicy;
import id.antar.command.order.OrderStory;
import id.antar.command.timeout.RecordingTimeouts.Due;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeoutProcessTest {

  private final RecordingTimeouts timeouts = new RecordingTimeouts();

  @Test
  void anOrderIsWaitedForNoLongerThanItsEventsSay() {
    var process = new WhenOrderAdvancesThenSetItsDeadline(timeouts, OrderPolicy.standard());

    process.on(OrderStory.placed(CARD));
    process.on(OrderStory.submitted());
    process.on(OrderStory.confirmed());
    process.on(new ReadyTimeChanged(ORDER, at(30), at(5)));
    process.on(OrderStory.unassigned());
    process.on(new OrderStranded(ORDER, TRIP, BO, null, at(48), at(30)));

    assertThat(timeouts.scheduled())
        .isEqualTo(
            Map.of(
                "order:order-1:lifetime",
                new Due(at(240), new ExpireOrder(ORDER, OrderDeadline.LIFETIME, at(240))),
                "order:order-1:confirmation",
                new Due(at(11), new ExpireOrder(ORDER, OrderDeadline.CONFIRMATION, at(11))),
                "order:order-1:courier",
                new Due(at(80), new ExpireOrder(ORDER, OrderDeadline.COURIER, at(80))),
                "order:order-1:courier:ready:" + at(30).toEpochMilli(),
                new Due(at(90), new ExpireOrder(ORDER, OrderDeadline.COURIER, at(90))),
                "order:order-1:courier:trip-1:" + at(9).toEpochMilli(),
                new Due(at(69), new ExpireOrder(ORDER, OrderDeadline.COURIER, at(69))),
                "order:order-1:courier:stranded:trip-1",
                new Due(at(108), new ExpireOrder(ORDER, OrderDeadline.COURIER, at(108)))));
  }

  @Test
  void aPaymentExpires() {
    new WhenPaymentRequestedThenSetItsExpiry(timeouts)
        .on(
            new PaymentRequested(
                PAYMENT,
                ORDER,
                ADA,
                PaymentPurpose.ORDER,
                FEE,
                List.of(new PaymentPart(1, CARD, FEE)),
                at(15),
                NOON));

    assertThat(timeouts.scheduled().values())
        .containsExactly(new Due(at(15), new ExpirePayment(PAYMENT, at(15))));
  }

  @Test
  void aPartThatMayBeTriedAgainIsGivenUpInTime() {
    var process = new WhenChargeComesToNothingThenSetEndOfRetrying(timeouts);

    process.on(new ChargeFailed(PAYMENT, ORDER, CHARGE, "no funds", at(6), at(1)));
    process.on(new ChargeExpired(PAYMENT, ORDER, new ChargeId(PAYMENT, 1, 5), null, at(10)));

    assertThat(timeouts.scheduled().values())
        .containsExactly(new Due(at(6), new GiveUpCharge(CHARGE, at(6))));
  }

  @Test
  void anOfferExpires() {
    new WhenAssignmentOfferedThenSetItsExpiry(timeouts)
        .on(new AssignmentOffered(TRIP, BO, DECISION, List.of(), at(1), NOON));

    assertThat(timeouts.scheduled().values())
        .containsExactly(new Due(at(1), new ExpireOffer(TRIP, at(1))));
  }

  @Test
  void everyShiftHasItsOwnEnd() {
    var process = new WhenShiftStartedThenSetItsEnd(timeouts);

    process.on(new ShiftStarted(BO, Vehicle.SCOOTER, 2, at(960), NOON));
    process.on(new ShiftStarted(BO, Vehicle.SCOOTER, 2, at(2000), at(1040)));

    assertThat(timeouts.scheduled().values())
        .containsExactlyInAnyOrder(
            new Due(at(960), new ExpireShift(BO, NOON, at(960))),
            new Due(at(2000), new ExpireShift(BO, at(1040), at(2000))));
  }
}

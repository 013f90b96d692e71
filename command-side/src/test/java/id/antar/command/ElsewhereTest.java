package id.antar.command;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CARD;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.DECISION;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.OTHER_TRIP;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.order;
import static id.antar.command.Cast.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.AssignmentRejection.TooMuchCashInHand;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierCommand.TakeCash;
import id.antar.api.courier.CourierProfile;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantCommand.CloseMerchant;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.message.Receipt;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two processes decide on one store, each with a memory of its own: what one stores counts for the
/// other, also of aggregates that are only asked.
class ElsewhereTest {

  private static final Personal<CourierProfile> PROFILE =
      Personal.of(new PersonId("bo"), new CourierProfile("Bo Rider", "+377 1111", "MC 42"));
  private static final Money LIMIT = Money.of(20_000, "EUR");

  private final TestEngine here = new TestEngine();
  private final TestEngine elsewhere = new TestEngine(here);

  @BeforeEach
  void thereIsANoodleBar() {
    elsewhere.accept(
        new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON),
        new ListProduct(NOODLE_BAR, RAMEN, NOON),
        new ListProduct(NOODLE_BAR, TEA, NOON),
        new OpenMerchant(NOODLE_BAR, NOON));
  }

  @AfterEach
  void stop() {
    here.close();
    elsewhere.close();
  }

  private Receipt place(OrderId orderId, PaymentChoice payment) {
    return here.sendOnMemory(placeOrder(orderId, payment, null));
  }

  private void offer(AssignmentId trip, OrderId orderId) {
    var stops = List.of(Stop.pickup(orderId, at(10)), Stop.dropoff(orderId, at(20)));
    here.accept(new OfferAssignment(trip, BO, DECISION, stops, at(1), NOON));
  }

  @Test
  void aMerchantThatWasClosedElsewhereIsClosed() {
    assertThat(place(ORDER, CARD)).isEqualTo(Receipt.accepted());
    assertThat(place(order(2), CARD)).isEqualTo(Receipt.accepted());

    elsewhere.accept(new CloseMerchant(NOODLE_BAR, NOON));

    assertThat(place(order(3), CARD)).isInstanceOf(Receipt.Rejected.class);
    assertThat(here.facts(order(3))).isEmpty();
  }

  @Test
  void aMerchantThatWasOpenedElsewhereIsOpen() {
    elsewhere.accept(new CloseMerchant(NOODLE_BAR, NOON));
    assertThat(place(ORDER, CARD)).isInstanceOf(Receipt.Rejected.class);

    elsewhere.accept(new OpenMerchant(NOODLE_BAR, NOON));

    assertThat(place(ORDER, CARD)).isEqualTo(Receipt.accepted());
    assertThat(here.facts(ORDER)).hasExactlyElementsOfTypes(OrderPlaced.class);
  }

  @Test
  void cashThatWasTakenElsewhereIsInHand() {
    here.accept(new RegisterCourier(BO, PROFILE, Vehicle.SCOOTER, 2, NOON));
    assertThat(place(ORDER, CASH)).isEqualTo(Receipt.accepted());
    assertThat(place(order(2), CASH)).isEqualTo(Receipt.accepted());
    offer(TRIP, ORDER);
    offer(OTHER_TRIP, order(2));
    assertThat(here.sendOnMemory(new AcceptOffer(TRIP, BO, NOON))).isEqualTo(Receipt.accepted());

    elsewhere.accept(new TakeCash(BO, order(9), LIMIT, NOON));

    assertThat(here.sendOnMemory(new AcceptOffer(OTHER_TRIP, BO, NOON)))
        .isEqualTo(Receipt.rejected(new TooMuchCashInHand(OTHER_TRIP)));
  }
}

package id.antar.command;

import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.CASH;
import static id.antar.command.Cast.DECISION;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;
import static id.antar.command.Cast.order;
import static id.antar.command.Cast.placeOrder;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentRejection.TooMuchCashInHand;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierCommand.HandInCash;
import id.antar.api.courier.CourierCommand.RegisterCourier;
import id.antar.api.courier.CourierCommand.TakeCash;
import id.antar.api.courier.CourierProfile;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.message.Receipt;
import id.antar.api.money.Money;
import id.antar.api.order.OrderCommand.PinOrder;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An offer is open while its courier is paid at another door.
class CashLimitTest {

  private static final AcceptOffer ACCEPT = new AcceptOffer(TRIP, BO, NOON);
  private static final Personal<CourierProfile> PROFILE =
      Personal.of(new PersonId("bo"), new CourierProfile("Bo Rider", "+377 1111", "MC 42"));
  private static final Money LIMIT = Money.of(20_000, "EUR");

  private final TestEngine engine = new TestEngine();

  @BeforeEach
  void anOrderThatIsPaidInCashIsOffered() {
    var stops = List.of(Stop.pickup(ORDER, at(10)), Stop.dropoff(ORDER, at(20)));
    engine.accept(
        new RegisterMerchant(NOODLE_BAR, NOODLE_BAR_PROFILE, FEE, Duration.ofMinutes(12), NOON),
        new ListProduct(NOODLE_BAR, RAMEN, NOON),
        new ListProduct(NOODLE_BAR, TEA, NOON),
        new OpenMerchant(NOODLE_BAR, NOON),
        placeOrder(CASH),
        new RegisterCourier(BO, PROFILE, Vehicle.SCOOTER, 2, NOON),
        new OfferAssignment(TRIP, BO, DECISION, stops, at(1), NOON));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void belowTheLimitItIsAccepted() {
    engine.accept(new TakeCash(BO, order(9), LIMIT.minus(Money.of(1, "EUR")), NOON), ACCEPT);

    assertThat(engine.facts(TRIP))
        .hasExactlyElementsOfTypes(AssignmentOffered.class, OfferAccepted.class);
  }

  @Test
  void atTheLimitItIsRefusedUntilTheCashIsHandedIn() {
    engine.accept(new TakeCash(BO, order(9), LIMIT, NOON));
    assertThat(engine.send(ACCEPT)).isEqualTo(Receipt.rejected(new TooMuchCashInHand(TRIP)));

    engine.accept(new HandInCash(BO, "handover-1", LIMIT, NOON), ACCEPT);
  }

  @Test
  void whatWasAcceptedBeforeStaysAccepted() {
    engine.accept(ACCEPT, new TakeCash(BO, order(9), LIMIT, NOON), ACCEPT);
  }

  @Test
  void anOperatorsPinCountsForMore() {
    engine.accept(
        new PinOrder(ORDER, BO, "knows the house", NOON),
        new TakeCash(BO, order(9), LIMIT, NOON),
        ACCEPT);
  }
}

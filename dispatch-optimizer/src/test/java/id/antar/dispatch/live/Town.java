package id.antar.dispatch.live;

import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierEvent.ShiftStarted;
import id.antar.api.courier.CourierId;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.position.LiveUpdate.CourierPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The cast and the facts of the live tests. The road is a straight line north: a thousandth of a
/// degree takes ten seconds.
final class Town {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final CourierId ADA = new CourierId("ada");
  static final CourierId BOB = new CourierId("bob");
  static final OrderId ORDER = new OrderId("order-1");
  static final OrderId OTHER_ORDER = new OrderId("order-2");
  static final AssignmentId OFFER = new AssignmentId("offer-1");
  static final AssignmentId OTHER_OFFER = new AssignmentId("offer-2");
  static final GeoPoint NOODLES = north(0);
  static final EstimateTravel STRAIGHT =
      (from, to, _) ->
          OptionalInt.of((int) Math.round(Math.abs(from.latitude() - to.latitude()) * 10_000));

  static final MeasureTravel MEASURED =
      (from, to, vehicle) ->
          new MeasureTravel.Measured() {
            @Override
            public int seconds(int i, int j) {
              return STRAIGHT.seconds(from.get(i), to.get(j), vehicle).orElse(-1);
            }

            @Override
            public boolean isGuess(int i, int j) {
              return false;
            }
          };

  private Town() {}

  static GeoPoint north(int thousandths) {
    return new GeoPoint(43.7 + thousandths / 1000.0, 7.4);
  }

  static OrderPlaced placed(OrderId orderId) {
    return placed(orderId, north(30));
  }

  static OrderPlaced placed(OrderId orderId, GeoPoint door) {
    var person = new PersonId("carol");
    return new OrderPlaced(
        orderId,
        new CustomerId("carol"),
        new MerchantId("noodles"),
        "Noodle bar",
        NOODLES,
        Personal.of(person, new Contact("Carol", "+377 1234")),
        Personal.of(person, new Address(door, "A street 1", "")),
        List.of(),
        OrderTotal.of(new Money(1000, "EUR"), new Money(200, "EUR")),
        new OrderTerms(1500, new Money(200, "EUR")),
        null,
        new PaymentId("payment-1"),
        List.of(
            new PaymentPart(1, new PaymentChoice(PaymentMethod.CASH, ""), new Money(1200, "EUR"))),
        NOON.plus(Duration.ofHours(3)),
        NOON.minusSeconds(300));
  }

  static OrderConfirmed confirmed(OrderId orderId, int readyInSeconds) {
    return new OrderConfirmed(
        orderId, NOON.plusSeconds(readyInSeconds), NOON.plusSeconds(3600), NOON);
  }

  static ShiftStarted onShift(CourierId courierId) {
    return new ShiftStarted(courierId, Vehicle.SCOOTER, 3, NOON.plus(Duration.ofHours(4)), NOON);
  }

  static AssignmentOffered offered(AssignmentId id, CourierId courierId, OrderId... orders) {
    return new AssignmentOffered(
        id,
        courierId,
        new DecisionId("decision-1"),
        Stream.concat(
                Arrays.stream(orders).map(o -> Stop.pickup(o, NOON)),
                Arrays.stream(orders).map(o -> Stop.dropoff(o, NOON)))
            .toList(),
        NOON.plusSeconds(45),
        NOON);
  }

  static CourierPosition position(CourierId courierId, GeoPoint point, long sequence, Instant at) {
    return new CourierPosition(courierId, point, null, null, null, sequence, at, at, 0);
  }
}

package id.antar.query;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.assignment.Stop;
import id.antar.api.courier.CourierEvent.CourierRegistered;
import id.antar.api.courier.CourierId;
import id.antar.api.courier.CourierProfile;
import id.antar.api.customer.CustomerId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.merchant.MerchantEvent.MerchantRegistered;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.query.projection.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The people, places and first events that the tests share.
public final class Cast {

  public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  public static final CustomerId ADA = new CustomerId("ada");
  public static final MerchantId NOODLE_BAR = new MerchantId("noodle-bar");
  public static final CourierId KURT = new CourierId("kurt");
  public static final OrderId ORDER = new OrderId("order-1");
  public static final OrderId OTHER_ORDER = new OrderId("order-2");
  public static final AssignmentId TRIP = new AssignmentId("trip-1");
  public static final AssignmentId OTHER_TRIP = new AssignmentId("trip-2");
  public static final GeoPoint HARBOUR = new GeoPoint(43.735, 7.421);
  public static final Product NOODLES =
      new Product(
          new ProductId("noodles"), "Fried noodles", "With egg", Money.of(900, "EUR"), "", true);

  public static final Personal<GeoPoint> ROADSIDE =
      Personal.of(KURT.personId(), new GeoPoint(43.74, 7.43));

  private Cast() {}

  public static Instant after(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes));
  }

  public static OrderPlaced placed() {
    return new OrderPlaced(
        ORDER,
        ADA,
        NOODLE_BAR,
        "Noodle Bar",
        HARBOUR,
        Personal.of(new PersonId("ada"), new Contact("Ada", "+37712345")),
        Personal.of(new PersonId("ada"), new Address(HARBOUR, "Quai 1", "")),
        List.of(new OrderLine(NOODLES.productId(), NOODLES.name(), 2, NOODLES.price())),
        OrderTotal.of(Money.of(1800, "EUR"), Money.of(250, "EUR")),
        new OrderTerms(1500, Money.of(250, "EUR")),
        null,
        new PaymentId("payment-1"),
        List.of(
            new PaymentPart(
                1, new PaymentChoice(PaymentMethod.CARD, "tok"), Money.of(2050, "EUR"))),
        after(15),
        NOON);
  }

  public static AssignmentOffered offered(AssignmentId trip, OrderId... orders) {
    List<Stop> stops =
        Stream.concat(
                List.of(orders).stream().map(order -> Stop.pickup(order, after(10))),
                List.of(orders).stream().map(order -> Stop.dropoff(order, after(25))))
            .toList();
    return new AssignmentOffered(trip, KURT, new DecisionId("d-1"), stops, after(3), after(2));
  }

  public static OfferAccepted accepted(AssignmentId trip, OrderId... orders) {
    return new OfferAccepted(trip, KURT, List.of(orders), after(3));
  }

  public static CourierAssigned assigned(AssignmentId trip) {
    return new CourierAssigned(ORDER, trip, KURT, after(3));
  }

  public static ArrivedAtPickup atPickup(AssignmentId trip) {
    return new ArrivedAtPickup(trip, KURT, ORDER, after(9));
  }

  public static PickupRecorded pickedUp(AssignmentId trip, OrderId order) {
    return new PickupRecorded(trip, KURT, order, after(11));
  }

  public static ArrivedAtDropoff atDoor(AssignmentId trip) {
    return new ArrivedAtDropoff(trip, KURT, ORDER, after(24));
  }

  public static DropoffRecorded droppedOff(AssignmentId trip, OrderId order) {
    return new DropoffRecorded(trip, KURT, order, after(25));
  }

  public static AssignmentEnded ended(AssignmentId trip) {
    return new AssignmentEnded(trip, KURT, after(26));
  }

  /// The first order leaves the trip, the other one comes to it or stays.
  public static AssignmentAmended amended(AssignmentId trip, boolean isNew) {
    return new AssignmentAmended(
        trip,
        KURT,
        new DecisionId("d-2"),
        List.of(Stop.pickup(OTHER_ORDER, after(12)), Stop.dropoff(OTHER_ORDER, after(28))),
        isNew ? List.of(OTHER_ORDER) : List.of(),
        List.of(ORDER),
        "late",
        after(8));
  }

  public static AssignmentAbandoned abandoned(
      AssignmentId trip, List<OrderId> released, List<OrderId> stranded) {
    return new AssignmentAbandoned(
        trip, KURT, AbandonCause.BROKEN_DOWN, released, stranded, ROADSIDE, "puncture", after(20));
  }

  public static OrderStranded stranded(AssignmentId trip, @Nullable Personal<GeoPoint> handover) {
    return new OrderStranded(
        ORDER, trip, KURT, handover, handover == null ? after(32) : after(20), after(20));
  }

  public static CourierRegistered courierRegistered() {
    return new CourierRegistered(
        KURT,
        Personal.of(new PersonId("kurt"), new CourierProfile("Kurt", "+37754321", "MC 1")),
        Vehicle.SCOOTER,
        2,
        NOON);
  }

  public static MerchantRegistered merchantRegistered() {
    return new MerchantRegistered(
        NOODLE_BAR,
        new MerchantProfile("Noodle Bar", "Asian kitchen", "+37711111", "Quai 2", HARBOUR),
        Money.of(250, "EUR"),
        Duration.ofMinutes(12),
        NOON);
  }

  public static Recorded recorded(Object event, String source, long sequence) {
    return new Recorded(
        event,
        source,
        sequence,
        NOON.plusSeconds(sequence),
        "customer:ada",
        source + "/" + sequence,
        "request-1");
  }
}

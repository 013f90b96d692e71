package id.antar.command.order;

import static id.antar.command.Cast.ADA;
import static id.antar.command.Cast.BO;
import static id.antar.command.Cast.DOOR;
import static id.antar.command.Cast.FEE;
import static id.antar.command.Cast.NOODLE_BAR;
import static id.antar.command.Cast.NOODLE_BAR_PROFILE;
import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.ORDER;
import static id.antar.command.Cast.PAYMENT;
import static id.antar.command.Cast.RAMEN;
import static id.antar.command.Cast.RECIPIENT;
import static id.antar.command.Cast.TEA;
import static id.antar.command.Cast.TRIP;
import static id.antar.command.Cast.at;

import id.antar.api.courier.CourierId;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.Product;
import id.antar.api.money.Money;
import id.antar.api.order.OrderEvent;
import id.antar.api.order.OrderEvent.CourierAssigned;
import id.antar.api.order.OrderEvent.CourierUnassigned;
import id.antar.api.order.OrderEvent.DeliveryFailed;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderConfirmed;
import id.antar.api.order.OrderEvent.OrderDelivered;
import id.antar.api.order.OrderEvent.OrderPaid;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReady;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderSettled;
import id.antar.api.order.OrderEvent.OrderSubmitted;
import id.antar.api.order.OrderEvent.PreparationStarted;
import id.antar.api.order.OrderLine;
import id.antar.api.order.OrderTerms;
import id.antar.api.order.OrderTotal;
import id.antar.api.order.Party;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentPart;
import id.antar.api.person.Personal;
import id.antar.command.Cast;
import id.antar.command.merchant.Quote;
import java.time.Instant;
import java.util.List;

/// One order's life in the standard timing: confirmed at 12:02 for 12:20, picked up at 12:22,
/// delivered at 12:40.
public final class OrderStory {

  public static final Quote QUOTE =
      new Quote(
          "Noodle Bar",
          NOODLE_BAR_PROFILE.location(),
          List.of(line(RAMEN, 2), line(TEA, 1)),
          OrderTotal.of(Money.of(2700, "EUR"), FEE));

  public static final OrderTerms TERMS = new OrderTerms(1500, FEE);

  /// Where Bo stops.
  public static final Personal<GeoPoint> ROADSIDE =
      Personal.of(BO.personId(), new GeoPoint(43.735, 7.425));

  private OrderStory() {}

  public static OrderPlaced placed(PaymentChoice payment) {
    return new OrderPlaced(
        ORDER,
        ADA,
        NOODLE_BAR,
        QUOTE.merchantName(),
        QUOTE.pickup(),
        RECIPIENT,
        DOOR,
        QUOTE.lines(),
        QUOTE.total(),
        TERMS,
        null,
        PAYMENT,
        List.of(new PaymentPart(1, payment, QUOTE.total().total())),
        at(240),
        NOON);
  }

  public static OrderPaid paid() {
    return new OrderPaid(ORDER, PAYMENT, at(1));
  }

  public static OrderSubmitted submitted() {
    return new OrderSubmitted(ORDER, NOODLE_BAR, at(11), at(1));
  }

  public static OrderConfirmed confirmed() {
    return new OrderConfirmed(ORDER, at(20), at(80), at(2));
  }

  public static PreparationStarted preparationStarted() {
    return new PreparationStarted(ORDER, at(5));
  }

  public static OrderReady ready() {
    return new OrderReady(ORDER, at(19));
  }

  public static CourierAssigned assigned() {
    return new CourierAssigned(ORDER, TRIP, BO, at(6));
  }

  public static CourierUnassigned unassigned() {
    return new CourierUnassigned(ORDER, TRIP, BO, "puncture", at(9));
  }

  public static OrderPickedUp pickedUp() {
    return new OrderPickedUp(ORDER, TRIP, BO, at(22));
  }

  public static OrderDelivered delivered() {
    return new OrderDelivered(ORDER, TRIP, BO, at(40));
  }

  /// 15 % of 27 euros are the platform's.
  public static OrderSettled settled(CourierId courier, Instant at) {
    return new OrderSettled(
        ORDER, ADA, NOODLE_BAR, courier, QUOTE.total(), Money.of(405, "EUR"), FEE, at);
  }

  public static DeliveryFailed deliveryFailed() {
    return new DeliveryFailed(ORDER, TRIP, "nobody there", at(40));
  }

  public static OrderReturned returned() {
    return new OrderReturned(ORDER, TRIP, at(60));
  }

  public static OrderCancelled cancelledByOperator() {
    return new OrderCancelled(ORDER, new Party.Operator("op"), "lost", TRIP, at(30));
  }

  public static OrderEvent[] untilSubmitted() {
    return new OrderEvent[] {placed(Cast.CARD), paid(), submitted()};
  }

  public static OrderEvent[] untilConfirmed() {
    return new OrderEvent[] {placed(Cast.CARD), paid(), submitted(), confirmed()};
  }

  public static OrderEvent[] untilReady() {
    return new OrderEvent[] {
      placed(Cast.CARD), paid(), submitted(), confirmed(), preparationStarted(), assigned(), ready()
    };
  }

  public static OrderEvent[] untilPickedUp() {
    return new OrderEvent[] {
      placed(Cast.CARD), paid(), submitted(), confirmed(), assigned(), ready(), pickedUp()
    };
  }

  private static OrderLine line(Product product, int quantity) {
    return new OrderLine(product.productId(), product.name(), quantity, product.price());
  }
}

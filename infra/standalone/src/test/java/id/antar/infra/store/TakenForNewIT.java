package id.antar.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.customer.CustomerId;
import id.antar.api.geo.Address;
import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.MerchantCommand.CloseMerchant;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import id.antar.api.message.Receipt;
import id.antar.api.money.Money;
import id.antar.api.order.BasketLine;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderId;
import id.antar.api.payment.PaymentChoice;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.payment.PaymentSplit;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.api.time.EngineClock;
import id.antar.infra.engine.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/// An order is placed without asking the store whether it is there. One that another engine placed,
/// or this one long ago, is found out.
class TakenForNewIT {
  private static final GeoPoint HERE = new GeoPoint(43.7345, 7.4210);
  private static final Money PRICE = Money.of(1250, "EUR");
  private static final ProductId RAMEN = new ProductId("ramen");

  private final Instant now = TestEngine.bean(EngineClock.class).instant();
  private final EventStore events = TestEngine.bean(EventStore.class);
  private final String run = UUID.randomUUID().toString().substring(0, 8);
  private final MerchantId merchant = new MerchantId("taken-for-new-" + run);

  private static Receipt send(Object command) throws Exception {
    return TestEngine.bean(CommandGateway.class).<Receipt>send(command).get(20, TimeUnit.SECONDS);
  }

  private void openMerchant() throws Exception {
    var profile = new MerchantProfile("Noodle Bar", "Noodles.", "+377 11", "1 Quay", HERE);
    var product = new Product(RAMEN, "Ramen", "Broth", PRICE, "", true);
    assertThat(
            List.of(
                send(
                    new RegisterMerchant(
                        merchant, profile, Money.of(250, "EUR"), Duration.ofMinutes(5), now)),
                send(new ListProduct(merchant, product, now)),
                send(new OpenMerchant(merchant, now))))
        .containsOnly(Receipt.accepted());
  }

  private PlaceOrder order(String id) {
    PersonId person = new CustomerId("ada-" + run).personId();
    return new PlaceOrder(
        new OrderId(id + "-" + run),
        new CustomerId("ada-" + run),
        merchant,
        List.of(new BasketLine(RAMEN, 2, PRICE)),
        Personal.of(person, new Contact("Ada", "+377 555 0100")),
        Personal.of(person, new Address(HERE, "1 Rue Grimaldi", "")),
        PaymentSplit.whole(new PaymentChoice(PaymentMethod.CARD, "sandbox-ok")),
        null,
        null,
        now);
  }

  private List<Object> placings(PlaceOrder order) {
    return events
        .readEvents("order:" + order.orderId())
        .asStream()
        .<Object>map(event -> event.getPayload())
        .filter(OrderPlaced.class::isInstance)
        .toList();
  }

  /// As another engine on the same database would have stored it.
  private void placeElsewhere(PlaceOrder order, PlaceOrder like) {
    var placed = (OrderPlaced) placings(like).getFirst();
    var elsewhere =
        new OrderPlaced(
            order.orderId(),
            placed.customerId(),
            placed.merchantId(),
            placed.merchantName(),
            placed.pickup(),
            placed.recipient(),
            placed.dropoff(),
            placed.lines(),
            placed.total(),
            placed.terms(),
            placed.voucher(),
            new PaymentId("elsewhere-" + run),
            placed.payment(),
            placed.expiresAt(),
            placed.occurredAt());
    events.publish(
        new GenericDomainEventMessage<>("Order", "order:" + order.orderId(), 0, elsewhere));
  }

  @Test
  void anOrderThatWasPlacedElsewhereIsNotPlacedAgain() throws Exception {
    openMerchant();
    PlaceOrder first = order("first");
    PlaceOrder second = order("second");
    assertThat(send(first)).isEqualTo(Receipt.accepted());
    placeElsewhere(second, first);

    assertThat(send(second)).isEqualTo(Receipt.accepted());
    assertThat(placings(second)).hasSize(1);
  }

  @Test
  void aRepeatIsFineThoughTheMerchantHasClosedMeanwhile() throws Exception {
    openMerchant();
    PlaceOrder first = order("first");
    PlaceOrder second = order("second");
    assertThat(send(first)).isEqualTo(Receipt.accepted());
    placeElsewhere(second, first);
    assertThat(send(new CloseMerchant(merchant, now))).isEqualTo(Receipt.accepted());

    assertThat(send(second)).isEqualTo(Receipt.accepted());
    assertThat(send(order("third"))).isInstanceOf(Receipt.Rejected.class);
  }
}

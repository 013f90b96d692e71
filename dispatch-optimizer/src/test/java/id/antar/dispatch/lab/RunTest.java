package id.antar.dispatch.lab;

import static id.antar.dispatch.lab.MadeHistory.NOON;
import static id.antar.dispatch.lab.MadeHistory.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.customer.CustomerId;
import id.antar.api.order.OrderEvent.OrderCancelled;
import id.antar.api.order.OrderEvent.OrderPickedUp;
import id.antar.api.order.OrderEvent.OrderPlaced;
import id.antar.api.order.OrderEvent.OrderReturned;
import id.antar.api.order.OrderEvent.OrderStranded;
import id.antar.api.order.OrderId;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import id.antar.dispatch.lab.facts.Facts;
import id.antar.dispatch.lab.facts.FactsFold;
import id.antar.dispatch.lab.facts.Mishap;
import id.antar.dispatch.lab.facts.OrderFacts;
import id.antar.dispatch.lab.facts.Recorded;
import id.antar.dispatch.lab.run.Fared;
import id.antar.dispatch.plan.DispatchPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Single runs of a made town.
class RunTest {

  private static final DispatchPolicy STANDARD = DispatchPolicy.standard();
  private static final OrderId SEVENTH = new OrderId("order-6");
  private static final Facts LUNCH = MadeHistory.facts(STANDARD, 20, 3, 7);

  private final List<Object> events = new ArrayList<>();

  @Test
  void everyOrderIsPickedUpOnceItIsReadyAndThenDelivered() {
    assertThat(run(LUNCH, 1))
        .hasSize(20)
        .allSatisfy(order -> {
          assertThat(order.isDelivered()).isTrue();
          assertThat(order.pickedUp()).isGreaterThan(order.ready());
          assertThat(order.delivered()).isGreaterThan(order.pickedUp());
          assertThat(order.metres()).isPositive();
        });
  }

  @Test
  void aSeedIsARunAndAnotherSeedIsAnotherOne() {
    assertThat(run(LUNCH, 1)).isEqualTo(run(LUNCH, 1)).isNotEqualTo(run(LUNCH, 2));
  }

  @Test
  void whatARunTellsIsReadBackAsItWas() {
    MadeHistory history = MadeHistory.of(LUNCH, STANDARD, 3);
    var fold = new FactsFold(NOON, TWO);
    history.events.forEach(fold::apply);

    Facts read = fold.facts();

    assertThat(read.orders()).hasSameSizeAs(LUNCH.orders());
    assertThat(read.shifts()).containsExactlyInAnyOrderElementsOf(LUNCH.shifts());
    assertThat(read.policies()).containsOnlyKeys(STANDARD);
    assertThat(read.orders())
        .allSatisfy(order -> {
          OrderFacts made = order(LUNCH, order.orderId());
          assertThat(order.readyAt()).isEqualTo(made.readyAt());
          assertThat(order.pickupService()).isEqualTo(made.pickupService());
          assertThat(order.dropoffService()).isEqualTo(made.dropoffService());
        });
    assertThat(read.recorded())
        .allSatisfy(order -> {
          Fared fared = of(history.fared, order.orderId());
          assertThat(order.courierId()).isEqualTo(fared.courierId());
          assertThat(order.waited()).isEqualTo(fared.waited());
          assertThat(second(read, order)).isEqualTo(fared.delivered());
        });
    long answers =
        history.events.stream()
            .filter(e -> e instanceof OfferAccepted || e instanceof OfferDeclined)
            .count();
    assertThat(read.answers()).hasSizeGreaterThanOrEqualTo((int) answers);
  }

  private static int second(Facts facts, Recorded order) {
    assertThat(order.deliveredAt()).isNotNull();
    return order.deliveredAt() == null ? -1 : facts.second(order.deliveredAt());
  }

  @Test
  void ordersOfTheForgottenAreLeftOutAndCounted() {
    var fold = new FactsFold(NOON, TWO);
    MadeHistory.of(LUNCH, STANDARD, 3)
        .with(RunTest::withoutEveryTenthDoor)
        .events
        .forEach(fold::apply);

    Facts facts = fold.facts();

    assertThat(facts.leftOut().forgotten()).isEqualTo(2);
    assertThat(facts.orders()).hasSize(18);
  }

  private static Object withoutEveryTenthDoor(Object event) {
    return event instanceof OrderPlaced e && e.orderId().value().endsWith("0")
        ? new OrderPlaced(
            e.orderId(),
            e.customerId(),
            e.merchantId(),
            e.merchantName(),
            e.pickup(),
            Personal.forgotten(e.recipient().person()),
            Personal.forgotten(e.dropoff().person()),
            e.lines(),
            e.total(),
            e.terms(),
            e.voucher(),
            e.paymentId(),
            e.payment(),
            e.expiresAt(),
            e.occurredAt())
        : event;
  }

  @Test
  void whatStruckTheCourierOfAnOrderStrikesWhoeverCarriesIt() {
    var breakdown = new Mishap(true, 60, false, true, 0, 900);
    Facts rough = with(order -> changed(order, null, null, breakdown));

    List<Fared> fared = run(rough, 1);

    assertThat(told(AssignmentAbandoned.class)).hasSize(1);
    OrderStranded stranded = told(OrderStranded.class).findFirst().orElseThrow();
    assertThat(stranded.orderId()).isEqualTo(SEVENTH);
    assertThat(stranded.handover()).isNotNull();
    assertThat(told(OrderPickedUp.class).filter(e -> e.orderId().equals(SEVENTH))).hasSize(2);
    assertThat(of(fared, SEVENTH).isDelivered()).isTrue();
    assertThat(of(fared, SEVENTH).delivered())
        .isGreaterThan(of(run(LUNCH, 1), SEVENTH).delivered());
  }

  @Test
  void anOrderOfACourierWhoIsNotHeardOfIsMadeAgain() {
    var silence = new Mishap(true, 700, true, false, 600, null);
    Facts rough = with(order -> changed(order, null, null, silence));

    List<Fared> fared = run(rough, 1);

    OrderStranded stranded = told(OrderStranded.class).findFirst().orElseThrow();
    assertThat(stranded.handover()).isNull();
    assertThat(stranded.readyAt()).isEqualTo(stranded.occurredAt().plusSeconds(600));
    assertThat(of(fared, SEVENTH).isDelivered()).isTrue();
  }

  @Test
  void whatACustomerCalledOffIsCalledOff() {
    Facts changed =
        with(order ->
            changed(
                order,
                new OrderCancelled(
                    SEVENTH,
                    new Party.Customer(new CustomerId("carol")),
                    "changed my mind",
                    null,
                    order.confirmed().occurredAt().plusSeconds(120)),
                null,
                null));

    assertThat(of(run(changed, 1), SEVENTH).isDelivered()).isFalse();
    assertThat(run(changed, 1)).filteredOn(Fared::isDelivered).hasSize(19);
  }

  @Test
  void anOfferWhoseOrderIsCalledOffIsOver() {
    run(LUNCH, 1);
    Instant offered =
        told(AssignmentOffered.class)
            .filter(e -> e.stops().stream().anyMatch(s -> s.orderId().equals(SEVENTH)))
            .findFirst()
            .orElseThrow()
            .occurredAt();
    var off =
        new OrderCancelled(
            SEVENTH,
            new Party.Customer(new CustomerId("carol")),
            "changed my mind",
            null,
            offered.plusSeconds(1));

    run(with(order -> changed(order, off, null, null)), 1);

    assertThat(told(OrderWithdrawn.class)).anyMatch(e -> e.orderId().equals(SEVENTH));
  }

  @Test
  void whereNobodyOpensTheOrderGoesBack() {
    Facts shut = with(order -> changed(order, null, 240, null));

    assertThat(of(run(shut, 1), SEVENTH).isDelivered()).isFalse();
    assertThat(told(OrderReturned.class)).hasSize(1);
  }

  private <T> Stream<T> told(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  private List<Fared> run(Facts facts, long seed) {
    events.clear();
    return MadeHistory.run(facts, STANDARD, seed, events::add);
  }

  private static Fared of(List<Fared> all, OrderId id) {
    return all.stream().filter(each -> each.orderId().equals(id)).findFirst().orElseThrow();
  }

  private static OrderFacts order(Facts facts, OrderId id) {
    return facts.orders().stream()
        .filter(order -> order.orderId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Facts with(UnaryOperator<OrderFacts> change) {
    return MadeHistory.facts(
        STANDARD,
        LUNCH.orders().stream()
            .map(order -> order.orderId().equals(SEVENTH) ? change.apply(order) : order)
            .toList(),
        LUNCH.shifts());
  }

  private static OrderFacts changed(
      OrderFacts order,
      @Nullable OrderCancelled calledOff,
      @Nullable Integer shutDoor,
      @Nullable Mishap mishap) {
    return new OrderFacts(
        order.placed(),
        order.confirmed(),
        order.said(),
        order.readyAt(),
        calledOff,
        order.pickupService(),
        order.dropoffService(),
        shutDoor,
        mishap,
        true);
  }
}

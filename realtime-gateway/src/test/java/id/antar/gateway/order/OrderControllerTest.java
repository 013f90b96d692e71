package id.antar.gateway.order;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.PLACEMENT;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.message.MetaKeys;
import id.antar.api.message.Receipt;
import id.antar.api.message.SearchUnavailable;
import id.antar.api.order.OrderCommand.CancelOrder;
import id.antar.api.order.OrderCommand.ConfirmOrder;
import id.antar.api.order.OrderCommand.PlaceOrder;
import id.antar.api.order.OrderId;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderQuery.ListOrders;
import id.antar.api.order.OrderQuery.OrderPage;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.api.order.OrderRejection.MerchantIsClosed;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.order.Party;
import id.antar.api.person.Personal;
import id.antar.api.road.RoadQuery.LocateOnRoad;
import id.antar.api.road.RoadQuery.RoadPoint;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrderControllerTest extends GatewayTest {

  @Test
  void aCustomerPlacesAnOrder() {
    String key = Ids.random();
    String id = Ids.derive("order", "customer:ada", key);

    post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT, key)
        .expectStatus()
        .isCreated()
        .expectHeader()
        .valueEquals("Location", "/v1/orders/" + id)
        .expectBody()
        .json("{\"orderId\":\"" + id + "\",\"status\":\"pending\"}");

    var message = engine.messages().getFirst();
    assertThat(message.getPayload())
        .isInstanceOfSatisfying(
            PlaceOrder.class,
            command -> {
              assertThat(command.customerId()).isEqualTo(ADA);
              assertThat(command.merchantId()).isEqualTo(NOODLE_BAR);
              assertThat(command.recipient().find().orElseThrow().name()).isEqualTo("Ada");
            });
    assertThat(message.getMetaData())
        .containsEntry(MetaKeys.ACTOR, "customer:ada")
        .containsEntry(MetaKeys.IDEMPOTENCY_KEY, key)
        .containsKeys(MetaKeys.REQUEST_ID)
        .hasEntrySatisfying(
            MetaKeys.CLIENT_ADDRESS,
            address ->
                assertThat(address)
                    .isInstanceOfSatisfying(
                        Personal.class, it -> assertThat(it.person()).isEqualTo(ADA.personId())));
  }

  @Test
  void anAddressOffTheMapIsRefusedBeforeTheOrderIsPlaced() {
    engine.answer(LocateOnRoad.class, q -> new RoadPoint(false, q.point(), 9000));

    expectProblem(
        post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT),
        422,
        "address-off-map",
        "dropoff.point");

    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void aMapThatFailsOrSleepsDoesNotStopAnOrder() {
    var forever = new CountDownLatch(1);
    engine.answer(
        LocateOnRoad.class,
        _ -> {
          throw new IllegalStateException("no map");
        });
    post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT).expectStatus().isCreated();
    engine.answer(
        LocateOnRoad.class,
        q -> {
          try {
            var _ = forever.await(5, TimeUnit.SECONDS);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          return new RoadPoint(false, q.point(), 1);
        });
    post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT).expectStatus().isCreated();
    forever.countDown();
  }

  @Test
  void aRefusalIsAProblemThatNamesTheField() {
    engine.decide(_ -> Receipt.rejected(new MerchantIsClosed(NOODLE_BAR)));

    expectProblem(
        post(Role.CUSTOMER, "ada", "/v1/orders", PLACEMENT),
        409,
        "merchant-is-closed",
        "merchantId");
  }

  @Test
  void anOrderIsShownToThoseWhomItConcernsAndToNobodyElse() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.PICKED_UP, CARLO));

    for (var reader :
        List.of(
            List.of("CUSTOMER", "ada"),
            List.of("MERCHANT", "noodle-bar"),
            List.of("COURIER", "carlo"),
            List.of("OPERATOR", "olga"),
            List.of("ANALYST", "anna"),
            List.of("ADMIN", "root"))) {
      get(Role.valueOf(reader.get(0)), reader.get(1), "/v1/orders/order-1")
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath("$.status")
          .isEqualTo("on_delivery")
          .jsonPath("$.stage")
          .isEqualTo("picked_up")
          .jsonPath("$.paymentMethods[0]")
          .isEqualTo("e_wallet")
          .jsonPath("$.recipient.name")
          .isEqualTo("Ada")
          .jsonPath("$.placedAt")
          .isEqualTo("2026-11-21T12:00:00Z")
          .jsonPath("$.total.total.minor")
          .isEqualTo(2800);
    }
    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER)) {
      expectProblem(get(role, "eve", "/v1/orders/order-1"), 404, "unknown-order");
      expectProblem(get(role, "eve", "/v1/orders/order-1/timeline"), 404, "unknown-order");
    }
  }

  @Test
  void aCourierForWhomItIsOverNoLongerSeesWhoseItWas() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.PICKED_UP, CARLO));
    get(Role.COURIER, "carlo", "/v1/orders/order-1")
        .expectBody()
        .jsonPath("$.dropoff.text")
        .isEqualTo("1 Rue Grimaldi");

    var over = order(OrderStage.DELIVERED, CARLO);
    engine.answer(GetOrder.class, _ -> over);
    engine.answer(ListOrders.class, _ -> new OrderPage(List.of(over), null));
    get(Role.COURIER, "carlo", "/v1/orders/order-1")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.recipient")
        .isEmpty()
        .jsonPath("$.dropoff")
        .isEmpty();
    get(Role.COURIER, "carlo", "/v1/orders")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.orders[0].orderId")
        .isEqualTo("order-1")
        .jsonPath("$.orders[0].recipient")
        .isEmpty();
    get(Role.CUSTOMER, "ada", "/v1/orders/order-1")
        .expectBody()
        .jsonPath("$.recipient.name")
        .isEqualTo("Ada");
  }

  @Test
  void aSearchWithoutItsServerIsUnavailableByName() {
    engine.answer(
        SearchOrders.class,
        _ -> {
          throw new SearchUnavailable("The search server answers 503.", new RuntimeException());
        });

    expectProblem(
        get(Role.CUSTOMER, "ada", "/v1/orders/search?text=ramen"), 503, "search-unavailable");
  }

  @Test
  void aStatusThatDoesNotExistIsNamed() {
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/orders?status=lost"), 400, "wrong-type", "status");
  }

  @Test
  void whatWasWrittenAMomentAgoIsWaitedFor() {
    var asked = new AtomicInteger();
    engine.answer(
        GetOrder.class, _ -> asked.incrementAndGet() < 3 ? null : order(OrderStage.PLACED, null));

    get(Role.CUSTOMER, "ada", "/v1/orders/order-1").expectStatus().isOk();
  }

  @Test
  void anUnknownOrderIsNotFound() {
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/orders/nothing"), 404, "unknown-order");
  }

  @Test
  void aListIsNarrowedToItsReader() {
    engine.answer(ListOrders.class, _ -> new OrderPage(List.of(), null));

    get(Role.CUSTOMER, "ada", "/v1/orders?status=on_delivery&limit=5").expectStatus().isOk();
    expectProblem(get(Role.CUSTOMER, "eve", "/v1/orders?customerId=ada"), 403, "forbidden");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/orders?status=lost"), 400, "wrong-type", "status");
    expectProblem(get(Role.CUSTOMER, "ada", "/v1/orders?limit=0"), 422, "invalid-value", "limit");

    assertThat(engine.questions())
        .containsExactly(new ListOrders(ADA, null, null, OrderStatus.ON_DELIVERY, null, 5));
  }

  @Test
  void eachSideCancelsAsItself() {
    post(Role.CUSTOMER, "ada", "/v1/orders/order-1/cancel", "{\"reason\":\"late\"}")
        .expectStatus()
        .isOk()
        .expectBody()
        .json("{\"accepted\":true}");
    post(Role.MERCHANT, "noodle-bar", "/v1/orders/order-1/cancel", "{\"reason\":\"fire\"}");
    post(Role.OPERATOR, "olga", "/v1/orders/order-1/cancel", "{\"reason\":\"test\"}");

    assertThat(engine.commands())
        .extracting(command -> ((CancelOrder) command).by())
        .containsExactly(
            new Party.Customer(ADA), new Party.Merchant(NOODLE_BAR), new Party.Operator("olga"));
  }

  @Test
  void aMerchantConfirmsAndNobodyElseDoes() {
    String body = "{\"readyAt\":\"" + clock.instant().plusSeconds(600) + "\"}";

    post(Role.MERCHANT, "noodle-bar", "/v1/orders/order-1/confirm", body).expectStatus().isOk();
    expectProblem(post(Role.CUSTOMER, "ada", "/v1/orders/order-1/confirm", body), 403, "forbidden");
    expectProblem(post(Role.ANALYST, "anna", "/v1/orders/order-1/confirm", body), 403, "forbidden");

    assertThat(engine.commands())
        .singleElement()
        .isInstanceOfSatisfying(
            ConfirmOrder.class,
            command -> {
              assertThat(command.orderId()).isEqualTo(ORDER);
              assertThat(command.merchantId()).isEqualTo(NOODLE_BAR);
            });
  }

  @Test
  void aCommandWithoutABodyIsPossible() {
    client
        .post()
        .uri("/v1/orders/order-1/ready")
        .headers(h -> h.setBearerAuth(token(Role.MERCHANT, "noodle-bar")))
        .header("Idempotency-Key", Ids.random())
        .exchange()
        .expectStatus()
        .isOk();

    assertThat(engine.commands()).hasSize(1);
  }

  @Test
  void theClientMayNameTheOrder() {
    String body = PLACEMENT.replaceFirst("\\{", "{\"orderId\":\"mine-1\",");

    post(Role.CUSTOMER, "ada", "/v1/orders", body).expectStatus().isCreated();

    assertThat(((PlaceOrder) engine.commands().getFirst()).orderId())
        .isEqualTo(new OrderId("mine-1"));
  }
}

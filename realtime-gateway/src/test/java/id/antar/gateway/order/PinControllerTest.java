package id.antar.gateway.order;

import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.NOON;
import static id.antar.gateway.testing.Samples.ORDER;
import static id.antar.gateway.testing.Samples.order;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.courier.CourierDuty;
import id.antar.api.courier.CourierProfile;
import id.antar.api.courier.CourierQuery.GetCourier;
import id.antar.api.courier.CourierView;
import id.antar.api.geo.GeoPoint;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderChange;
import id.antar.api.order.OrderChange.Part;
import id.antar.api.order.OrderCommand;
import id.antar.api.order.OrderCommand.PinOrder;
import id.antar.api.order.OrderCommand.UnpinOrder;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderQuery.GetOrderTimeline;
import id.antar.api.order.OrderQuery.OrderTimeline;
import id.antar.api.order.OrderQuery.OrderTimeline.Entry;
import id.antar.api.order.OrderRejection.NotAtThisStage;
import id.antar.api.order.OrderRejection.OrderChanged;
import id.antar.api.order.OrderSeen;
import id.antar.api.order.OrderSeen.Who;
import id.antar.api.order.OrderStage;
import id.antar.api.person.Personal;
import id.antar.gateway.testing.GatewayTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinControllerTest extends GatewayTest {

  private static final String PIN = "{\"courierId\":\"carlo\",\"reason\":\"knows the house\"}";
  private static final String UNPIN = "{\"reason\":\"no need\"}";
  private static final String PATH = "/v1/orders/order-1";

  @BeforeEach
  void thereIsACourier() {
    engine.answer(
        GetCourier.class,
        query ->
            query.courierId().equals(CARLO)
                ? new CourierView(
                    CARLO,
                    Personal.of(CARLO.personId(), new CourierProfile("Carlo", "+377 1234", "MC 1")),
                    Vehicle.SCOOTER,
                    2,
                    CourierDuty.ON_SHIFT,
                    null,
                    null,
                    List.of(),
                    0,
                    List.of(),
                    false,
                    NOON)
                : null);
  }

  @Test
  void anOperatorPinsAndUnpins() {
    post(Role.OPERATOR, "olga", PATH + "/pin", PIN).expectStatus().isOk();
    post(Role.ADMIN, "root", PATH + "/unpin", UNPIN).expectStatus().isOk();

    assertThat(engine.commands().getFirst())
        .isInstanceOfSatisfying(
            PinOrder.class,
            command -> {
              assertThat(command.orderId()).isEqualTo(ORDER);
              assertThat(command.courierId()).isEqualTo(CARLO);
              assertThat(command.reason()).isEqualTo("knows the house");
            });
    assertThat(engine.commands().getLast()).isInstanceOf(UnpinOrder.class);
  }

  @Test
  void nobodyElseDoes() {
    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER, Role.ANALYST)) {
      expectProblem(post(role, "eve", PATH + "/pin", PIN), 403, "forbidden");
      expectProblem(post(role, "eve", PATH + "/unpin", UNPIN), 403, "forbidden");
    }
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void nothingIsPinnedToACourierWhoDoesNotExist() {
    expectProblem(
        post(Role.OPERATOR, "olga", PATH + "/pin", PIN.replace("carlo", "nobody")),
        404,
        "unknown-courier");
    expectProblem(
        post(Role.OPERATOR, "olga", PATH + "/pin", UNPIN), 400, "missing-field", "courierId");
    assertThat(engine.commands()).isEmpty();
  }

  @Test
  void whatIsPickedUpIsNotPinned() {
    engine.decide(
        _ -> Receipt.rejected(new NotAtThisStage(ORDER, OrderStage.PICKED_UP, "PinOrder")));

    expectProblem(post(Role.OPERATOR, "olga", PATH + "/pin", PIN), 409, "not-at-this-stage");
  }

  @Test
  void whatTheOperatorSawGoesAlongWithTheCommand() {
    String seen = "\"expected\":{\"pin\":{},\"carrier\":{\"courierId\":\"carlo\"}}";
    post(Role.OPERATOR, "olga", PATH + "/pin", PIN.replace("}", "," + seen + "}"))
        .expectStatus()
        .isOk();
    post(Role.OPERATOR, "olga", PATH + "/unpin", UNPIN.replace("}", "," + seen + "}"))
        .expectStatus()
        .isOk();

    var expected = new OrderSeen(new Who(null), new Who(CARLO), null);
    assertThat(engine.commands())
        .extracting(command -> ((OrderCommand) command).seen())
        .containsExactly(expected, expected);
  }

  @Test
  void whoeverIsSecondIsToldWhatHasChangedAndByWhom() {
    engine.decide(_ ->
        Receipt.rejected(
            new OrderChanged(
                ORDER, List.of(new OrderChange(Part.PIN, "carlo", "operator:oscar", NOON)))));

    expectProblem(
        post(Role.OPERATOR, "olga", PATH + "/pin", PIN), 409, "order-changed", "expected");
    post(Role.OPERATOR, "olga", PATH + "/unpin", UNPIN)
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("Order order-1 has changed: it is pinned to carlo.")
        .jsonPath("$.changes[0].part")
        .isEqualTo("pin")
        .jsonPath("$.changes[0].now")
        .isEqualTo("carlo")
        .jsonPath("$.changes[0].by")
        .isEqualTo("operator:oscar")
        .jsonPath("$.changes[0].at")
        .isEqualTo(NOON.toString())
        .jsonPath("$.members")
        .doesNotExist();
  }

  @Test
  void whoDoesNotSeeAllOfAnOrderExpectsNothingOfIt() {
    String cancel = "{\"reason\":\"hungry\",\"expected\":{\"stage\":\"ready\"}}";

    expectProblem(post(Role.CUSTOMER, "ada", PATH + "/cancel", cancel), 403, "forbidden");
    post(Role.OPERATOR, "olga", PATH + "/cancel", cancel).expectStatus().isOk();
    assertThat(((OrderCommand) engine.commands().getFirst()).seen().stage())
        .isEqualTo(OrderStage.READY);
  }

  @Test
  void pinAndHandoverAreForStaffAndTheHandoverForWhoFetchesIt() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.READY, CARLO, new GeoPoint(43.74, 7.43)));

    get(Role.OPERATOR, "olga", PATH)
        .expectBody()
        .jsonPath("$.pinnedTo")
        .isEqualTo("carlo")
        .jsonPath("$.handover.latitude")
        .isEqualTo(43.74);
    get(Role.COURIER, "carlo", PATH)
        .expectBody()
        .jsonPath("$.pinnedTo")
        .isEmpty()
        .jsonPath("$.handover.latitude")
        .isEqualTo(43.74);
    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT)) {
      get(role, role == Role.CUSTOMER ? "ada" : "noodle-bar", PATH)
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath("$.pinnedTo")
          .isEmpty()
          .jsonPath("$.handover")
          .isEmpty();
    }
  }

  @Test
  void whyItIsPinnedIsReadByStaffOnly() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.READY, null));
    engine.answer(
        GetOrderTimeline.class,
        _ ->
            new OrderTimeline(
                ORDER,
                List.of(
                    new Entry("OrderPinned", NOON, NOON, "operator:olga", "courier carlo: why"))));

    get(Role.OPERATOR, "olga", PATH + "/timeline")
        .expectBody()
        .jsonPath("$.entries[0].detail")
        .isEqualTo("courier carlo: why");
    get(Role.CUSTOMER, "ada", PATH + "/timeline")
        .expectBody()
        .jsonPath("$.entries[0].event")
        .isEqualTo("OrderPinned")
        .jsonPath("$.entries[0].detail")
        .isEqualTo("");
  }

  @Test
  void whoDidNotComeAndWhyIsReadByStaffOnly() {
    engine.answer(GetOrder.class, _ -> order(OrderStage.READY, null));
    engine.answer(
        GetOrderTimeline.class,
        _ ->
            new OrderTimeline(
                ORDER,
                Stream.of(
                        "AssignmentOffered",
                        "OfferDeclined",
                        "OfferExpired",
                        "OrderWithdrawn",
                        "OrdersReleased",
                        "AssignmentAmended",
                        "AssignmentAbandoned",
                        "CourierUnassigned",
                        "OrderStranded")
                    .map(event -> new Entry(event, NOON, NOON, "courier:carlo", "carlo: is ill"))
                    .toList()));

    assertThat(text(Role.OPERATOR, "olga")).contains("courier:carlo", "carlo: is ill");
    assertThat(text(Role.CUSTOMER, "ada"))
        .contains("OfferDeclined", "OrderStranded", "\"actor\":\"courier\"")
        .doesNotContain("carlo", "ill");
    assertThat(text(Role.MERCHANT, "noodle-bar")).doesNotContain("carlo", "ill");
  }

  private String text(Role role, String id) {
    byte[] body =
        get(role, id, PATH + "/timeline")
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent();
    return new String(requireNonNull(body), UTF_8);
  }
}

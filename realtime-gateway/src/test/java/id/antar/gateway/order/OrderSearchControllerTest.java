package id.antar.gateway.order;

import static id.antar.gateway.testing.Samples.ADA;
import static id.antar.gateway.testing.Samples.CARLO;
import static id.antar.gateway.testing.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoBox;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Failure;
import id.antar.api.message.InvalidQuery;
import id.antar.api.order.OrderQuery.GetOrder;
import id.antar.api.order.OrderQuery.SearchOrders;
import id.antar.api.order.OrderSearch.Counting;
import id.antar.api.order.OrderSearch.Facet;
import id.antar.api.order.OrderSearch.Filter;
import id.antar.api.order.OrderSearch.Hits;
import id.antar.api.order.OrderSearch.Sort;
import id.antar.api.order.OrderStage;
import id.antar.api.order.OrderStatus;
import id.antar.api.payment.PaymentMethod;
import id.antar.api.search.Bucket;
import id.antar.api.search.IndexState;
import id.antar.gateway.testing.GatewayTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;

class OrderSearchControllerTest extends GatewayTest {

  private static final String SEARCH = "/v1/orders/search";

  @Test
  void whatIsFoundIsShownWithItsFacetsAndHowFarTheIndexIs() {
    var found = order(OrderStage.PICKED_UP, CARLO);
    var asOf = Instant.parse("2026-11-21T12:00:00Z");
    engine.answer(GetOrder.class, _ -> found);
    engine.answer(
        SearchOrders.class,
        _ ->
            new Hits(
                List.of(found.orderId()),
                1,
                Map.of(Facet.STATUS, List.of(new Bucket("on_delivery", 1))),
                null,
                new IndexState(40, asOf, true, 3, 7, false)));

    get(Role.OPERATOR, "olga", SEARCH + "?facet=status")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.orders[0].orderId")
        .isEqualTo("order-1")
        .jsonPath("$.facets.status[0].key")
        .isEqualTo("on_delivery")
        .jsonPath("$.index.behind")
        .isEqualTo(true)
        .jsonPath("$.index.behindEvents")
        .isEqualTo(3)
        .jsonPath("$.index.asOf")
        .isEqualTo("2026-11-21T12:00:00Z");
  }

  @Test
  void everyFilterIsReadAsItIsWritten() {
    engine.answer(SearchOrders.class, _ -> nothing());

    get(
            Role.OPERATOR,
            "olga",
            SEARCH
                + "?text=ramen&customerName=Ada&status=preparing,delivered&paymentMethod=e_wallet"
                + "&placedFrom=2026-11-21T00:00:00Z&box=43.7,7.4,43.8,7.5&cell=88396849b9fffff"
                + "&amountFrom=500&amountTo=2000&currency=EUR&sort=highest&facet=day,amount"
                + "&timeZone=Asia/Jakarta&cellResolution=9&limit=5")
        .expectStatus()
        .isOk();

    assertThat(engine.questions())
        .containsExactly(
            new SearchOrders(
                new Filter(
                    "ramen",
                    "Ada",
                    null,
                    null,
                    null,
                    Set.of(OrderStatus.PREPARING, OrderStatus.DELIVERED),
                    PaymentMethod.E_WALLET,
                    Instant.parse("2026-11-21T00:00:00Z"),
                    null,
                    null,
                    null,
                    new GeoBox(43.7, 7.4, 43.8, 7.5),
                    "88396849b9fffff",
                    500L,
                    2000L,
                    "EUR"),
                Sort.HIGHEST,
                new Counting(Set.of(Facet.DAY, Facet.AMOUNT), ZoneId.of("Asia/Jakarta"), 9),
                null,
                5));
  }

  @Test
  void aCustomerFindsTheirOwnAndNobodyByName() {
    engine.answer(SearchOrders.class, _ -> nothing());

    get(Role.CUSTOMER, "ada", SEARCH + "?text=ramen").expectStatus().isOk();

    assertThat(engine.questions())
        .singleElement()
        .isInstanceOfSatisfying(
            SearchOrders.class,
            query -> {
              assertThat(query.filter().customerId()).isEqualTo(ADA);
              assertThat(query.sort()).isEqualTo(Sort.RELEVANCE);
            });
    for (Role role : List.of(Role.CUSTOMER, Role.MERCHANT, Role.COURIER)) {
      expectProblem(get(role, "eve", SEARCH + "?customerName=Ada"), 403, "forbidden");
    }
  }

  @Test
  void whatIsWrongWithAFilterIsSaid() {
    engine.answer(
        SearchOrders.class,
        _ -> {
          throw new CompletionException(new InvalidQuery("sort=nearest needs a place."));
        });

    for (String parameter :
        List.of(
            "status=lost",
            "sort=dearest",
            "facet=mood",
            "placedFrom=yesterday",
            "amountFrom=cheap",
            "box=1,2,3",
            "timeZone=+07:00",
            "withinMetres=0&latitude=1&longitude=1")) {
      String field = parameter.substring(0, parameter.indexOf('='));
      expectProblem(
          get(Role.CUSTOMER, "ada", SEARCH + "?" + parameter), 422, "invalid-value", field);
    }
    expectProblem(get(Role.CUSTOMER, "ada", SEARCH + "?sort=nearest"), 400, "invalid-query");
  }

  @Test
  void whatAnotherProcessFindsWrongIsSaidAsWell() {
    engine.answer(
        SearchOrders.class,
        _ -> {
          var told = new Failure(Failure.Kind.INVALID_QUERY, "sort=nearest needs a place.");
          throw new QueryExecutionException("told", null, told);
        });

    expectProblem(get(Role.CUSTOMER, "ada", SEARCH + "?sort=nearest"), 400, "invalid-query");
  }

  private static Hits nothing() {
    return new Hits(List.of(), 0, Map.of(), null, new IndexState(40, null, false, 0, 0, false));
  }
}

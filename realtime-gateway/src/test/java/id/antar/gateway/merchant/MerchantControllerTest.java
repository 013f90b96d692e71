package id.antar.gateway.merchant;

import static id.antar.gateway.testing.Samples.NOODLE_BAR;
import static id.antar.gateway.testing.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.geo.GeoPoint;
import id.antar.api.merchant.BusinessDays;
import id.antar.api.merchant.MerchantCommand.ChangePrepTime;
import id.antar.api.merchant.MerchantCommand.DelistProduct;
import id.antar.api.merchant.MerchantCommand.ListProduct;
import id.antar.api.merchant.MerchantCommand.OpenMerchant;
import id.antar.api.merchant.MerchantCommand.RegisterMerchant;
import id.antar.api.merchant.MerchantCommand.ReviseProfile;
import id.antar.api.merchant.MerchantId;
import id.antar.api.merchant.MerchantProfile;
import id.antar.api.merchant.MerchantQuery.GetMerchant;
import id.antar.api.merchant.MerchantQuery.MenuHits;
import id.antar.api.merchant.MerchantQuery.SearchMenus;
import id.antar.api.merchant.MerchantView;
import id.antar.api.merchant.Product;
import id.antar.api.merchant.ProductId;
import id.antar.api.message.Actor.Role;
import id.antar.api.money.Money;
import id.antar.api.road.RoadQuery.LocateOnRoad;
import id.antar.api.road.RoadQuery.RoadPoint;
import id.antar.api.search.IndexState;
import id.antar.gateway.testing.GatewayTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerchantControllerTest extends GatewayTest {

  private static final IndexState CURRENT = new IndexState(41, NOON, false, 0, 0, false);

  private static final String REGISTRATION =
      """
      {"name":"Noodle Bar","description":"soups","phone":"1234","address":"Port",
       "location":{"latitude":43.73,"longitude":7.42},
       "deliveryFee":{"minor":300,"currency":"EUR"},"prepTime":"PT12M"}
      """;
  private static final String PRODUCT =
      "{\"name\":\"Ramen\",\"price\":{\"minor\":1250,\"currency\":\"EUR\"}}";

  @Test
  void aMerchantRegistersItself() {
    post(Role.MERCHANT, "noodle-bar", "/v1/merchants", REGISTRATION)
        .expectStatus()
        .isCreated()
        .expectBody()
        .json("{\"merchantId\":\"noodle-bar\"}");

    assertThat(engine.commands().getFirst())
        .isInstanceOfSatisfying(
            RegisterMerchant.class,
            command -> {
              assertThat(command.merchantId()).isEqualTo(NOODLE_BAR);
              assertThat(command.prepTime()).isEqualTo(Duration.ofMinutes(12));
            });
  }

  @Test
  void anOperatorRegistersWhomTheyName() {
    String named = REGISTRATION.replaceFirst("\\{", "{\"merchantId\":\"bakery\",");

    post(Role.OPERATOR, "olga", "/v1/merchants", named).expectStatus().isCreated();
    expectProblem(post(Role.MERCHANT, "noodle-bar", "/v1/merchants", named), 403, "forbidden");

    assertThat(engine.commands())
        .singleElement()
        .extracting(command -> ((RegisterMerchant) command).merchantId())
        .isEqualTo(new MerchantId("bakery"));
  }

  @Test
  void aMerchantOffTheMapIsRefused() {
    engine.answer(LocateOnRoad.class, q -> new RoadPoint(false, q.point(), 1));

    expectProblem(
        post(Role.MERCHANT, "noodle-bar", "/v1/merchants", REGISTRATION),
        422,
        "address-off-map",
        "location");
  }

  @Test
  void valuesThatAreNotPossibleAreNamed() {
    expectProblem(
        post(Role.MERCHANT, "m", "/v1/merchants", REGISTRATION.replace("PT12M", "soon")),
        400,
        "wrong-type",
        "prepTime");
    expectProblem(
        post(Role.MERCHANT, "m", "/v1/merchants", REGISTRATION.replace("EUR", "SHELLS")),
        422,
        "invalid-value",
        "deliveryFee.currency");
    expectProblem(
        put(
            Role.MERCHANT,
            "noodle-bar",
            "/v1/merchants/noodle-bar/products/ramen",
            PRODUCT.replace("1250", "-1")),
        422,
        "invalid-value",
        "price");
  }

  @Test
  void aMerchantKeepsItsOwnMenuAndNoOther() {
    String path = "/v1/merchants/noodle-bar";
    put(Role.MERCHANT, "noodle-bar", path + "/products/ramen", PRODUCT).expectStatus().isOk();
    put(Role.MERCHANT, "noodle-bar", path + "/prep-time", "{\"prepTime\":\"PT5M\"}")
        .expectStatus()
        .isOk();
    put(
            Role.OPERATOR,
            "olga",
            path,
            "{\"name\":\"N\",\"location\":{\"latitude\":43.73,\"longitude\":7.42}}")
        .expectStatus()
        .isOk();
    post(Role.MERCHANT, "noodle-bar", path + "/open", "{}").expectStatus().isOk();
    client
        .delete()
        .uri(path + "/products/ramen")
        .headers(h -> h.setBearerAuth(token(Role.MERCHANT, "noodle-bar")))
        .exchange()
        .expectStatus()
        .isOk();
    expectProblem(post(Role.MERCHANT, "eve", path + "/open", "{}"), 403, "forbidden");

    assertThat(engine.commands())
        .hasExactlyElementsOfTypes(
            ListProduct.class,
            ChangePrepTime.class,
            ReviseProfile.class,
            OpenMerchant.class,
            DelistProduct.class);
  }

  @Test
  void everybodyReadsMenus() {
    var profile = new MerchantProfile("Noodle Bar", "", "", "Port", new GeoPoint(43.73, 7.42));
    Money price = Money.of(1250, "EUR");
    var ramen = new Product(new ProductId("ramen"), "Ramen", "", price, "", true);
    engine.answer(
        GetMerchant.class,
        q ->
            new MerchantView(
                q.merchantId(),
                profile,
                Money.of(300, "EUR"),
                Duration.ofMinutes(12),
                true,
                List.of(ramen),
                1100,
                BusinessDays.USUAL,
                NOON,
                NOON));
    engine.answer(SearchMenus.class, _ -> new MenuHits(List.of(), 0, null, CURRENT));

    get(Role.CUSTOMER, "ada", "/v1/merchants/noodle-bar")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .isEqualTo("Noodle Bar")
        .jsonPath("$.taxBasisPoints")
        .isEqualTo(1100)
        .jsonPath("$.timeZone")
        .isEqualTo("Asia/Jakarta")
        .jsonPath("$.prepTime")
        .isEqualTo("PT12M")
        .jsonPath("$.menu[0].productId")
        .isEqualTo("ramen");
    String search = "/v1/menus/search?text=soup&latitude=43.7&longitude=7.4&withinMetres=900";
    get(Role.COURIER, "carlo", search).expectStatus().isOk();
    assertThat(engine.questions())
        .contains(
            new SearchMenus(
                new SearchMenus.Filter("soup", new GeoPoint(43.7, 7.4), 900, false, null),
                SearchMenus.Sort.NEAREST,
                true,
                null,
                20));
    get(Role.CUSTOMER, "ada", "/v1/merchants/search?ratedFrom=400&openOnly=true")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.index.behind")
        .isEqualTo(false)
        .jsonPath("$.index.position")
        .isEqualTo(41);
    assertThat(engine.questions())
        .contains(
            new SearchMenus(
                new SearchMenus.Filter(null, null, null, true, 400),
                SearchMenus.Sort.NAME,
                false,
                null,
                20));
    expectProblem(
        get(Role.CUSTOMER, "ada", "/v1/menus/search?latitude=91&longitude=7"),
        422,
        "invalid-value",
        "latitude");
    expectProblem(
        get(Role.CUSTOMER, "ada", "/v1/menus/search?latitude=43"),
        400,
        "missing-field",
        "longitude");
  }
}

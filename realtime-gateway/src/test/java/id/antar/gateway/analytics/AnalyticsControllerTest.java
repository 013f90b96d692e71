package id.antar.gateway.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.analytics.AnalyticsQuery.Figure;
import id.antar.api.analytics.AnalyticsQuery.Figures;
import id.antar.api.analytics.AnalyticsQuery.GetFigures;
import id.antar.api.analytics.Bucket;
import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Measure;
import id.antar.api.analytics.Whose;
import id.antar.api.courier.CourierId;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.testing.GatewayTest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalyticsControllerTest extends GatewayTest {

  private static final Instant NOON = Instant.parse("2025-11-02T12:00:00Z");
  private static final String DAY = "from=2025-11-02T00:00:00Z&to=2025-11-03T00:00:00Z";

  @BeforeEach
  void figuresAreKnown() {
    engine.answer(
        GetFigures.class,
        q ->
            new Figures(
                List.of(
                    new Figure(
                        q.measures().getFirst(), NOON, "noodle-bar", "EUR", 2, 4100, null, null))));
  }

  @Test
  void anAnalystReadsASeries() {
    get(
            Role.ANALYST,
            "ana",
            "/v1/analytics/series?measure=revenue&by=merchant&bucket=day&timeZone=Asia/Jakarta&"
                + DAY)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"figures": [{"measure": "revenue", "at": "2025-11-02T12:00:00Z", "key": "noodle-bar",
              "currency": "EUR", "count": 2, "value": 4100.0, "p50": null, "p90": null}]}
            """);
    GetFigures asked = asked();
    assertThat(asked.measures()).containsExactly(Measure.REVENUE);
    assertThat(asked.by()).isEqualTo(Dimension.MERCHANT);
    assertThat(asked.span().bucket()).isEqualTo(Bucket.DAY);
    assertThat(asked.span().timeZone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
    assertThat(asked.whose()).isEqualTo(Whose.EVERYBODYS);
  }

  @Test
  void theSameComesAsCsv() {
    client
        .get()
        .uri("/v1/analytics/series?measure=revenue&" + DAY)
        .headers(h -> h.setBearerAuth(token(Role.ANALYST, "ana")))
        .header("Accept", "text/csv")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo(
            "measure,at,key,currency,count,value,p50,p90\r\n"
                + "revenue,2025-11-02T12:00:00Z,noodle-bar,EUR,2,4100.0,,\r\n");
  }

  @Test
  void aMerchantReadsItsOwnAndNobodyElses() {
    get(Role.MERCHANT, "noodle-bar", "/v1/analytics/table?" + DAY).expectStatus().isOk();
    assertThat(asked().whose()).isEqualTo(new Whose(Set.of(new MerchantId("noodle-bar")), null));
    assertThat(asked().measures()).contains(Measure.ACCEPTANCE).doesNotContain(Measure.BUSY);
    expectProblem(
        get(Role.MERCHANT, "noodle-bar", "/v1/analytics/table?merchantId=soup-bar&" + DAY),
        403,
        "forbidden");
    expectProblem(
        get(Role.MERCHANT, "noodle-bar", "/v1/analytics/table?by=courier&" + DAY),
        403,
        "forbidden");
  }

  @Test
  void aCourierReadsTheirOwn() {
    get(Role.COURIER, "carlo", "/v1/analytics/series?measure=utilisation&" + DAY)
        .expectStatus()
        .isOk();
    assertThat(asked().whose()).isEqualTo(new Whose(null, new CourierId("carlo")));
    expectProblem(
        get(Role.COURIER, "carlo", "/v1/analytics/table?courierId=kurt&" + DAY), 403, "forbidden");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    String series = "/v1/analytics/series?measure=";
    expectProblem(
        get(Role.ANALYST, "ana", series + "busy&by=cell&" + DAY), 422, "invalid-value", "measure");
    expectProblem(
        get(
            Role.ANALYST,
            "ana",
            series + "orders&from=2025-01-01T00:00:00Z&to=2025-03-01T00:00:00Z"),
        422,
        "invalid-value",
        "to");
    expectProblem(
        get(Role.ANALYST, "ana", series + "orders&timeZone=UTC%2B7&" + DAY),
        422,
        "invalid-value",
        "timeZone");
    get(Role.ANALYST, "ana", series + "happiness&" + DAY).expectStatus().is4xxClientError();
    get(Role.ANALYST, "ana", series + "orders").expectStatus().isBadRequest();
  }

  private GetFigures asked() {
    return (GetFigures) engine.questions().getLast();
  }
}

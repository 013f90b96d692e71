package id.antar.gateway.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.analytics.Dimension;
import id.antar.api.analytics.Whose;
import id.antar.api.forecast.Analysis;
import id.antar.api.forecast.Analysis.Accuracy;
import id.antar.api.forecast.Analysis.Forecast;
import id.antar.api.forecast.Analysis.Model;
import id.antar.api.forecast.Analysis.Point;
import id.antar.api.forecast.Analysis.Quality;
import id.antar.api.forecast.ForecastQuery.AnalyseSeries;
import id.antar.api.forecast.ForecastQuery.Demand;
import id.antar.api.forecast.ForecastQuery.GetDemand;
import id.antar.api.forecast.ForecastQuery.OfKey;
import id.antar.api.forecast.Observation;
import id.antar.api.merchant.MerchantId;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.testing.GatewayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class UploadControllerTest extends GatewayTest {

  private static final String PATH = "/v1/analytics/uploads";
  private static final MediaType CSV = MediaType.valueOf("text/csv");
  private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");

  @BeforeEach
  void anAnalysisIsMade() {
    engine.answer(AnalyseSeries.class, _ -> analysis());
    engine.answer(GetDemand.class, _ -> new Demand(List.of(new OfKey("a-cell", analysis()))));
  }

  @Test
  void aSeriesIsReadFromCsv() {
    upload(CSV, "at,value\r\n2026-11-02,3\r\n2026-11-04,\r\n2026-11-03,4.5\r\n", "?horizon=7")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.forecast.model")
        .isEqualTo("regression")
        .jsonPath("$.forecast.points[0].high80")
        .isEqualTo(6);
    assertThat(asked())
        .isEqualTo(
            new AnalyseSeries(
                List.of(
                    new Observation(MONDAY, 3.0),
                    new Observation(MONDAY.plus(Duration.ofDays(1)), 4.5),
                    new Observation(MONDAY.plus(Duration.ofDays(2)), null)),
                Duration.ofDays(1),
                7));
  }

  @Test
  void aSeriesIsReadFromJson() {
    upload(
            MediaType.APPLICATION_JSON,
            """
            {"observations": [{"at": "2026-11-02T00:00:00Z", "value": 3},
                              {"at": "2026-11-02T01:00:00Z", "value": null}]}
            """,
            "?includeForecast=false")
        .expectStatus()
        .isOk();
    assertThat(asked().step()).isEqualTo(Duration.ofHours(1));
    assertThat(asked().horizon()).isZero();
  }

  @Test
  void theForecastComesAsCsvToo() {
    client
        .post()
        .uri(PATH)
        .headers(h -> h.setBearerAuth(token(Role.ANALYST, "ana")))
        .header("Accept", "text/csv")
        .contentType(CSV)
        .bodyValue("at,value\n2026-11-02,3\n2026-11-03,4\n")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String.class)
        .isEqualTo(
            "key,at,value,low80,high80,low95,high95,model\r\n"
                + ",2026-11-02T00:00:00Z,4.0,2.0,6.0,,,regression\r\n");
  }

  @Test
  void allRowsThatAreWrongAreNamed() {
    upload(
            CSV,
            "at,value\n"
                + "2026-11-02,3\n"
                + "yesterday,1\n"
                + "2026-11-03,many\n"
                + "2026-11-04,1,2\n"
                + "2026-11-05,NaN\n",
            "")
        .expectStatus()
        .isEqualTo(422)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("invalid-rows")
        .jsonPath("$.errors[0].field")
        .isEqualTo("line 3")
        .jsonPath("$.errors[1].field")
        .isEqualTo("line 4")
        .jsonPath("$.errors[2].field")
        .isEqualTo("line 5")
        .jsonPath("$.errors.length()")
        .isEqualTo(3);
  }

  @Test
  void whatIsNoSeriesIsRefused() {
    refused("at,value\n2026-11-02,3\n2026-11-02T00:00:00Z,4\n", 422, "invalid-rows");
    refused("at,value\n2026-11-02,3\n", 422, "invalid-rows");
    refused(
        "at,value\n+999999999-12-31T00:00:00Z,3\n+999999999-12-31T01:00:00Z,4\n",
        422,
        "invalid-rows");
    refused("at,value\n", 422, "invalid-rows");
    refused("day;orders\n", 422, "invalid-rows");
    refused("at,value\n2026-11-02,3\n2026-11-03,4\n2026-11-04T01:00:00Z,4\n", 422, "invalid-rows");
    refused(
        "at,value\n1970-01-01T00:00:00Z,3\n1970-01-01T00:01:00Z,3\n2026-11-04,4\n",
        422,
        "span-too-long");
    refused("at,value\n\"2026-11-02,3\n", 400, "unreadable-csv");
    refused("at,value\n" + "2026-11-02,3\n".repeat(10_001), 422, "too-many-rows");
    expectProblem(
        upload(CSV, "at,value\n2026-11-02,3\n2026-11-03,4\n", "?horizon=1000"),
        422,
        "invalid-value",
        "horizon");
    upload(MediaType.TEXT_PLAIN, "at,value\n", "").expectStatus().isEqualTo(415);
  }

  @Test
  void demandIsForetoldOfOnesOwn() {
    get(Role.MERCHANT, "noodle-bar", "/v1/analytics/forecast?by=cell&hours=12")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.series[0].key")
        .isEqualTo("a-cell");
    GetDemand asked = (GetDemand) engine.questions().getLast();
    assertThat(asked.by()).isEqualTo(Dimension.CELL);
    assertThat(asked.hours()).isEqualTo(12);
    assertThat(asked.whose()).isEqualTo(new Whose(Set.of(new MerchantId("noodle-bar")), null));
    expectProblem(
        get(Role.ANALYST, "ana", "/v1/analytics/forecast?hours=0"), 422, "invalid-value", "hours");
  }

  private void refused(String body, int status, String code) {
    expectProblem(upload(CSV, body, ""), status, code);
  }

  private ResponseSpec upload(MediaType type, String body, String query) {
    return client
        .post()
        .uri(PATH + query)
        .headers(h -> h.setBearerAuth(token(Role.ANALYST, "ana")))
        .contentType(type)
        .accept(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private AnalyseSeries asked() {
    return (AnalyseSeries) engine.questions().getLast();
  }

  private static Analysis analysis() {
    var accuracy = new Accuracy(10, 240, 1.5, 0.8, 0.81, 0.95);
    return new Analysis(
        86_400,
        7,
        new Quality(3, 1, List.of(), 0, List.of()),
        null,
        null,
        new Forecast(
            Model.REGRESSION,
            true,
            accuracy,
            accuracy,
            List.of(new Point(MONDAY, 4, 2.0, 6.0, null, null))),
        null);
  }
}

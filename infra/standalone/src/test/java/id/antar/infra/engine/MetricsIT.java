package id.antar.infra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.antar.infra.deployment.Dashboards;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a running engine tells Prometheus.
class MetricsIT {
  private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_0-9]+)[{ ]");

  /// There only once there is something to count, or in an engine of another kind.
  private static final Set<String> SELDOM =
      Set.of(
          "antar_dispatch_abandonments_total",
          "antar_dispatch_amendments_total",
          "antar_dispatch_left_out_total",
          "antar_dispatch_offers_total",
          "antar_history_exported_total",
          "antar_payment_provider_seconds_count",
          "antar_payment_provider_seconds_sum",
          "antar_positions_bus_connected",
          "antar_search_documents_total",
          "antar_search_rebuilds_total",
          "antar_shadow_orders_total",
          "antar_shadow_round_seconds_bucket",
          "antar_shadow_rounds_total",
          "antar_stream_cursors_refused_total",
          "antar_webhook_deliveries_total",
          "antar_webhook_lag_seconds_count",
          "antar_webhook_lag_seconds_sum",
          "antar_webhook_looks_total");

  private static String scrape() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(TestEngine.api().url() + "/metrics")).build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  @Test
  void whatIsLookedAtIsThere() throws Exception {
    var _ = TestEngine.api().operator().get("/v1/orders");
    var _ = TestEngine.api().as("customer", "meters").get("/v1/orders/search?text=noodle");
    Set<String> wanted = Dashboards.metrics();

    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(missing(wanted)).isEmpty());
  }

  private static Set<String> missing(Set<String> wanted) throws Exception {
    var missing = new TreeSet<>(wanted);
    SAMPLE.matcher(scrape()).results().forEach(it -> missing.remove(it.group(1)));
    missing.removeAll(SELDOM);
    return missing;
  }

  @Test
  void whatIsPolledBecomesKnown() {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() ->
            assertThat(scrape())
                .containsPattern("antar_orders\\{stage=\"placed\"\\} \\d")
                .containsPattern("antar_orders_last_hour\\{outcome=\"placed\"\\} \\d")
                .containsPattern("antar_offers_last_hour\\{outcome=\"made\"\\} \\d")
                .containsPattern("antar_processor_lag\\{processor=\"query.order\"\\} \\d")
                .containsPattern("antar_processor_running\\{processor=\"gateway.stream\"\\} 1")
                .containsPattern("antar_dead_letters\\{processor=\"process.payment\"\\} \\d")
                .containsPattern("antar_build_info\\{roles=\"[a-z,]+\",version=\"[^\"]+\"\\} 1"));
  }

  /// So that the first one is an increase.
  @Test
  void whatIsRareIsCountedFromZero() throws Exception {
    assertThat(scrape())
        .contains("antar_sign_ins_total{outcome=\"failed\"}")
        .contains("antar_mails_total{outcome=\"given-up\"}")
        .contains("antar_stream_closed_total{reason=\"too-slow\"}")
        .contains("antar_requests_refused_total{tier=\"sign-in\"}");
  }

  @Test
  void problemsAreCountedByCodeAndAnswersInBucketsWithoutStreams() throws Exception {
    assertThat(TestEngine.api().operator().get("/v1/orders/none").status()).isEqualTo(404);

    assertThat(scrape())
        .containsPattern("antar_problems_total\\{code=\"unknown-order\",status=\"404\"\\} [1-9]")
        .containsPattern("http_server_requests_seconds_bucket\\{.*uri=\"/v1/orders/\\{id\\}\"")
        .doesNotContain("uri=\"/v1/stream\"");
  }

  @Test
  void thePoolsAreMeasured() throws Exception {
    assertThat(scrape())
        .contains("r2dbc_pool_max{pool=\"views\"}")
        .contains("hikaricp_connections{pool=\"engine\"}")
        .contains("hikaricp_connections{pool=\"writing\"}")
        .contains("hikaricp_connections{pool=\"reading\"}");
  }
}

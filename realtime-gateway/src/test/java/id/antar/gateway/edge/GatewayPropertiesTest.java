package id.antar.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class GatewayPropertiesTest {

  @Test
  void thereAreDefaults() {
    GatewayProperties properties = bind(Map.of());

    assertThat(properties.keyFile()).isEqualTo(Path.of("work/token-key.json"));
    assertThat(properties.publicUrl()).isNull();
    assertThat(properties.rest()).isEqualTo(Duration.ofMillis(5));
    assertThat(properties.maxBody()).isEqualTo(DataSize.ofKilobytes(256));
    assertThat(properties.projectionWait()).isEqualTo(Duration.ofMillis(500));
    assertThat(properties.stream().heartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(properties.stream().staleAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(properties.stream().tick()).isEqualTo(Duration.ofMillis(80));
    assertThat(properties.stream().maxPerCaller()).isEqualTo(10);
    assertThat(properties.stream().maxPerStaff()).isEqualTo(50);
    assertThat(properties.stream().zone()).isEqualTo("main");
    assertThat(properties.stream().recentFacts()).isEqualTo(20_000);
    assertThat(properties.stream().replayLimit()).isEqualTo(100_000);
    assertThat(properties.stream().replayWait()).isEqualTo(Duration.ofSeconds(5));
    assertThat(properties.idempotency().lease()).isEqualTo(Duration.ofSeconds(30));
    assertThat(properties.positionsPerSecond()).isEqualTo(20);
  }

  @Test
  void everyPartCanBeSet() {
    GatewayProperties properties =
        bind(
            Map.of(
                "antar.gateway.key-file", "/etc/antar/key.json",
                "antar.gateway.public-url", "https://antar.example/app",
                "antar.gateway.command-timeout", "PT3S",
                "antar.gateway.stream.fact-queue", "10",
                "antar.gateway.idempotency.patience", "PT1S"));

    assertThat(properties.keyFile()).isEqualTo(Path.of("/etc/antar/key.json"));
    assertThat(properties.publicUrl()).isEqualTo(URI.create("https://antar.example/app"));
    assertThat(properties.commandTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(properties.stream().factQueue()).isEqualTo(10);
    assertThat(properties.idempotency().patience()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void noLoopRestsForLong() {
    assertThatThrownBy(() -> bind(Map.of("antar.gateway.rest", "PT1M")))
        .hasRootCauseMessage("antar.gateway.rest is not between 0 and 0.1 s.");
  }

  private static GatewayProperties bind(Map<String, String> source) {
    return new Binder(new MapConfigurationPropertySource(source))
        .bindOrCreate("antar.gateway", GatewayProperties.class);
  }
}

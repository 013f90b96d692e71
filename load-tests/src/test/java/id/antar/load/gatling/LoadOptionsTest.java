package id.antar.load.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadOptionsTest {

  @Test
  void eachScenarioHasItsOwnSize() {
    LoadOptions options = LoadOptions.of(Scenario.API, Map.of());

    assertThat(options)
        .isEqualTo(
            new LoadOptions(
                Scenario.API,
                URI.create("http://localhost:8080"),
                Path.of(".antar/tokens.json"),
                40,
                200,
                Duration.ofSeconds(60)));
  }

  @Test
  void theLastWordCounts() {
    Map<String, String> values =
        LoadOptions.read(
            "--token-file",
            "a",
            "--url",
            "http://[::1]:9000/",
            "--rate",
            "0.5",
            "--token-file",
            "b");

    LoadOptions options = LoadOptions.of(Scenario.LUNCH_RUSH, values);

    assertThat(options.url()).isEqualTo(URI.create("http://[::1]:9000"));
    assertThat(options.tokenFile()).isEqualTo(Path.of("b"));
    assertThat(options.rate()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--users 0", "--rate 0", "--rate many", "--seconds 9"})
  void whatMakesNoSenseIsRefused(String arguments) {
    Map<String, String> values = LoadOptions.read(arguments.split(" "));

    assertThatThrownBy(() -> LoadOptions.of(Scenario.API, values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(arguments.split(" ")[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--user 5", "users 5", "--users"})
  void whatIsNoOptionIsRefused(String arguments) {
    assertThatThrownBy(() -> LoadOptions.read(arguments.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(arguments.split(" ")[0]);
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void theScriptNamesEachScenario(Scenario scenario) throws IOException {
    assertThat(Scenario.find(scenario.title())).contains(scenario);
    assertThat(Files.readString(Path.of("../antar"))).contains("\n  " + scenario.title() + " ");
  }
}

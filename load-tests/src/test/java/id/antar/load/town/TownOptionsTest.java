package id.antar.load.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TownOptionsTest {

  @Test
  void aTownNeedsOnlyItsTokens() {
    TownOptions options = TownOptions.parse("--token-file", "tokens.json");

    assertThat(options.urls()).containsExactly(URI.create("http://localhost:8080"));
    assertThat(options.orders()).isEqualTo(200);
    assertThat(options.couriers()).isEqualTo(30);
    assertThat(options.merchants()).isEqualTo(12);
    assertThat(options.spread()).isNull();
    assertThat(options.calm()).isFalse();
    assertThat(options.mails()).isNull();
    assertThat(options.cluster()).isNull();
    assertThat(options.chaos()).isFalse();
  }

  @Test
  void everythingCanBeSaid() {
    TownOptions options =
        TownOptions.parse(
            ("--url http://[::1]:9000/,http://b:2 --cluster cluster.json --chaos --token-file t"
                    + " --orders 5 --couriers 2 --merchants 4 --seed 9 --minutes 30 --patience 60"
                    + " --calm --mails mail --json out.json")
                .split(" "));

    assertThat(options)
        .isEqualTo(
            new TownOptions(
                List.of(URI.create("http://[::1]:9000"), URI.create("http://b:2")),
                Path.of("t"),
                5,
                2,
                4,
                9,
                Duration.ofMinutes(30),
                Duration.ofMinutes(60),
                true,
                Path.of("mail"),
                Path.of("out.json"),
                Path.of("cluster.json"),
                true,
                false));
  }

  @Test
  void nonsenseIsRefusedByName() {
    assertThatThrownBy(() -> TownOptions.parse("--orders", "many"))
        .hasMessage("--orders needs a whole number, not many.");
    assertThatThrownBy(() -> TownOptions.parse("--speed", "20"))
        .hasMessage("Unknown option --speed.");
    assertThatThrownBy(() -> TownOptions.parse("--orders")).hasMessage("--orders needs a value.");
    assertThatThrownBy(() -> TownOptions.parse("--orders", "5"))
        .hasMessage("--token-file is missing.");
    assertThatThrownBy(() -> TownOptions.parse("--token-file", "t", "--couriers", "0"))
        .hasMessageContaining("--couriers");
    assertThatThrownBy(() -> TownOptions.parse("--token-file", "t", "--chaos"))
        .hasMessage("--chaos and --upgrade need --cluster.");
    assertThatThrownBy(
            () -> TownOptions.parse("--token-file", "t", "--cluster", "c", "--chaos", "--upgrade"))
        .hasMessage("--chaos and --upgrade exclude each other.");
  }
}

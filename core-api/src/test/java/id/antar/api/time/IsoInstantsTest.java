package id.antar.api.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantsTest {

  @Test
  void whatIsWrittenIsRead() {
    var random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
      int nanos = random.nextInt(1_000_000_000);
      int unit = (int) Math.pow(10, random.nextInt(10));
      Instant instant = Instant.ofEpochSecond(second, nanos / unit * unit);
      assertThat(IsoInstants.parse(instant.toString())).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T12:00:00Z",
        "2026-11-21T12:00:00.1Z",
        "2024-02-29T23:59:59.999999999Z",
        "2026-11-21T24:00:00Z",
        "+12026-11-21T12:00:00Z",
        "-0001-11-21T12:00:00Z",
        "2026-11-21T12:00:00+01:00",
        "2026-12-31T23:59:60Z"
      })
  void otherFormsAreReadAsTheyWere(String text) {
    assertThat(IsoInstants.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-21",
        "2026-11-21T12:00Z",
        "2026-11-31T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-11-21T25:00:00Z",
        "2026-11-21T12:00:0xZ",
        "2026-11-21 12:00:00Z",
        "2026-11-21T12:00:00.1234567890Z"
      })
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> IsoInstants.parse(text)).isInstanceOf(DateTimeException.class);
  }
}

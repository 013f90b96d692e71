package id.antar.command.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  /// "12345678901234567890" in base 32.
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  /// The last six digits of what RFC 6238 gives for SHA-1.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(Totp.code("12345678901234567890".getBytes(US_ASCII), second / 30)).isEqualTo(code);
    assertThat(Totp.match(SECRET, code, Instant.ofEpochSecond(second), 0)).hasValue(second / 30);
  }

  @Test
  void aCodeIsGoodOneStepEarlyOrLate() {
    assertThat(Totp.match(SECRET, "287082", Instant.ofEpochSecond(29), 0)).hasValue(1);
    assertThat(Totp.match(SECRET, "287082", Instant.ofEpochSecond(89), 0)).hasValue(1);
    assertThat(Totp.match(SECRET, "287082", Instant.ofEpochSecond(90), 0)).isEmpty();
  }

  @Test
  void aCodeIsGoodOnce() {
    assertThat(Totp.match(SECRET, "287082", Instant.ofEpochSecond(59), 1)).isEmpty();
  }

  @Property(tries = 300)
  void whatStrangersTypeIsNoCode(@ForAll String typed) {
    assertThat(Totp.match(SECRET, typed + "x", Instant.ofEpochSecond(59), 0)).isEmpty();
  }
}

package id.antar.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void aHalfIsRoundedUp() {
    assertThat(share(10, 500)).isEqualTo(1);
    assertThat(share(9, 500)).isZero();
    assertThat(share(2700, 1500)).isEqualTo(405);
    assertThat(share(-10, 500)).isZero();
    assertThat(share(-11, 500)).isEqualTo(-1);
  }

  @Test
  void noShareIsMoreThanTheWhole() {
    assertThat(share(Long.MAX_VALUE, 10_000)).isEqualTo(Long.MAX_VALUE);
    assertThat(share(Long.MIN_VALUE, 10_000)).isEqualTo(Long.MIN_VALUE);
    assertThat(share(Long.MAX_VALUE, 0)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> share(1, 10_001));
    assertThatIllegalArgumentException().isThrownBy(() -> share(1, -1));
  }

  @Test
  void itIsExactForAnyAmount() {
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long minor = random.nextLong() >> random.nextInt(60);
      int basisPoints = random.nextInt(10_001);

      BigInteger doubled = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(2L * basisPoints));
      BigInteger raised = doubled.add(BigInteger.valueOf(10_000));
      BigInteger[] halves = raised.divideAndRemainder(BigInteger.valueOf(20_000));
      long expected = halves[0].longValueExact() - (halves[1].signum() < 0 ? 1 : 0);

      assertThat(share(minor, basisPoints)).isEqualTo(expected);
    }
  }

  private static long share(long minor, int basisPoints) {
    return Money.of(minor, "EUR").share(basisPoints).minor();
  }
}

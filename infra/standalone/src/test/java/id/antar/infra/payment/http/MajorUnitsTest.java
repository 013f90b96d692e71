package id.antar.infra.payment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.api.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MajorUnitsTest {

  @Test
  void rupiahAreWholeAlthoughTheyHaveTwoDigits() {
    Money money = Money.of(2_500_000, "IDR");
    assertThat(MajorUnits.of(money)).isEqualTo(new BigDecimal("25000"));
    assertThat(MajorUnits.money(new BigDecimal("25000.00"), "IDR")).isEqualTo(money);
    assertThat(MajorUnits.money(new BigDecimal("25000"), "IDR")).isEqualTo(money);
  }

  @Test
  void aPartOfARupiahIsNotWritten() {
    Money odd = Money.of(2_500_001, "IDR");
    assertThat(MajorUnits.canWrite(odd)).isFalse();
    assertThatThrownBy(() -> MajorUnits.of(odd)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void centsAndYenAreTheirOwn() {
    assertThat(MajorUnits.of(Money.of(1_250, "EUR"))).isEqualTo(new BigDecimal("12.50"));
    assertThat(MajorUnits.of(Money.of(1_250, "JPY"))).isEqualTo(new BigDecimal("1250"));
    assertThat(MajorUnits.canWrite(Money.of(1_250, "EUR"))).isTrue();
  }

  @Test
  void lessThanAMinorUnitIsNotRead() {
    assertThatThrownBy(() -> MajorUnits.money(new BigDecimal("12.505"), "EUR"))
        .isInstanceOf(ArithmeticException.class);
  }
}

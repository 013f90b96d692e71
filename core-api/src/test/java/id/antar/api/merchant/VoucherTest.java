package id.antar.api.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.antar.api.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoucherTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  @Test
  void aShareIsRoundedHalfUpAndAnAmountNeverMoreThanThereIs() {
    assertThat(voucher(1000, null).off(eur(1005))).isEqualTo(eur(101));
    assertThat(voucher(10_000, null).off(eur(1005))).isEqualTo(eur(1005));
    assertThat(voucher(0, eur(500)).off(eur(1005))).isEqualTo(eur(500));
    assertThat(voucher(0, eur(500)).off(eur(300))).isEqualTo(eur(300));
  }

  @Test
  void aCodeIsReadHoweverItIsTyped() {
    assertThat(Voucher.codeOf(" welcome-10 ")).isEqualTo("WELCOME-10");
    for (String none : new String[] {"", "AB", "A B C", "ÄÖÜ", "A".repeat(33)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Voucher.codeOf(none));
    }
  }

  @Test
  void itIsEitherAShareOrAnAmount() {
    assertThatIllegalArgumentException().isThrownBy(() -> voucher(0, null));
    assertThatIllegalArgumentException().isThrownBy(() -> voucher(1000, eur(500)));
    assertThatIllegalArgumentException().isThrownBy(() -> voucher(0, eur(0)));
    assertThatIllegalArgumentException().isThrownBy(() -> voucher(10_001, null));
  }

  @Test
  void itEndsAfterItBeginsAndHasUses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Voucher("ABC", 1000, null, null, NOON, NOON, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Voucher("ABC", 1000, null, null, NOON, NOON.plusSeconds(1), 0));
  }

  private static Voucher voucher(int basisPoints, @Nullable Money amount) {
    return new Voucher("ABC", basisPoints, amount, null, NOON, NOON.plusSeconds(60), 1);
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}

package id.antar.query.voucher;

import static id.antar.query.Cast.NOODLE_BAR;
import static id.antar.query.Cast.NOON;
import static id.antar.query.Cast.ORDER;
import static id.antar.query.Cast.OTHER_ORDER;
import static id.antar.query.Cast.after;
import static id.antar.query.Cast.merchantRegistered;
import static id.antar.query.Cast.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantEvent;
import id.antar.api.merchant.MerchantEvent.VoucherOffered;
import id.antar.api.merchant.MerchantEvent.VoucherRedeemed;
import id.antar.api.merchant.MerchantEvent.VoucherReleased;
import id.antar.api.merchant.MerchantEvent.VoucherWithdrawn;
import id.antar.api.merchant.Voucher;
import id.antar.api.merchant.VoucherView;
import id.antar.api.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VoucherFoldTest {

  private static final Money OFF = Money.of(180, "EUR");
  private static final Voucher TENTH = new Voucher("TENTH", 1000, null, null, NOON, after(60), 5);
  private static final VoucherOffered OFFERED = new VoucherOffered(NOODLE_BAR, TENTH, NOON);
  private static final VoucherRedeemed ONE =
      new VoucherRedeemed(NOODLE_BAR, "TENTH", ORDER, OFF, after(1));
  private static final VoucherRedeemed OTHER =
      new VoucherRedeemed(NOODLE_BAR, "TENTH", OTHER_ORDER, OFF, after(2));

  private final VoucherFold fold = new VoucherFold();

  @Test
  void usesAreCountedAndThoseThatCameBackAreNot() {
    var released = new VoucherReleased(NOODLE_BAR, "TENTH", ORDER, after(3));

    assertThat(view(OFFERED, ONE, OTHER).redeemed()).isEqualTo(2);
    assertThat(view(OFFERED, ONE, OTHER, released).redeemed()).isEqualTo(1);
  }

  @Test
  void aWithdrawnVoucherIsStillShown() {
    var withdrawn = new VoucherWithdrawn(NOODLE_BAR, "TENTH", after(2));

    assertThat(view(OFFERED, ONE, withdrawn))
        .isEqualTo(new VoucherView(NOODLE_BAR, TENTH, 1, true, NOON));
  }

  @Test
  void whatElseHappensAtAMerchantIsNotItsMatter() {
    assertThat(fold.keys(merchantRegistered())).isEmpty();
    assertThat(fold.keys(ONE)).containsExactly("noodle-bar/TENTH");
  }

  private VoucherView view(MerchantEvent... events) {
    @Nullable VoucherView view = null;
    for (int i = 0; i < events.length; i++) {
      view = fold.evolve("noodle-bar/TENTH", view, recorded(events[i], "merchant:noodle-bar", i));
    }
    return Objects.requireNonNull(view);
  }
}

package id.antar.api.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import id.antar.api.merchant.MerchantRejection.UnknownVoucher;
import id.antar.api.merchant.MerchantRejection.VoucherAlreadyOffered;
import id.antar.api.merchant.MerchantRejection.VoucherNotValid;
import id.antar.api.message.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerchantRejectionTest {

  /// A component of a record must not be called `code`: it would be taken for the refusal's.
  @Test
  void aVouchersCodeIsNotTheRefusals() {
    assertThat(
            List.of(
                new VoucherNotValid("TENTH"),
                new VoucherAlreadyOffered("TENTH"),
                new UnknownVoucher(new MerchantId("noodle-bar"), "TENTH")))
        .extracting(Rejection::code)
        .containsExactly("voucher-not-valid", "voucher-already-offered", "unknown-voucher");
  }
}

package id.antar.api.payment;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What the customer has to do before the provider has the money.
///
/// @param redirect a page of the provider to open, for e-wallets and 3-D Secure
/// @param account a bank's virtual account to transfer to
/// @param code what the provider's app scans or asks for
public record PaymentInstructions(
    @Nullable URI redirect, @Nullable String account, @Nullable String code) {

  public static final PaymentInstructions NONE = new PaymentInstructions(null, null, null);
}

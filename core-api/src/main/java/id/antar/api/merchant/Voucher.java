package id.antar.api.merchant;

import id.antar.api.money.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A code that lowers the price of an order at one merchant, at the merchant's expense.
///
/// @param code 3 to 32 letters, digits and dashes in upper case
/// @param basisPoints off the items, in hundredths of a per cent, rounded half up; 0 if it is an
///   amount
/// @param amount off the items; absent if it is a share
/// @param minimum what the items have to come to; absent for none
/// @param uses how many orders it can be used for in all, not counting those that were not
///   delivered
public record Voucher(
    String code,
    int basisPoints,
    @Nullable Money amount,
    @Nullable Money minimum,
    Instant validFrom,
    Instant validUntil,
    int uses) {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{3,32}");
  private static final int WHOLE = 10_000;
  private static final int MOST_USES = 1_000_000;

  public Voucher {
    if (!code.equals(codeOf(code))) {
      throw new IllegalArgumentException("code is not in upper case.");
    }
    if (basisPoints < 0 || basisPoints > WHOLE) {
      throw new IllegalArgumentException("basisPoints is not within 0 and " + WHOLE + ".");
    }
    if ((basisPoints == 0) == (amount == null)) {
      throw new IllegalArgumentException("basisPoints or amount: one of them, and only one.");
    }
    if (amount != null && amount.minor() <= 0) {
      throw new IllegalArgumentException("amount is not above 0.");
    }
    if (minimum != null && minimum.isNegative()) {
      throw new IllegalArgumentException("minimum is negative.");
    }
    if (!validFrom.isBefore(validUntil)) {
      throw new IllegalArgumentException("validUntil is not after validFrom.");
    }
    if (uses < 1 || uses > MOST_USES) {
      throw new IllegalArgumentException("uses is not within 1 and " + MOST_USES + ".");
    }
  }

  /// A code as somebody typed it, in the form it is kept in.
  public static String codeOf(String typed) {
    String code = typed.strip().toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("code is not 3 to 32 letters, digits and dashes.");
    }
    return code;
  }

  /// What it takes off, never more than there is.
  public Money off(Money items) {
    if (amount == null) {
      return items.share(basisPoints);
    }
    return amount.minor() < items.minor() ? amount : items;
  }
}

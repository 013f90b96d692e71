package id.antar.api.payment;

import id.antar.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the customer divides what is to pay, before the total is known: every share but one names
/// its amount, that one takes the rest.
public record PaymentSplit(List<Share> shares) {

  public PaymentSplit {
    shares = List.copyOf(shares);
    if (shares.isEmpty() || shares.size() > PaymentPart.MOST) {
      throw new IllegalArgumentException("shares are not 1 to " + PaymentPart.MOST + " in number.");
    }
    if (shares.stream().filter(share -> share.amount() == null).count() > 1) {
      throw new IllegalArgumentException("shares: only one can take the rest.");
    }
  }

  /// @param amount absent for the one that takes the rest
  public record Share(PaymentChoice choice, @Nullable Money amount) {}

  public static PaymentSplit whole(PaymentChoice choice) {
    return new PaymentSplit(List.of(new Share(choice, null)));
  }

  /// Throws when the shares do not sum to the total.
  public List<PaymentPart> of(Money total) {
    Money rest = total;
    for (Share share : shares) {
      rest = share.amount() == null ? rest : rest.minus(share.amount());
    }
    List<PaymentPart> parts = new ArrayList<>();
    for (Share share : shares) {
      Money amount = share.amount() == null ? rest : share.amount();
      parts.add(new PaymentPart(parts.size() + 1, share.choice(), amount));
    }
    return PaymentPart.requireSum(parts, total);
  }
}

package id.antar.api.payment;

import id.antar.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    if (shares.stream().filter(share -> !share.choice().method().isPrepaid()).count() > 1) {
      throw new IllegalArgumentException("shares: only one can be in cash.");
    }
  }

  /// @param amount absent for the one that takes the rest
  public record Share(PaymentChoice choice, @Nullable Money amount) {
    public Share {
      if (amount != null && amount.minor() <= 0) {
        throw new IllegalArgumentException("amount (" + amount.minor() + ") is not above 0.");
      }
      if (amount != null) {
        var _ = amount.requireAtMost("amount");
      }
    }
  }

  public static PaymentSplit whole(PaymentChoice choice) {
    return new PaymentSplit(List.of(new Share(choice, null)));
  }

  /// Empty when the shares do not sum to the total. A share that has nothing left to take is left
  /// out.
  public Optional<List<PaymentPart>> find(Money total) {
    if (shares.stream().anyMatch(share -> isOfAnother(total.currency(), share))) {
      return Optional.empty();
    }
    Money rest = total;
    for (Share share : shares) {
      rest = share.amount() == null ? rest : rest.minus(share.amount());
    }
    boolean takesRest = shares.stream().anyMatch(share -> share.amount() == null);
    return rest.isNegative() || (rest.minor() > 0 && !takesRest)
        ? Optional.empty()
        : Optional.of(parts(rest));
  }

  private List<PaymentPart> parts(Money rest) {
    List<PaymentPart> parts = new ArrayList<>();
    for (Share share : shares) {
      Money amount = share.amount() == null ? rest : share.amount();
      if (amount.minor() > 0) {
        parts.add(new PaymentPart(parts.size() + 1, share.choice(), amount));
      }
    }
    return List.copyOf(parts);
  }

  private static boolean isOfAnother(String currency, Share share) {
    return share.amount() != null && !share.amount().currency().equals(currency);
  }
}

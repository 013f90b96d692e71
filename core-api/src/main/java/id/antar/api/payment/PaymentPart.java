package id.antar.api.payment;

import id.antar.api.money.Money;
import java.util.List;

/// One method's share of a payment. Most payments have one part; a split payment has several, which
/// sum to its amount.
///
/// @param number 1 for the first
public record PaymentPart(int number, PaymentChoice choice, Money amount) {

  public static final int MOST = 4;

  public PaymentPart {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException("number (" + number + ") is not within 1 and " + MOST);
    }
    if (amount.minor() <= 0) {
      throw new IllegalArgumentException("amount (" + amount + ") is not above 0.");
    }
  }

  public PaymentMethod method() {
    return choice.method();
  }

  public boolean isPrepaid() {
    return method().isPrepaid();
  }

  /// The parts of a whole: numbered from 1, at most one in cash, and summing to it. What costs
  /// nothing has none.
  public static List<PaymentPart> requireSum(List<PaymentPart> parts, Money whole) {
    if (parts.size() > MOST) {
      throw new IllegalArgumentException("A payment has at most " + MOST + " parts.");
    }
    Money sum = Money.zero(whole.currency());
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).number() != i + 1) {
        throw new IllegalArgumentException("The parts are not numbered from 1.");
      }
      sum = sum.plus(parts.get(i).amount());
    }
    if (!sum.equals(whole)) {
      throw new IllegalArgumentException(
          "The parts sum to " + sum + ", but the whole is " + whole + ".");
    }
    if (parts.stream().filter(part -> !part.isPrepaid()).count() > 1) {
      throw new IllegalArgumentException("Only one part can be in cash.");
    }
    return List.copyOf(parts);
  }
}

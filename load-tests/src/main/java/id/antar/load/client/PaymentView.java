package id.antar.load.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A payment, as far as the town reads it.
public record PaymentView(
    String paymentId,
    Money amount,
    Money refunded,
    String status,
    String outcome,
    List<Part> parts,
    List<Refund> refunds,
    @Nullable String reason) {

  public record Part(int number, String method, Money amount, int attempt, String status) {

    public boolean is(String word) {
      return status.equals(word);
    }

    public boolean isCash() {
      return method.equals("cash");
    }
  }

  public record Refund(String refundId, int part, int attempt, Money amount, String status) {

    public boolean is(String word) {
      return status.equals(word);
    }
  }

  public Optional<Part> part(int number) {
    return parts.stream().filter(part -> part.number() == number).findFirst();
  }

  /// What a provider knows the part's latest attempt by.
  public String chargeOf(Part part) {
    return paymentId + "-" + part.number() + "-" + part.attempt();
  }

  public boolean isOver() {
    return !outcome.equals("pending");
  }
}

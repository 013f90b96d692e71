package id.antar.standin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// One charge in a provider's books. Guarded by the books.
public final class Charge {

  /// Where a charge can stand, in no provider's own words.
  public enum Status {
    PENDING,
    CHALLENGED,
    AUTHORISED,
    /// The money is taken, and can still be called off.
    CAPTURED,
    SETTLED,
    DENIED,
    CANCELLED,
    EXPIRED,
    FAILED,
    CHARGED_BACK
  }

  /// @param key the merchant's own id of it
  public record Refund(String id, String key, BigDecimal amount) {}

  private final String reference;
  private final String transactionId;
  private final String methodId;
  private final String method;
  private final BigDecimal amount;
  private final String currency;
  private final List<Refund> refunds = new ArrayList<>();
  private Status status;
  private int captures;

  Charge(
      String reference,
      String transactionId,
      String methodId,
      String method,
      BigDecimal amount,
      String currency,
      Status status) {
    this.methodId = methodId;
    this.reference = reference;
    this.transactionId = transactionId;
    this.method = method;
    this.amount = amount;
    this.currency = currency;
    this.status = Status.PENDING;
    become(status);
  }

  void become(Status next) {
    boolean wasPaid = isPaid();
    status = next;
    captures += isPaid() && !wasPaid ? 1 : 0;
  }

  void add(Refund refund) {
    refunds.add(refund);
  }

  public boolean isPaid() {
    return status == Status.CAPTURED || status == Status.SETTLED;
  }

  public String reference() {
    return reference;
  }

  public String transactionId() {
    return transactionId;
  }

  public Status status() {
    return status;
  }

  /// How often money was taken; more than once would be a mistake.
  public int captures() {
    return captures;
  }

  public BigDecimal amount() {
    return amount;
  }

  public BigDecimal refunded() {
    return refunds.stream().map(Refund::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public List<Refund> refunds() {
    return List.copyOf(refunds);
  }

  String methodId() {
    return methodId;
  }

  String method() {
    return method;
  }

  String currency() {
    return currency;
  }
}

package id.antar.query.payment;

import id.antar.api.customer.CustomerId;
import id.antar.api.money.Money;
import id.antar.api.order.OrderId;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentEvent;
import id.antar.api.payment.PaymentEvent.CashCollected;
import id.antar.api.payment.PaymentEvent.ChargeAuthorised;
import id.antar.api.payment.PaymentEvent.ChargeCaptured;
import id.antar.api.payment.PaymentEvent.ChargeExpired;
import id.antar.api.payment.PaymentEvent.ChargeFailed;
import id.antar.api.payment.PaymentEvent.ChargeMismatched;
import id.antar.api.payment.PaymentEvent.ChargePending;
import id.antar.api.payment.PaymentEvent.ChargeRequested;
import id.antar.api.payment.PaymentEvent.ChargeVoided;
import id.antar.api.payment.PaymentEvent.ChargebackReversed;
import id.antar.api.payment.PaymentEvent.ChargedBack;
import id.antar.api.payment.PaymentEvent.PaymentCancelled;
import id.antar.api.payment.PaymentEvent.PaymentCompleted;
import id.antar.api.payment.PaymentEvent.PaymentEarned;
import id.antar.api.payment.PaymentEvent.PaymentExpired;
import id.antar.api.payment.PaymentEvent.PaymentFailed;
import id.antar.api.payment.PaymentEvent.PaymentRefunded;
import id.antar.api.payment.PaymentEvent.PaymentRequested;
import id.antar.api.payment.PaymentEvent.PaymentSecured;
import id.antar.api.payment.PaymentEvent.RefundFailed;
import id.antar.api.payment.PaymentEvent.RefundRequested;
import id.antar.api.payment.PaymentEvent.VoidRequested;
import id.antar.api.payment.PaymentId;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.PaymentView;
import id.antar.api.payment.PaymentView.PartStatus;
import id.antar.api.payment.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One payment with every attempt at every part.
///
/// @param end how it was given up; null if it was not
record PaymentRow(
    PaymentId paymentId,
    OrderId orderId,
    CustomerId customerId,
    PaymentPurpose purpose,
    Money amount,
    List<ChargeRow> charges,
    List<PaymentView.Refund> refunds,
    boolean secured,
    boolean completed,
    @Nullable PaymentStatus end,
    @Nullable String reason,
    Instant expiresAt,
    Instant requestedAt,
    Instant changedAt) {

  PaymentRow {
    charges = List.copyOf(charges);
    refunds = List.copyOf(refunds);
  }

  static PaymentRow evolve(@Nullable PaymentRow row, PaymentEvent event) {
    if (event instanceof PaymentRequested e) {
      return requested(e);
    }
    if (row == null) {
      throw new IllegalStateException(
          "Payment " + event.paymentId() + " is not known here. Maybe its first event is parked.");
    }
    return row.evolve(event).changed(event.occurredAt());
  }

  private static PaymentRow requested(PaymentRequested e) {
    return new PaymentRow(
        e.paymentId(),
        e.orderId(),
        e.customerId(),
        e.purpose(),
        e.amount(),
        e.parts().stream()
            .map(it -> ChargeRow.first(new ChargeId(e.paymentId(), it.number(), 1), it))
            .toList(),
        List.of(),
        false,
        false,
        null,
        null,
        e.expiresAt(),
        e.occurredAt(),
        e.occurredAt());
  }

  private PaymentRow evolve(PaymentEvent event) {
    return switch (event) {
      case PaymentRequested _, VoidRequested _, PaymentEarned _ -> this;
      case ChargeRequested e -> tried(e);
      case ChargePending e -> with(e.chargeId(), it -> it.pending(e));
      case ChargeAuthorised e -> with(e.chargeId(), it -> it.authorised(e));
      case ChargeCaptured e ->
          captured(e.chargeId(), e.amount(), e.transactionId(), e.occurredAt());
      case ChargeFailed e ->
          with(e.chargeId(), it -> it.over(PartStatus.FAILED, e.reason(), e.occurredAt()));
      case ChargeExpired e ->
          with(e.chargeId(), it -> it.over(PartStatus.EXPIRED, null, e.occurredAt()));
      case ChargeVoided e ->
          with(e.chargeId(), it -> it.over(PartStatus.VOIDED, null, e.occurredAt()));
      case ChargeMismatched e -> with(e.chargeId(), it -> it.mismatched(e));
      case ChargedBack e -> with(e.chargeId(), it -> it.takenBack(e));
      case ChargebackReversed e -> with(e.chargeId(), it -> it.wonBack(e));
      case CashCollected e ->
          captured(
              new ChargeId(e.paymentId(), e.part(), 1),
              e.amount(),
              "cash-" + e.assignmentId(),
              e.occurredAt());
      case PaymentSecured _ -> with(charges, refunds, true, completed, end, reason);
      case PaymentCompleted e -> completed(e);
      case PaymentFailed e -> ended(PaymentStatus.FAILED, e.reason());
      case PaymentExpired _ -> ended(PaymentStatus.EXPIRED, reason);
      case PaymentCancelled e -> ended(PaymentStatus.CANCELLED, e.reason());
      case RefundRequested e -> refunded(e);
      case PaymentRefunded e ->
          with(e.refundId(), it -> through(it, e.transactionId(), e.occurredAt()));
      case RefundFailed e -> with(e.refundId(), it -> refused(it, e));
    };
  }

  PaymentView view() {
    Money back =
        refunds.stream()
            .filter(it -> it.status() != PaymentView.RefundStatus.FAILED)
            .map(PaymentView.Refund::amount)
            .reduce(Money.zero(amount.currency()), Money::plus);
    return new PaymentView(
        paymentId,
        orderId,
        customerId,
        purpose,
        amount,
        back,
        Standing.of(this),
        parts(),
        refunds,
        reason,
        expiresAt,
        requestedAt,
        changedAt);
  }

  /// Each part as its attempt stands that has paid it, or else its latest.
  private List<PaymentView.Part> parts() {
    return charges.stream()
        .map(it -> it.id().part())
        .distinct()
        .map(part ->
            charges.stream()
                .filter(it -> it.id().part() == part)
                .reduce((one, later) -> one.pays() ? one : later)
                .orElseThrow()
                .part())
        .toList();
  }

  private PaymentRow tried(ChargeRequested e) {
    List<ChargeRow> more = new ArrayList<>(charges);
    charges.stream()
        .filter(it -> it.id().part() == e.chargeId().part())
        .findFirst()
        .map(first -> ChargeRow.of(e.chargeId(), e.choice().method(), first.amount()))
        .ifPresent(more::add);
    return with(more);
  }

  private PaymentRow captured(ChargeId id, Money came, String transactionId, Instant at) {
    boolean unwanted = end != null || isPaid(id.part());
    return with(
        id,
        it -> it.captured(came, transactionId, unwanted || !came.equals(it.amount()), at));
  }

  /// What came before payments had parts is not told part by part.
  private PaymentRow completed(PaymentCompleted e) {
    PaymentRow all = with(charges, refunds, true, true, end, reason);
    for (ChargeRow charge : charges) {
      if (charge.id().attempt() == 1 && !all.isPaid(charge.id().part())) {
        all = all.captured(charge.id(), charge.amount(), e.transactionId(), e.occurredAt());
      }
    }
    return all;
  }

  private boolean isPaid(int part) {
    return charges.stream().anyMatch(it -> it.id().part() == part && it.pays());
  }

  private PaymentRow ended(PaymentStatus how, @Nullable String why) {
    return with(charges, refunds, secured, completed, how, why);
  }

  private PaymentRow refunded(RefundRequested e) {
    List<PaymentView.Refund> more = new ArrayList<>(refunds);
    more.add(
        new PaymentView.Refund(
            e.refundId(),
            e.chargeId().part(),
            e.chargeId().attempt(),
            e.amount(),
            PaymentView.RefundStatus.REQUESTED,
            e.reason(),
            null,
            e.occurredAt(),
            null));
    return with(charges, more, secured, completed, end, reason == null ? e.reason() : reason);
  }

  private static PaymentView.Refund through(PaymentView.Refund it, String transaction, Instant at) {
    return it.with(PaymentView.RefundStatus.REFUNDED, it.reason(), transaction, at);
  }

  private static PaymentView.Refund refused(PaymentView.Refund it, RefundFailed e) {
    return it.with(PaymentView.RefundStatus.FAILED, e.reason(), null, e.occurredAt());
  }

  private PaymentRow with(RefundId id, UnaryOperator<PaymentView.Refund> change) {
    return with(
        charges,
        refunds.stream().map(it -> it.refundId().equals(id) ? change.apply(it) : it).toList(),
        secured,
        completed,
        end,
        reason);
  }

  private PaymentRow with(ChargeId id, UnaryOperator<ChargeRow> change) {
    return with(charges.stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList());
  }

  private PaymentRow with(List<ChargeRow> changed) {
    return with(changed, refunds, secured, completed, end, reason);
  }

  private PaymentRow with(
      List<ChargeRow> nextCharges,
      List<PaymentView.Refund> nextRefunds,
      boolean isSecured,
      boolean isCompleted,
      @Nullable PaymentStatus how,
      @Nullable String why) {
    return new PaymentRow(
        paymentId,
        orderId,
        customerId,
        purpose,
        amount,
        nextCharges,
        nextRefunds,
        isSecured,
        isCompleted,
        how,
        why,
        expiresAt,
        requestedAt,
        changedAt);
  }

  private PaymentRow changed(Instant at) {
    return new PaymentRow(
        paymentId,
        orderId,
        customerId,
        purpose,
        amount,
        charges,
        refunds,
        secured,
        completed,
        end,
        reason,
        expiresAt,
        requestedAt,
        at);
  }
}

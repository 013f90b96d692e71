package id.antar.command.payment;

import id.antar.api.money.Money;
import id.antar.api.payment.ChargeId;
import id.antar.api.payment.PaymentChoice;
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
import id.antar.api.payment.PaymentPart;
import id.antar.api.payment.PaymentPurpose;
import id.antar.api.payment.PaymentStatus;
import id.antar.api.payment.RefundId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A payment that exists: every attempt at every part, and all that goes back.
///
/// @param secured whether all is here that is paid before the door
/// @param completed whether all is here
/// @param earned whether what it is for was delivered
/// @param end how it was given up; null if it was not. From then on no money is wanted, and what
///   comes goes back.
record Known(
    PaymentRequested request,
    List<Attempt> attempts,
    List<GivenBack> refunds,
    boolean secured,
    boolean completed,
    boolean earned,
    @Nullable PaymentStatus end)
    implements PaymentState {

  Known {
    attempts = List.copyOf(attempts);
    refunds = List.copyOf(refunds);
  }

  static Known requested(PaymentRequested e) {
    List<Attempt> first =
        e.parts().stream()
            .map(part ->
                Attempt.requested(
                    new ChargeId(e.paymentId(), part.number(), 1), part.choice(), part.amount()))
            .toList();
    return new Known(e, first, List.of(), false, false, false, null);
  }

  Known next(PaymentEvent event) {
    return switch (event) {
      case PaymentRequested e -> requested(e);
      case ChargeRequested e -> with(added(e));
      case ChargePending e -> with(e.chargeId(), it -> it.at(Attempt.Stage.PENDING));
      case ChargeAuthorised e -> with(e.chargeId(), it -> it.at(Attempt.Stage.AUTHORISED));
      case ChargeCaptured e ->
          captured(e.chargeId(), e.amount(), e.transactionId(), e.occurredAt());
      case ChargeFailed e -> with(e.chargeId(), it -> it.at(Attempt.Stage.FAILED));
      case ChargeExpired e -> with(e.chargeId(), it -> it.at(Attempt.Stage.EXPIRED));
      case VoidRequested e -> with(e.chargeId(), Attempt::toBeVoided);
      case ChargeVoided e -> with(e.chargeId(), it -> it.at(Attempt.Stage.VOIDED));
      case ChargeMismatched e -> with(e.chargeId(), Attempt::withMismatch);
      case ChargedBack e -> with(e.chargeId(), it -> it.takenBack(e.amount()));
      case ChargebackReversed e -> with(e.chargeId(), it -> it.wonBack(e.amount()));
      case CashCollected e ->
          captured(
              new ChargeId(e.paymentId(), e.part(), 1),
              e.amount(),
              "cash-" + e.assignmentId(),
              e.occurredAt());
      case PaymentSecured _ -> new Known(request, attempts, refunds, true, completed, earned, end);
      case PaymentCompleted e -> completed(e);
      case PaymentEarned _ -> new Known(request, attempts, refunds, secured, completed, true, end);
      case PaymentFailed _ -> ended(PaymentStatus.FAILED);
      case PaymentExpired _ -> ended(PaymentStatus.EXPIRED);
      case PaymentCancelled _ -> ended(PaymentStatus.CANCELLED);
      case RefundRequested e -> requested(e);
      case PaymentRefunded e -> with(e.refundId(), GivenBack.Stage.DONE);
      case RefundFailed e -> with(e.refundId(), GivenBack.Stage.FAILED);
    };
  }

  /// What came before payments had parts is not told part by part.
  private Known completed(PaymentCompleted e) {
    Known all = new Known(request, attempts, refunds, true, true, earned, end);
    for (PaymentPart part : request.parts()) {
      if (!all.isPaid(part.number())) {
        all =
            all.captured(
                new ChargeId(e.paymentId(), part.number(), 1),
                part.amount(),
                e.transactionId(),
                e.occurredAt());
      }
    }
    return all;
  }

  private Known captured(ChargeId id, Money amount, String transactionId, Instant at) {
    return with(
        id, it -> it.captured(amount, transactionId, isSurplus(it, amount), at));
  }

  /// Whether money that comes by this attempt now is not wanted.
  boolean isSurplus(Attempt attempt, Money held) {
    return isEnded() || isPaid(attempt.id().part()) || !held.equals(attempt.amount());
  }

  private Known ended(PaymentStatus how) {
    return new Known(request, attempts, refunds, secured, completed, earned, how);
  }

  private List<Attempt> added(ChargeRequested e) {
    PaymentChoice choice = e.choice();
    return Stream.concat(
            attempts.stream(),
            Stream.of(Attempt.requested(e.chargeId(), choice, part(e.chargeId().part()).amount())))
        .toList();
  }

  private Known requested(RefundRequested e) {
    List<GivenBack> more = new ArrayList<>(refunds);
    more.add(new GivenBack(e, GivenBack.Stage.REQUESTED));
    return new Known(request, attempts, more, secured, completed, earned, end);
  }

  private Known with(RefundId id, GivenBack.Stage stage) {
    List<GivenBack> changed =
        refunds.stream().map(it -> it.request().refundId().equals(id) ? it.at(stage) : it).toList();
    return new Known(request, attempts, changed, secured, completed, earned, end);
  }

  private Known with(ChargeId id, UnaryOperator<Attempt> change) {
    return with(attempts.stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList());
  }

  private Known with(List<Attempt> changed) {
    return new Known(request, changed, refunds, secured, completed, earned, end);
  }

  boolean isEnded() {
    return end != null;
  }

  boolean isTip() {
    return request.purpose() == PaymentPurpose.TIP;
  }

  Optional<Attempt> find(ChargeId id) {
    return attempts.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  Optional<GivenBack> find(RefundId id) {
    return refunds.stream().filter(it -> it.request().refundId().equals(id)).findFirst();
  }

  Optional<PaymentPart> findPart(int number) {
    return request.parts().stream().filter(it -> it.number() == number).findFirst();
  }

  PaymentPart part(int number) {
    return findPart(number).orElseThrow();
  }

  Attempt latest(int part) {
    return attempts.stream()
        .filter(it -> it.id().part() == part)
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  boolean isPaid(int part) {
    return attempts.stream().anyMatch(it -> it.id().part() == part && it.pays());
  }

  /// Of what has come by this attempt, what nobody has taken back and what is not on its way back.
  Money left(Attempt attempt) {
    return attempt.here().minus(given(attempt));
  }

  /// What is back by this attempt or on its way.
  private Money given(Attempt attempt) {
    return refunds.stream()
        .filter(it -> it.request().chargeId().equals(attempt.id()))
        .filter(it -> !it.isFailed())
        .map(it -> it.request().amount())
        .reduce(none(), Money::plus);
  }

  Money none() {
    return Money.zero(request.amount().currency());
  }

  /// As it is told in refusals and read by others.
  PaymentStatus status() {
    return Standing.of(this);
  }
}

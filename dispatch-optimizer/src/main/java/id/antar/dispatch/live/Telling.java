package id.antar.dispatch.live;

import id.antar.api.assignment.AbandonCause;
import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentId;
import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.message.Failure;
import id.antar.api.message.Ids;
import id.antar.api.message.Receipt;
import id.antar.api.order.OrderId;
import id.antar.api.time.EngineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells couriers what was decided, and the board that they are being told.
final class Telling {

  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

  /// For so long the event of what was sent is waited for, beside an offer's own expiry. In real
  /// time it is no less than [#LEAST_GRACE].
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final Duration LEAST_GRACE = Duration.ofSeconds(30);

  private final OpenBoard board;
  private final EngineClock clock;
  private final SendCommand commands;
  private final Duration grace;
  private final DispatchMetrics metrics;

  Telling(OpenBoard board, EngineClock clock, SendCommand commands, DispatchMetrics metrics) {
    this.board = board;
    this.clock = clock;
    this.commands = commands;
    this.grace = RealTime.atLeast(LEAST_GRACE, GRACE, clock);
    this.metrics = metrics;
  }

  /// @param offerExpiry how long a courier may think about it
  void tell(DecisionId decisionId, Deed deed, Duration offerExpiry, Instant now) {
    switch (deed) {
      case Deed.Offer offer -> offer(decisionId, offer, now.plus(offerExpiry), now);
      case Deed.Amend amend -> amend(decisionId, amend, now);
    }
  }

  private void offer(DecisionId decisionId, Deed.Offer offer, Instant expiresAt, Instant now) {
    AssignmentId id = assignmentId(decisionId, offer.courierId());
    board.offerSent(id, offer.courierId(), offer.orders(), expiresAt.plus(grace));
    send(
        "offer",
        id,
        decisionId,
        new OfferAssignment(id, offer.courierId(), decisionId, offer.stops(), expiresAt, now));
  }

  private void amend(DecisionId decisionId, Deed.Amend amend, Instant now) {
    BoardTrip trip = amend.trip();
    List<OrderId> concerned =
        Stream.concat(trip.orders().stream(), amend.orders().stream()).distinct().toList();
    board.changeSent(trip, concerned, now.plus(grace));
    send(
        "amendment",
        trip.assignmentId(),
        decisionId,
        new AmendAssignment(
            trip.assignmentId(), trip.courierId(), decisionId, amend.stops(), amend.reason(), now));
  }

  /// A courier who is not heard of any more does not go on. What is in their hands is made again,
  /// as nobody knows where it is.
  void giveUp(BoardTrip trip, Instant lastHeard, Instant now) {
    board.changeSent(trip, trip.orders(), now.plus(grace));
    metrics.silent();
    LOG.warn(
        "Courier {} has not been heard of since {}; trip {} is given up.",
        trip.courierId(),
        lastHeard,
        trip.assignmentId());
    var cause = new DecisionId(Ids.derive("silent", trip.assignmentId().value(), now.toString()));
    send(
        "abandonment",
        trip.assignmentId(),
        cause,
        new AbandonAssignment(
            trip.assignmentId(),
            trip.courierId(),
            AbandonCause.SILENT,
            null,
            "Not heard of since " + lastHeard + ".",
            now));
  }

  static AssignmentId assignmentId(DecisionId decisionId, CourierId courierId) {
    return new AssignmentId(Ids.derive("assignment", decisionId.value(), courierId.value()));
  }

  private void send(String what, AssignmentId id, DecisionId decisionId, Object command) {
    CompletableFuture<Receipt> sent;
    try {
      sent = commands.send(decisionId, command);
    } catch (RuntimeException e) {
      sent = CompletableFuture.failedFuture(e);
    }
    var _ = sent.whenComplete((receipt, failure) -> settle(what, id, receipt, failure));
  }

  /// It may have been made, so it stays as it was sent until the log tells, or it is too old.
  private static boolean isUncertain(Throwable failure) {
    return HandlerExecutionException.<Object>resolveDetails(failure)
        .filter(Failure.class::isInstance)
        .map(Failure.class::cast)
        .filter(told -> told.kind() == Failure.Kind.LATE)
        .isPresent();
  }

  private void settle(
      String what, AssignmentId id, @Nullable Receipt receipt, @Nullable Throwable failure) {
    if (failure != null && isUncertain(failure)) {
      metrics.sent(what, "uncertain");
      LOG.warn("Whether the {} of {} was made is not known.", what, id, failure);
      return;
    }
    if (failure != null || receipt == null) {
      metrics.sent(what, "failed");
      board.sendingFailed(id);
      LOG.warn("The {} of {} could not be made.", what, id, failure);
      return;
    }
    switch (receipt) {
      case Receipt.Accepted _ -> metrics.sent(what, "accepted");
      case Receipt.Rejected(var reason) -> {
        metrics.sent(what, "refused");
        board.refused(id, clock.instant());
        LOG.info("The {} of {} is refused: {}", what, id, reason.detail());
      }
    }
  }
}
